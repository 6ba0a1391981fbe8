-- Up Migration
ALTER TABLE orders ADD COLUMN delivered_at timestamptz;
CREATE TABLE deliveries (id bigint PRIMARY KEY, order_id bigint NOT NULL REFERENCES orders);
INSERT INTO deliveries SELECT id, id FROM orders;

-- Down Migration
DROP TABLE deliveries;
ALTER TABLE orders DROP COLUMN delivered_at;
