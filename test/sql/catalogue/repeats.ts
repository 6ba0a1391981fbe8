// Code that changes one row by key, and statements that come to it once or many times.

/** 60 notes and 60 users; `app.remove` and the like take one note, `app.count_up` writes one counter. */
export const KEYED = `
CREATE SCHEMA app;
CREATE TABLE notes (id int PRIMARY KEY, b int);
CREATE TABLE users (id int PRIMARY KEY, b int);
CREATE TABLE spare (id int PRIMARY KEY, b int);
CREATE TABLE counters (id int PRIMARY KEY, n int);
INSERT INTO notes SELECT n, 0 FROM generate_series(1, 60) n;
INSERT INTO users SELECT n, 0 FROM generate_series(1, 60) n;
INSERT INTO counters VALUES (1, 0);
CREATE FUNCTION app.remove(n int) RETURNS int LANGUAGE plpgsql AS 'BEGIN DELETE FROM public.notes WHERE id = n; RETURN n; END';
CREATE FUNCTION app.removed(n int) RETURNS int LANGUAGE sql AS 'DELETE FROM public.notes WHERE id = n RETURNING id';
CREATE FUNCTION app.pop() RETURNS int LANGUAGE sql AS 'DELETE FROM public.notes WHERE id = (SELECT min(id) FROM public.notes) RETURNING id';
CREATE FUNCTION app.through(n int) RETURNS int LANGUAGE sql AS 'SELECT app.remove(n)';
CREATE FUNCTION app.mark(n int) RETURNS int LANGUAGE sql AS 'UPDATE public.notes SET b = 1 WHERE id = n RETURNING id';
CREATE FUNCTION app.down(n int) RETURNS int LANGUAGE plpgsql AS 'BEGIN DELETE FROM public.notes WHERE id = n; IF n > 1 THEN PERFORM app.down(n - 1); END IF; RETURN n; END';
CREATE FUNCTION app.ids() RETURNS SETOF int LANGUAGE sql AS 'SELECT generate_series(1, 60)';
CREATE FUNCTION app.one() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION app.number() RETURNS int LANGUAGE sql AS 'UPDATE public.counters SET n = n + 1 WHERE id = 1 RETURNING n';
CREATE FUNCTION app.both(a int, b int) RETURNS int LANGUAGE sql AS 'SELECT app.remove(b)';
CREATE AGGREGATE app.wipe(int) (SFUNC = app.both, STYPE = int, INITCOND = '0');
CREATE OPERATOR app.@@@ (RIGHTARG = int, FUNCTION = app.remove);
CREATE DOMAIN app.gone AS int CHECK (app.remove(VALUE) IS NOT NULL);
CREATE TYPE app.box AS (n int);
CREATE FUNCTION app.unbox(app.box) RETURNS int LANGUAGE sql AS 'SELECT app.remove($1.n)';
CREATE CAST (app.box AS int) WITH FUNCTION app.unbox(app.box);
CREATE FUNCTION public.rid(users) RETURNS int LANGUAGE sql AS 'SELECT app.remove($1.id)';
CREATE VIEW removing AS SELECT id, app.remove(id) AS r FROM users;
CREATE VIEW popping AS SELECT app.pop() AS r;
CREATE VIEW calling AS SELECT app.remove(1) AS r;
CREATE TABLE checked (id int CHECK (app.remove(id) > 0));
CREATE TABLE defaulted (id int, d int DEFAULT app.pop());
CREATE TABLE typed (id app.gone);
CREATE TABLE watched (id int);
CREATE FUNCTION app.watch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN DELETE FROM public.notes WHERE id = NEW.id; RETURN NEW; END';
CREATE TRIGGER watch BEFORE INSERT OR UPDATE ON watched FOR EACH ROW EXECUTE FUNCTION app.watch();
CREATE TABLE counted (id int);
CREATE FUNCTION app.count_up() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN UPDATE public.counters SET n = n + 1 WHERE id = 1; RETURN NEW; END';
CREATE TRIGGER count BEFORE INSERT ON counted FOR EACH ROW EXECUTE FUNCTION app.count_up();
CREATE TABLE ruled (id int);
CREATE VIEW upserted AS SELECT id, b FROM notes;
CREATE RULE upsert AS ON INSERT TO upserted DO INSTEAD INSERT INTO notes VALUES (NEW.id, NEW.b) ON CONFLICT (id) DO UPDATE SET b = excluded.b;
CREATE RULE also AS ON INSERT TO ruled DO ALSO SELECT app.remove(NEW.id);
`

