-- migrate:up
ALTER TABLE books DROP COLUMN pages;
DELETE FROM stock WHERE pieces < 1;

-- migrate:down
ALTER TABLE books ADD COLUMN pages integer;
