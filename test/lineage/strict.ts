// Ways to learn a protected value without reading it, one bit or more at a time; and reads that any job may do.

/** Statements of one connection, one of which has to be held. They are rolled back. */
export interface Ask {
  readonly name: string
  readonly sql: readonly string[]
  /** Oldest server that has the syntax. */
  readonly since?: number
}

const ask = (name: string, ...sql: string[]): Ask => ({ name, sql })
const block = (body: string): string => `DO $$ ${body} $$`

export const QUERIES: readonly Ask[] = [
  ask(
    'LIMIT',
    'SELECT g FROM generate_series(1, 200) g LIMIT (SELECT ascii(substr(ssn, 3, 1)) FROM people WHERE id = 1)',
  ),
  ask('OFFSET', 'SELECT 1 OFFSET (SELECT ascii(ssn) FROM people WHERE id = 1)'),
  ask(
    'LIMIT of each row',
    "SELECT name FROM people, LATERAL (SELECT 1 LIMIT CASE WHEN ssn > 'x' THEN 1 ELSE 0 END) q",
  ),
  ask('USING', "SELECT name FROM people JOIN (VALUES ('guess')) v (ssn) USING (ssn)"),
  ask('NATURAL', "SELECT name FROM people NATURAL JOIN (VALUES ('guess')) v (ssn)"),
  ask(
    'IS NULL of a computed column',
    "SELECT name FROM (SELECT name, CASE WHEN ssn > 'm' THEN 1 END AS x FROM people) q WHERE x IS NULL",
  ),
  ask(
    'count of a computed column',
    "SELECT count(x) FROM (SELECT CASE WHEN ssn > 'm' THEN 1 END AS x FROM people) q",
  ),
  ask('num_nulls', "SELECT num_nulls(b) FROM (SELECT CASE WHEN ssn > 'm' THEN 1 END AS b FROM people) q"),
  ask(
    'a join of columns of one name',
    "SELECT p.name FROM people p JOIN (SELECT id, CASE WHEN ssn > 'zq1d' THEN ssn END AS x FROM people) q ON q.x = p.ssn",
  ),
  ask('an alias of a join', "SELECT 1 FROM (people a JOIN orders b ON a.ssn > 'm') j"),
  ask('a join with itself', 'SELECT a.name FROM people a JOIN people b ON a.ssn = b.ssn'),
  ask('EXCEPT', "SELECT ssn > 'm' FROM people WHERE id = 1 EXCEPT SELECT true"),
  ask('INTERSECT', "SELECT ssn FROM people INTERSECT SELECT 'guess'"),
  ask('UNION', "SELECT ssn FROM people UNION SELECT 'guess'"),
  ask('DISTINCT', 'SELECT DISTINCT ssn FROM people'),
  ask('count of DISTINCT', 'SELECT count(DISTINCT ssn) FROM people'),
  ask('GROUP BY', "SELECT count(*) FROM people GROUP BY ssn > 'zq1d'"),
  ask('GROUP BY two', 'SELECT name FROM people GROUP BY ssn, name'),
  ask('GROUPING SETS', 'SELECT count(*) FROM people GROUP BY GROUPING SETS ((ssn), ())'),
  ask('the order of a union', "SELECT ssn, name FROM people UNION ALL SELECT 'zq1c', '<guess>' ORDER BY 1"),
  ask('an alias that wins', 'SELECT ssn AS name, name AS n FROM people ORDER BY name'),
  ask('the name of coalesce', `SELECT coalesce(ssn, 'x'), name FROM people ORDER BY "coalesce"`),
  ask('the name of a subquery', 'SELECT (SELECT p.ssn), name FROM people p ORDER BY ssn'),
  ask('a place in ROLLUP', 'SELECT ssn, count(*) FROM people GROUP BY ROLLUP (1)'),
  ask('places in brackets', 'SELECT ssn, name FROM people GROUP BY (1, 2)'),
  ask('a name in GROUPING SETS', 'SELECT ssn AS z, count(*) FROM people GROUP BY GROUPING SETS ((z), ())'),
  ask('ORDER BY behind a star', 'SELECT p.*, 1 FROM people p ORDER BY 3'),
  ask('DISTINCT ON', 'SELECT DISTINCT ON (ssn) name FROM people'),
  ask('a window', 'SELECT name, row_number() OVER w FROM people WINDOW w AS (ORDER BY ssn)'),
  ask('the order within an aggregate', 'SELECT array_agg(name ORDER BY ssn) FROM people'),
  ask('FILTER', "SELECT count(*) FILTER (WHERE ssn > 'm') FROM people"),
  ask('rows of a function', "SELECT regexp_matches(ssn, '^z', 'g') FROM people"),
  ask(
    'a function in FROM',
    `SELECT name FROM people, jsonb_path_query(to_jsonb(people), '$.ssn ? (@ > "zq1d")')`,
  ),
  ask('a sample', 'SELECT name FROM people TABLESAMPLE bernoulli ((SELECT ascii(ssn) FROM people LIMIT 1))'),
  ask('an error', "SELECT CASE WHEN substr(ssn, 1, 1) = 'z' THEN 1/0 ELSE 1 END FROM people WHERE id = 1"),
  ask('an error of a cast', 'SELECT ssn::int FROM people WHERE id = 1'),
  ask('an error in VALUES', 'VALUES (1 / (SELECT ascii(ssn) - 122 FROM people WHERE id = 1))'),
  ask('ANY of an array', "SELECT 1 WHERE 'guess' = ANY (ARRAY(SELECT ssn FROM people))"),
  ask('IN as a column', "SELECT 'guess' IN (SELECT ssn FROM people), 1/0"),
  ask('the whole row', "SELECT name FROM people p WHERE p::text LIKE '%zq1%'"),
  ask('columns under other names', "SELECT p.c FROM people p (a, b, c, d, e, f) WHERE p.f > 'm'"),
  ask('a function of the row', "SELECT name FROM people p WHERE p.to_jsonb->>'ssn' > 'm'"),
  ask(
    'recursion',
    "WITH RECURSIVE t (n, s) AS (SELECT 1, ssn FROM people WHERE id = 1 UNION ALL SELECT n + 1, substr(s, 2) FROM t WHERE s <> '') SELECT count(*) FROM t",
  ),
  ask('a child table', "SELECT name FROM former WHERE ssn > 'm'"),
  ask('a generated column', "SELECT id FROM letters WHERE shout > 'm'"),
  ask('a view', "SELECT id FROM directory WHERE reference > 'm'"),
  ask('an outer column', "SELECT name FROM people WHERE EXISTS (SELECT 1 FROM orders WHERE ssn > 'm')"),
  ask('what a stored function returns', "SELECT id FROM orders WHERE ssn_of(person) > 'm'"),
  ask(
    'NULL of what a stored function returns',
    'SELECT id FROM (SELECT id, ssn_of(person) AS x FROM orders) q WHERE x IS NULL',
  ),
  ask('a stored operator', "SELECT id FROM orders WHERE (1 ==> 1) > 'm'"),
  ask('a stored function as a field', "SELECT id FROM orders o WHERE o.secret > 'm'"),
  ask('PREPARE', 'PREPARE p AS SELECT id FROM people WHERE ssn > $1'),
  ask('a cursor', 'DECLARE c CURSOR FOR SELECT id FROM people ORDER BY ssn'),
  ask('EXPLAIN', "EXPLAIN SELECT 1 FROM people WHERE ssn > 'm'"),
]