/** Each loses most of the notes, or overwrites them. */
export const MANY: readonly string[] = [
  'SELECT app.remove(id) FROM users',
  'SELECT app.removed(id) FROM users',
  'SELECT app.through(id) FROM users',
  'SELECT app.mark(id) FROM users',
  'SELECT app.remove(g) FROM generate_series(1, 60) g',
  'SELECT app.remove(generate_series(1, 60))',
  'SELECT app.remove(unnest(ARRAY(SELECT id FROM users)))',
  'SELECT app.remove(app.ids())',
  'SELECT app.pop(), app.ids()',
  'SELECT app.pop(), generate_series(1, 60)',
  'SELECT app.down(60)',
  'SELECT 1 FROM users WHERE app.remove(id) > 0',
  'SELECT count(*) FROM users WHERE app.remove(id) > 0',
  'SELECT 1 FROM users ORDER BY app.remove(id)',
  'SELECT count(*) FROM users GROUP BY app.remove(id)',
  'SELECT array_agg(app.remove(id)) FROM users',
  'SELECT app.wipe(id) FROM users',
  'SELECT app.remove(id) FROM users UNION SELECT 1',
  'SELECT 1 FROM users u JOIN users v ON app.remove(u.id) = v.id',
  'SELECT l.r FROM users u, LATERAL (SELECT app.remove(u.id) AS r) l',
  'SELECT l.r FROM users u, LATERAL app.remove(u.id) l (r)',
  'SELECT l.r FROM users u CROSS JOIN app.remove(u.id) l (r)',
  'SELECT (SELECT app.remove(u.id)) FROM users u',
  'SELECT s.r FROM (SELECT app.remove(id) AS r FROM users) s',
  'WITH w AS (SELECT app.remove(id) AS r FROM users) SELECT * FROM w',
  'WITH w AS MATERIALIZED (SELECT app.remove(id) AS r FROM users) SELECT 1 FROM w',
  'WITH RECURSIVE w (n) AS (SELECT 1 UNION ALL SELECT app.remove(n) + 1 FROM w WHERE n < 60) SELECT max(n) FROM w',
  'WITH w AS (SELECT g FROM generate_series(1, 60) g) SELECT app.remove(g) FROM w',
  'UPDATE users SET b = app.remove(id)',
  'UPDATE users SET b = 1 WHERE app.remove(id) = 0',
  'UPDATE users SET b = 1 RETURNING app.remove(id)',
  'UPDATE users SET b = 1 FROM users v WHERE users.id = v.id RETURNING app.remove(v.id)',
  'DELETE FROM users WHERE app.remove(id) = 0',
  'INSERT INTO spare SELECT app.remove(id) FROM users',
  'INSERT INTO spare SELECT id FROM users RETURNING app.remove(id)',
  'INSERT INTO users SELECT g FROM generate_series(1, 60) g ON CONFLICT (id) DO UPDATE SET b = app.remove(users.id)',
  'INSERT INTO users SELECT g FROM generate_series(1, 60) g ON CONFLICT (id) DO UPDATE SET b = 1 WHERE app.remove(users.id) = 0',
  'INSERT INTO checked SELECT id FROM users',
  'INSERT INTO defaulted SELECT id FROM users',
  'INSERT INTO typed SELECT id FROM users',
  'INSERT INTO watched SELECT id FROM users',
  'INSERT INTO watched SELECT generate_series(1, 60)',
  'INSERT INTO watched SELECT app.ids()',
  'INSERT INTO ruled SELECT id FROM users',
  'INSERT INTO upserted SELECT id, 1 FROM users',
  'CREATE TABLE made AS SELECT app.remove(id) AS r FROM users',
  'CREATE TABLE made (id int DEFAULT app.pop()); INSERT INTO made (id) SELECT app.pop() FROM users',
  'ALTER TABLE users ALTER COLUMN b TYPE int USING app.remove(id)',
  'ALTER TABLE users ADD CHECK (app.remove(id) > 0)',
  'ALTER TABLE users ADD COLUMN c int DEFAULT app.pop()',
  'SELECT OPERATOR(app.@@@) id FROM users',
  'SELECT id::app.gone FROM users',
  'SELECT ROW(id)::app.box::int FROM users',
  'SELECT u.rid FROM users u',
  'SELECT * FROM removing',
  'SELECT p.r FROM users u CROSS JOIN LATERAL (SELECT r FROM popping WHERE u.id > 0 OFFSET 0) p',
  'EXPLAIN ANALYZE SELECT app.remove(id) FROM users',
  'PREPARE p AS SELECT app.remove(id) FROM users; EXECUTE p',
  'DECLARE c CURSOR WITH HOLD FOR SELECT app.remove(id) FROM users; FETCH ALL FROM c',
  'DO $$ BEGIN PERFORM app.remove(id) FROM users; END $$',
  'DO $$ BEGIN FOR i IN 1..60 LOOP PERFORM app.remove(i); END LOOP; END $$',
  'DO $$ DECLARE i int := 1; n int; BEGIN WHILE i < 60 LOOP n := app.remove(i); i := i + 1; END LOOP; END $$',
  'DO $$ DECLARE r record; BEGIN FOR r IN SELECT id FROM users LOOP IF app.remove(r.id) = 0 THEN NULL; END IF; END LOOP; END $$',
  'DO $$ BEGIN FOR i IN 1..60 LOOP INSERT INTO watched VALUES (i); END LOOP; END $$',
  "DO $$ BEGIN FOR i IN 1..60 LOOP EXECUTE 'SELECT app.remove($1)' USING i; END LOOP; END $$",
  'CREATE FUNCTION made(n int DEFAULT 1) RETURNS int LANGUAGE plpgsql AS $f$ BEGIN DELETE FROM notes WHERE id = n; RETURN 1; END $f$; SELECT made(g) FROM generate_series(1, 60) g',
  'CREATE FUNCTION made() RETURNS int LANGUAGE sql AS $f$ DELETE FROM notes WHERE id = (SELECT min(id) FROM notes) RETURNING id $f$; SELECT made() FROM users',
  'CREATE FUNCTION made(n int) RETURNS int LANGUAGE sql AS $f$ SELECT app.remove(n) $f$; SELECT made(id) FROM users',
  'CREATE FUNCTION made(n int) RETURNS int LANGUAGE plpgsql AS $f$ BEGIN DELETE FROM notes WHERE id = n; IF n > 1 THEN PERFORM made(n - 1); END IF; RETURN n; END $f$; SELECT made(60)',
]

