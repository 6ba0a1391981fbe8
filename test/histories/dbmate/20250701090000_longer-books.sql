-- migrate:up
ALTER TABLE books ALTER COLUMN pages TYPE integer;
ALTER TABLE books ADD CONSTRAINT books_title_short CHECK (length(title) < 500) NOT VALID;
ALTER TABLE books VALIDATE CONSTRAINT books_title_short;
UPDATE stock SET pieces = pieces + 1 WHERE shelf = 'front' AND pieces < 10;

-- migrate:down
ALTER TABLE books DROP CONSTRAINT books_title_short;