export const CHANGES: readonly Ask[] = [
  ask('UPDATE', "UPDATE orders SET memo = 'x' FROM people p WHERE p.id = orders.person AND p.ssn > 'm'"),
  ask('RETURNING', 'DELETE FROM orders USING people p WHERE orders.id = -1 RETURNING 1 / length(p.ssn)'),
  ask('ON CONFLICT', "INSERT INTO people (id, ssn) VALUES (999, 'guess') ON CONFLICT (ssn) DO NOTHING"),
  ask(
    'MERGE',
    "MERGE INTO orders o USING people p ON p.id = o.id WHEN MATCHED AND p.ssn > 'm' THEN UPDATE SET memo = 'x'",
  ),
  ask('INSERT into a column with a check', 'INSERT INTO letters (content) SELECT ssn FROM people'),
  ask('the column into itself', 'UPDATE people SET ssn = upper(ssn) WHERE id = 1'),
  ask(
    'RETURNING of WITH',
    "WITH t AS (UPDATE people SET age = 1 WHERE id = -1 RETURNING ssn) SELECT 1 FROM t WHERE ssn > 'm'",
  ),
  ask('CREATE TABLE AS', 'CREATE TEMP TABLE t AS SELECT ssn FROM people WHERE id = 1'),
  ask('SELECT INTO', 'SELECT id, ssn INTO TEMP t FROM people WHERE id = 1'),
  ask('a materialized view', 'CREATE MATERIALIZED VIEW m AS SELECT ssn FROM people WHERE id = 1'),
  ask('the size of the log', "EXPLAIN (ANALYZE, WAL) UPDATE people SET ssn = 'guess' WHERE id = 1"),
  ask(
    'the size of the log of ON CONFLICT',
    "EXPLAIN (ANALYZE, WAL) INSERT INTO people (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET ssn = 'guess'",
  ),
  ask(
    'the size of the log of EXECUTE',
    'PREPARE up AS UPDATE people SET ssn = $1 WHERE id = 1',
    "EXPLAIN (ANALYZE, WAL) EXECUTE up('guess')",
  ),
  ask(
    'the place in the log',
    "UPDATE people SET ssn = 'guess' WHERE id = 1",
    'SELECT pg_current_wal_insert_lsn()',
  ),
  ask('another name of that place', "SELECT pg_logical_emit_message(false, 'a', 'b')"),
  ask('all of the log', 'SELECT wal_bytes FROM pg_stat_wal'),
  ask('counters', "SELECT n_tup_hot_upd FROM pg_stat_xact_user_tables WHERE relname = 'people'"),
  ask('a counter', "SELECT pg_stat_get_xact_tuples_hot_updated('people'::regclass)"),
  ask('WHERE of COPY', 'COPY orders (id) FROM STDIN WHERE memo = (SELECT ssn FROM people WHERE id = 1)'),
]