/** Each comes to such code once, or only counts. */
export const FEW: readonly string[] = [
  'SELECT app.remove(1)',
  'SELECT app.remove(1), app.remove(2)',
  'SELECT app.remove(app.one())',
  'SELECT * FROM app.remove(1)',
  'SELECT app.remove(id) FROM users WHERE id = 1',
  'SELECT OPERATOR(app.@@@) 1',
  'SELECT 1::app.gone',
  'VALUES (app.remove(1)), (app.remove(2))',
  'UPDATE users SET b = app.remove(1) WHERE id = 1',
  'DELETE FROM users WHERE id = 1 RETURNING app.remove(id)',
  'INSERT INTO spare VALUES (app.remove(1))',
  'INSERT INTO watched VALUES (1), (2)',
  'INSERT INTO checked VALUES (1)',
  'INSERT INTO typed VALUES (1)',
  'INSERT INTO upserted VALUES (1, 1)',
  'INSERT INTO counted SELECT id FROM users',
  'INSERT INTO spare SELECT app.number()',
  'SELECT * FROM calling',
  'DO $$ BEGIN PERFORM app.remove(1); END $$',
  'CREATE FUNCTION made(n int) RETURNS int LANGUAGE plpgsql AS $f$ BEGIN DELETE FROM notes WHERE id = n; RETURN n; END $f$',
]
