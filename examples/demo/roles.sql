-- Once per database, by its administrator. The owner owns the application's tables and cannot log in.
CREATE ROLE orders_owner NOLOGIN;

-- The broker makes a role for each grant and drops it at the end. Only the grant server has its password.
CREATE ROLE orders_broker LOGIN CREATEROLE PASSWORD 'replace-me';
GRANT orders_owner TO orders_broker WITH ADMIN OPTION;
GRANT pg_signal_backend TO orders_broker;
DO $$
BEGIN
  IF current_setting('server_version_num')::int >= 160000 THEN
    ALTER ROLE orders_broker SET createrole_self_grant = 'set, inherit';
  END IF;
END
$$;