export const CODE: readonly Ask[] = [
  ask(
    'a notice',
    block("BEGIN IF (SELECT ssn > 'm' FROM people WHERE id = 1) THEN RAISE NOTICE 'x'; END IF; END"),
  ),
  ask(
    'the number of notices',
    block("BEGIN FOR i IN 1..(SELECT ascii(ssn) FROM people LIMIT 1) LOOP RAISE NOTICE 'x'; END LOOP; END"),
  ),
  ask(
    'a constant row',
    block(
      "BEGIN IF (SELECT ssn > 'm' FROM people LIMIT 1) THEN INSERT INTO orders (id) VALUES (99); END IF; END",
    ),
  ),
  ask(
    'a setting',
    block(
      "DECLARE v text; BEGIN SELECT ssn INTO v FROM people LIMIT 1; PERFORM set_config('app.b', 'y', false); END",
    ),
  ),
  ask(
    'a row variable',
    block('DECLARE r people%ROWTYPE; BEGIN SELECT * INTO r FROM people WHERE id = 1; END'),
  ),
  ask('an alias of a join', block("BEGIN PERFORM 1 FROM (people a JOIN orders b ON a.ssn > 'm') j; END")),
  ask('a loop', block('DECLARE r record; BEGIN FOR r IN TABLE people LOOP NULL; END LOOP; END')),
  ask('EXECUTE', block("BEGIN EXECUTE 'SELECT 1 / (ascii(ssn) - 122) FROM people WHERE id = 1'; END")),
  ask(
    'RETURNING INTO',
    block('DECLARE v text; BEGIN UPDATE people SET age = 1 WHERE id = 1 RETURNING ssn INTO v; END'),
  ),
  ask(
    'a function',
    "CREATE FUNCTION leak() RETURNS text LANGUAGE sql AS 'SELECT ssn FROM people WHERE id = 1'",
  ),
  ask(
    'a function, parsed',
    'CREATE FUNCTION leak() RETURNS text LANGUAGE sql RETURN (SELECT ssn FROM people WHERE id = 1)',
  ),
  ask(
    'a trigger function',
    "CREATE FUNCTION leak() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.ssn > 'm' THEN RETURN NULL; END IF; RETURN NEW; END $$",
  ),
  ask(
    'a trigger',
    'CREATE TRIGGER z BEFORE UPDATE ON people FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()',
  ),
  ask(
    'a function of the row, made just now',
    "CREATE FUNCTION late(people) RETURNS boolean LANGUAGE sql AS 'SELECT $1.ssn > ''m'''",
    'SELECT id FROM people p WHERE p.late',
  ),
  ask(
    'one that fails where it is shown',
    "CREATE FUNCTION late(anyelement) RETURNS int LANGUAGE sql AS 'SELECT 1 / position(''zq'' IN $1::text)'",
    'SELECT p.late FROM people p',
  ),
  ask(
    'one that returns NULL',
    "CREATE FUNCTION late(people, n int DEFAULT 1) RETURNS int LANGUAGE sql AS 'SELECT CASE WHEN $1.ssn > ''m'' THEN 1 END'",
    'SELECT count(p.late) FROM people p',
  ),
  ask(
    'a function by the name of a built-in one',
    "CREATE FUNCTION upper(varchar) RETURNS int LANGUAGE sql AS 'SELECT 1 / (ascii($1) - 122)'",
    'SELECT upper(ssn) FROM people',
  ),
]

