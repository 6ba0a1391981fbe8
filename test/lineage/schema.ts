// A database whose protected columns hold values that stand nowhere else: every text has `zq` and a digit in each of
// its parts, every number and date is one of the list in canaries.ts.
export const SCHEMA = `
CREATE TYPE mood AS ENUM ('none', 'zq5calm', 'zq5angry');
CREATE DOMAIN mail AS text CHECK (VALUE LIKE '%@%');
CREATE TYPE address AS (street text, zip int);
CREATE TABLE departments (id int PRIMARY KEY, title text, budget numeric);
INSERT INTO departments VALUES (1, 'sales', 1000), (2, 'support', 500.50);
CREATE TABLE people (
  id int PRIMARY KEY, name text, city text, department int REFERENCES departments, age int,
  ssn text, code varchar(40), pin int, salary numeric, born date, seen timestamptz, token uuid, doc jsonb,
  blob bytea, tags text[], feel mood, email mail, home address, span int4range, note text);
INSERT INTO people VALUES
  (1, 'Ada', 'Oslo', 1, 41, 'zq1aaa-zq1bbb-zq1ccc', 'zq1code-zq1one', 1836475921, 918273645.19, '1973-08-19',
   '2021-03-04 05:06:07.891+00', 'c0ffee11-2233-4455-8677-8899aabbccdd', '{"k": "zq2doc", "n": 1836475921, "l": ["zq2list"]}',
   'zq3blob', '{zq4tag,zq4tug}', 'zq5calm', 'zq6ada@example.com', ROW('zq7street', 7351928), '[7351931,7351939)', 'zq8note about zq8ada'),
  (2, 'Bob', 'Rome', 2, 29, 'zq1ddd-zq1eee-zq1fff', 'zq1code-zq1two', 1836475933, 918273645.77, '1973-08-23',
   '2021-03-04 05:06:09.113+00', 'c0ffee11-2233-4455-8677-8899aabbccee', '{"k": "zq2dak", "n": 1836475933, "l": []}',
   'zq3blab', '{zq4tig}', 'zq5angry', 'zq6bob@example.com', ROW('zq7road', 7351929), '[7351933,7351937)', 'zq8note about zq8bob'),
  (3, 'Cyd', 'Oslo', 1, 35, 'zq1ggg-zq1hhh-zq1iii', 'zq1code-zq1tri', 1836475947, 918273645.83, '1973-08-29',
   '2021-03-04 05:06:11.317+00', 'c0ffee11-2233-4455-8677-8899aabbccff', '{"k": "zq2dek", "n": 1836475947, "l": ["zq2lost"]}',
   'zq3blub', '{}', 'zq5calm', 'zq6cyd@example.com', ROW('zq7lane', 7351930), 'empty', 'zq8note about zq8cyd'),
  (4, 'Dan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
CREATE TABLE former (left_on date) INHERITS (people);
INSERT INTO former (id, name, ssn, left_on) VALUES (9, 'Eve', 'zq1old-zq1eve', '2020-01-01');
CREATE TABLE orders (id int PRIMARY KEY, person int, total numeric, memo text);
INSERT INTO orders VALUES (1, 1, 10.50, 'first'), (2, 1, 20, 'second'), (3, 2, 5, NULL);
CREATE TABLE events (id int, day date, payload text, kind text) PARTITION BY RANGE (day);
CREATE TABLE events_2024 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE events_rest PARTITION OF events DEFAULT;
INSERT INTO events VALUES (1, '2024-05-05', 'zq9payload', 'login'), (2, '2023-05-05', 'zq9other', 'logout');
CREATE VIEW directory AS SELECT id, name, ssn AS reference, upper(ssn) AS shout, city FROM people;
CREATE VIEW directory_of_directory AS SELECT name, reference, shout || '!' AS loud FROM directory;
CREATE VIEW cities AS SELECT city, count(*) AS inhabitants FROM people GROUP BY city;
CREATE VIEW sales AS SELECT o.id, o.total, o.memo FROM orders o;
CREATE VIEW everybody AS SELECT name, ssn FROM people UNION ALL SELECT title, NULL FROM departments;
CREATE MATERIALIZED VIEW stored AS SELECT id, name, ssn AS reference, length(ssn) AS size FROM people;
CREATE FUNCTION ssn_of(who int) RETURNS text LANGUAGE sql STABLE AS 'SELECT ssn FROM people WHERE id = who';
CREATE FUNCTION frozen() RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN RETURN (SELECT ssn FROM people WHERE id = 1); END $$;
CREATE FUNCTION people_in(place text) RETURNS SETOF people LANGUAGE sql STABLE AS 'SELECT * FROM people WHERE city = place';
CREATE FUNCTION contact(who int) RETURNS TABLE (person text, number text) LANGUAGE plpgsql AS
  $$ BEGIN RETURN QUERY SELECT p.name, p.ssn FROM people p WHERE p.id = who; END $$;
CREATE FUNCTION opened() RETURNS refcursor LANGUAGE plpgsql AS
  $$ DECLARE c refcursor := 'opened'; BEGIN OPEN c FOR SELECT ssn, name FROM people ORDER BY id; RETURN c; END $$;
CREATE FUNCTION labelled() RETURNS refcursor LANGUAGE plpgsql AS
  $$ DECLARE c refcursor := 'labelled'; BEGIN
     OPEN c FOR EXECUTE format('SELECT 1 AS %I', (SELECT ssn FROM people WHERE id = 1)); RETURN c; END $$;
CREATE FUNCTION tell() RETURNS trigger LANGUAGE plpgsql AS
  $$ BEGIN PERFORM pg_notify('people', row_to_json(NEW)::text); RAISE NOTICE 'now %', NEW; RETURN NEW; END $$;
CREATE TRIGGER tell AFTER UPDATE OF age ON people FOR EACH ROW EXECUTE FUNCTION tell();
CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS
  $$ BEGIN RAISE EXCEPTION 'not %', NEW USING DETAIL = NEW.ssn, HINT = NEW.ssn, TABLE = NEW.ssn, ERRCODE = 'ZQ1AA'; END $$;
CREATE TRIGGER fail BEFORE UPDATE OF city ON people FOR EACH ROW EXECUTE FUNCTION fail();
CREATE FUNCTION secret(orders) RETURNS text LANGUAGE sql AS 'SELECT ssn FROM people WHERE id = $1.person';
CREATE FUNCTION initcap(orders) RETURNS text LANGUAGE sql AS 'SELECT ssn FROM people WHERE id = $1.person';
CREATE FUNCTION points_at(int, int) RETURNS text LANGUAGE sql AS 'SELECT ssn FROM people WHERE id = $1';
CREATE OPERATOR ==> (LEFTARG = int, RIGHTARG = int, FUNCTION = points_at);
CREATE TYPE envelope AS (content text);
CREATE FUNCTION wrap(orders) RETURNS envelope LANGUAGE sql AS 'SELECT ROW(ssn)::envelope FROM people WHERE id = $1.person';
CREATE CAST (orders AS envelope) WITH FUNCTION wrap(orders);
CREATE VIEW called AS SELECT 'x'::text AS who, ssn_of(1) AS number;
CREATE VIEW recalled AS SELECT number, 1 AS n FROM called;
CREATE TABLE letters (id int, content text, small text, shout text GENERATED ALWAYS AS (upper(content)) STORED);
INSERT INTO letters (id, content, small) VALUES (1, 'zq9letter', 'open');
ANALYZE;`

/** What the policy of the test protects. */
export const PROTECTED = [
  'ssn code pin salary born seen token doc blob tags feel email home span note'
    .split(' ')
    .map((column) => `public.people.${column}`),
  'public.events.payload',
  'public.letters.content',
].flat()
