-- migrate:up transaction:false
ALTER TYPE book_state ADD VALUE IF NOT EXISTS 'sold out';

-- migrate:down