export const DEFINITIONS: readonly Ask[] = [
  ask('CHECK', "ALTER TABLE people ADD CHECK (ssn > 'm')"),
  ask('UNIQUE', 'ALTER TABLE people ADD UNIQUE (ssn)'),
  ask(
    'a foreign key',
    'CREATE TABLE g (g text PRIMARY KEY)',
    'ALTER TABLE people ADD FOREIGN KEY (ssn) REFERENCES g',
  ),
  ask('a foreign key to it', 'CREATE TABLE g (g text REFERENCES people (ssn))'),
  ask('a unique index', 'CREATE UNIQUE INDEX ON people (ssn)'),
  ask('an index over an expression', 'CREATE INDEX ON people ((1 / (ascii(ssn) - 122)))'),
  ask('a part of an index', "CREATE INDEX ON people (id) WHERE ssn > 'm'"),
  ask('a type', 'ALTER TABLE people ALTER ssn TYPE varchar(3)'),
  ask(
    'a generated column',
    'ALTER TABLE people ADD g int GENERATED ALWAYS AS (1 / (ascii(ssn) - 122)) STORED',
  ),
  ask('a policy', "CREATE POLICY p ON people USING (ssn > 'm')"),
  ask('a rule', "CREATE RULE r AS ON UPDATE TO people WHERE old.ssn > 'm' DO INSTEAD NOTHING"),
  ask('statistics', "CREATE STATISTICS s ON (ssn > 'm'), name FROM people"),
  ask('a domain', 'CREATE DOMAIN dom AS text', "ALTER DOMAIN dom ADD CHECK (VALUE > 'm')"),
  ask(
    'a partition',
    "CREATE TABLE e PARTITION OF events (CHECK (payload > 'm')) FOR VALUES FROM ('2030-01-01') TO ('2031-01-01')",
  ),
  ask('the order on disk', 'CLUSTER people USING people_pkey'),
  ask('a view', "CREATE VIEW v AS SELECT id FROM people WHERE ssn > 'm'"),
  ask(
    'a view that shows it',
    'CREATE VIEW v AS SELECT id, ssn AS x FROM people',
    "SELECT id FROM v WHERE x > 'm'",
  ),
  ask(
    'a view by another name',
    'CREATE VIEW v AS SELECT id, ssn AS x FROM people',
    'ALTER VIEW v RENAME TO w',
    "SELECT id FROM w WHERE x > 'm'",
  ),
  ask('a materialized view', 'CREATE MATERIALIZED VIEW m AS SELECT id FROM people ORDER BY ssn'),
  ask(
    'a schema with a view',
    "CREATE SCHEMA s CREATE VIEW v AS SELECT id FROM public.people WHERE ssn > 'm'",
  ),
]

