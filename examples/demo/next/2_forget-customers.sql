-- Up Migration
DROP TABLE customers CASCADE;
