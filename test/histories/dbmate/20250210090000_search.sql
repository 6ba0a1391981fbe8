-- migrate:up
ALTER TABLE books ADD COLUMN search tsvector GENERATED ALWAYS AS (to_tsvector('simple', title)) STORED;
CREATE INDEX books_search ON books USING gin (search);
CREATE VIEW printed_books AS SELECT id, title FROM books WHERE state = 'printed';
COMMENT ON VIEW printed_books IS 'What a shop can order';

-- migrate:down
DROP VIEW printed_books;
ALTER TABLE books DROP COLUMN search;
