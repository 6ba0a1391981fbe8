-- A shop's database before the deploy.
GRANT ALL ON SCHEMA public TO orders_owner;
CREATE TABLE customers (id bigint PRIMARY KEY, name text NOT NULL, email text NOT NULL, card text NOT NULL);
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint NOT NULL REFERENCES customers, note text);
ALTER TABLE customers OWNER TO orders_owner;
ALTER TABLE orders OWNER TO orders_owner;
INSERT INTO customers VALUES
  (1, 'Ada', 'ada.lovelace@example.com', '4111111111111111'),
  (2, 'Grace', 'grace.hopper@example.com', '5500005555555559');
INSERT INTO orders VALUES (1, 1, 'paid by card 4111111111111111'), (2, 2, 'leave at the door');
