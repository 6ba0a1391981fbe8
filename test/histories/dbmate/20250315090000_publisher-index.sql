-- migrate:up transaction:false
CREATE INDEX CONCURRENTLY books_publisher ON books (publisher_id);

-- migrate:down transaction:false
DROP INDEX CONCURRENTLY books_publisher;