export const ORDINARY: readonly string[] = [
  'SELECT id, ssn FROM people WHERE id = 1',
  'SELECT * FROM people WHERE age > 30 LIMIT 2',
  'SELECT p.*, d.title FROM people p LEFT JOIN departments d ON d.id = p.department ORDER BY p.id',
  'SELECT q.s FROM (SELECT ssn AS s, id FROM people) q WHERE q.id = 1',
  'WITH x AS (SELECT id, ssn FROM people) SELECT ssn FROM x ORDER BY id',
  'SELECT count(*), count(ssn) FROM people WHERE ssn IS NOT NULL',
  "SELECT lower(ssn), length(ssn), coalesce(ssn, 'none') FROM people ORDER BY id",
  'SELECT city, count(ssn) FROM people GROUP BY city ORDER BY 1',
  'SELECT id, ssn FROM people ORDER BY 1',
  "SELECT (SELECT p.ssn), coalesce(ssn, 'x'), name FROM people p ORDER BY name",
  'SELECT d.title, (SELECT p.ssn FROM people p WHERE p.department = d.id ORDER BY p.id LIMIT 1) FROM departments d',
  'SELECT name, EXISTS (SELECT ssn FROM people WHERE id = o.person) FROM orders o, departments d JOIN people p ON p.department = d.id',
  'SELECT id, ssn, total FROM (SELECT id, ssn FROM people) a NATURAL JOIN (SELECT id, total FROM orders) b ORDER BY id',
  'SELECT id, reference FROM directory',
  'SELECT o.id, ssn_of(o.person) FROM orders o WHERE o.id = 1',
  'SELECT title, upper(title) FROM departments GROUP BY 1, 2 ORDER BY title LIMIT 5',
  'EXPLAIN SELECT ssn FROM people WHERE id = 1',
  'EXPLAIN (ANALYZE, WAL) UPDATE people SET age = 3 WHERE id = 1',
  'SELECT relname, n_live_tup FROM pg_stat_user_tables',
  "INSERT INTO people (id, name, ssn) VALUES (999, 'x', 'y') ON CONFLICT (id) DO UPDATE SET ssn = excluded.ssn",
  "UPDATE people SET ssn = 'x' WHERE id = 77 RETURNING id, ssn",
  'UPDATE orders o SET memo = p.name FROM people p WHERE p.id = o.person AND o.id = 999',
  'DELETE FROM orders WHERE person IN (SELECT id FROM people WHERE age > 900)',
  'CREATE TEMP TABLE t AS SELECT id, name FROM people WHERE age > 3',
  'CREATE TABLE t (id int PRIMARY KEY, ssn text UNIQUE CHECK (length(ssn) > 3), person int REFERENCES people)',
  'ALTER TABLE people ADD COLUMN extra text',
  "ALTER TABLE people ALTER ssn SET DEFAULT 'x'",
  'CREATE INDEX ON people (name)',
  "CREATE FUNCTION f(a int) RETURNS text LANGUAGE sql AS 'SELECT name FROM people WHERE id = a'",
  'CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.name := upper(NEW.name); RETURN NEW; END $$',
  'CREATE TRIGGER z BEFORE UPDATE ON departments FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()',
  block(
    'DECLARE r record; BEGIN FOR r IN SELECT id, name FROM people LOOP UPDATE people SET name = r.name WHERE id = r.id; END LOOP; END',
  ),
]
