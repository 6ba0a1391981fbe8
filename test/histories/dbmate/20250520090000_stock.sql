-- migrate:up
CREATE TABLE stock (
    book_id uuid NOT NULL REFERENCES books ON DELETE CASCADE,
    shelf text NOT NULL,
    pieces integer NOT NULL DEFAULT 0,
    changed_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (book_id, shelf)
) PARTITION BY LIST (shelf);
CREATE TABLE stock_front PARTITION OF stock FOR VALUES IN ('front');
CREATE TABLE stock_rest PARTITION OF stock DEFAULT;
CREATE FUNCTION stock_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.changed_at := now();
    RETURN NEW;
END
$$;
CREATE TRIGGER stock_changed BEFORE UPDATE ON stock FOR EACH ROW EXECUTE FUNCTION stock_changed();
INSERT INTO stock (book_id, shelf, pieces) SELECT id, 'front', 3 FROM books;

-- migrate:down
DROP TABLE stock;
DROP FUNCTION stock_changed();
