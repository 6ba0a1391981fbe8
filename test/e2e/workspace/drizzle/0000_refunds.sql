CREATE TABLE refunds (id bigint PRIMARY KEY, order_id bigint REFERENCES orders);
--> statement-breakpoint
ALTER TABLE orders ADD COLUMN refunded boolean;
