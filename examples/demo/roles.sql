-- Once, by the database's administrator. The owner owns the application's tables and cannot log in.
CREATE ROLE orders_owner NOLOGIN;

-- The broker makes a role for each grant and drops it at the end. Only the grant server has its password.
CREATE ROLE orders_broker LOGIN CREATEROLE PASSWORD 'replace-me';
GRANT orders_owner TO orders_broker WITH ADMIN OPTION;
