// Extensions by what they bring.
/** Trusted, and made of functions and types that only compute. */
export const HARMLESS =
  /^(btree_gin|btree_gist|citext|cube|dict_int|earthdistance|fuzzystrmatch|hstore|intarray|isn|ltree|pg_trgm|pgcrypto|plpgsql|seg|tsm_system_rows|tsm_system_time|unaccent|uuid-ossp|vector|postgis)$/

/** Run commands or code outside of SQL, or reach other servers. */
export const UNTRUSTED =
  /^(pl(?!pgsql$)\w+|\w+_plpython3?u|dblink|\w+_fdw|adminpack|file_fdw|pg_cron|pg_net|http|pageinspect|pg_surgery|lo|pg_tle|plv8|pgsodium|xml2|tablefunc)$/
