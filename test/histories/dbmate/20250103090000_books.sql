-- migrate:up
CREATE EXTENSION IF NOT EXISTS pgcrypto;
CREATE TYPE book_state AS ENUM ('announced', 'printed');
CREATE TABLE publishers (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL UNIQUE
);
CREATE TABLE books (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    publisher_id bigint NOT NULL REFERENCES publishers ON DELETE RESTRICT,
    title text NOT NULL,
    pages smallint CHECK (pages > 0),
    state book_state NOT NULL DEFAULT 'announced'
);
INSERT INTO publishers (name) VALUES ('North'), ('South');
INSERT INTO books (publisher_id, title, pages) SELECT id, 'First of ' || name, 100 FROM publishers;

-- migrate:down
DROP TABLE books;
DROP TABLE publishers;
DROP TYPE book_state;
