/** A statement by which rows of `loses` go (1,000 before) through what `setup` has left in the database. */
export interface Case {
  readonly what: string
  readonly setup: string
  readonly run: string | readonly string[]
  /** `z.victim` unless given. */
  readonly loses?: string
  /** The effect that tells; `stored delete table z.victim` unless given. */
  readonly gone?: string
  /** Cleans up what does not go with schema z. */
  readonly without?: string
  /** Oldest server that knows the syntax. */
  readonly from?: number
}

const CHILD = (rules: string) =>
  `CREATE TABLE z.child (id int, a int REFERENCES z.a ${rules}); INSERT INTO z.child SELECT i, 1 FROM generate_series(1, 1000) i;`

export const CASES: readonly Case[] = [
  {
    what: 'a cast to a domain',
    setup: 'CREATE DOMAIN z.d AS text CHECK (z.wipe(VALUE));',
    run: "SELECT 'x'::z.d",
  },
  {
    what: 'a domain over a domain',
    setup: 'CREATE DOMAIN z.d AS text CHECK (z.wipe(VALUE)); CREATE DOMAIN z.e AS z.d;',
    run: "SELECT CAST('x' AS z.e)",
  },
  {
    what: 'an array of a domain',
    setup: 'CREATE DOMAIN z.d AS text CHECK (z.wipe(VALUE));',
    run: "SELECT '{x}'::z.d[]",
  },
  {
    what: 'a range over a domain',
    setup: 'CREATE DOMAIN z.d AS text CHECK (z.wipe(VALUE)); CREATE TYPE z.r AS RANGE (SUBTYPE = z.d);',
    run: "SELECT '[a,b]'::z.r",
  },
  {
    what: 'a multirange over a domain',
    setup:
      'CREATE DOMAIN z.d AS text CHECK (z.wipe(VALUE)); CREATE TYPE z.r AS RANGE (SUBTYPE = z.d, MULTIRANGE_TYPE_NAME = z.m);',
    run: "SELECT '{[a,b]}'::z.m",
    from: 14,
  },
  {
    what: 'a column of a range over a domain',
    setup:
      'CREATE DOMAIN z.d AS text CHECK (z.wipe(VALUE)); CREATE TYPE z.r AS RANGE (SUBTYPE = z.d); CREATE TABLE z.c (r z.r);',
    run: "INSERT INTO z.c VALUES ('[a,b]')",
  },
  {
    what: 'a cast between types of the server',
    setup:
      'CREATE FUNCTION z.loose(text) RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM z.wipe(1); RETURN 1; END $$; CREATE CAST (text AS int) WITH FUNCTION z.loose(text) AS IMPLICIT; CREATE TABLE z.c (n int);',
    run: 'INSERT INTO z.c SELECT v FROM z.a',
    without: 'DROP CAST (text AS int)',
  },
  {
    what: 'a cast between types of the server that is written out',
    setup:
      'CREATE FUNCTION z.loose(text) RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM z.wipe(1); RETURN 1; END $$; CREATE CAST (text AS int) WITH FUNCTION z.loose(text) AS IMPLICIT;',
    run: 'SELECT v::int FROM z.a',
    without: 'DROP CAST (text AS int)',
  },
  {
    what: 'extended statistics',
    setup: 'CREATE STATISTICS z.s ON (z.calm(id)), v FROM z.a;',
    run: 'ANALYZE z.a',
    from: 14,
  },
  {
    what: 'a composite with a domain',
    setup: 'CREATE DOMAIN z.d AS text CHECK (z.wipe(VALUE)); CREATE TYPE z.c AS (d z.d);',
    run: "SELECT '(x)'::z.c",
  },
  {
    what: 'a table of a composite with a domain',
    setup: 'CREATE DOMAIN z.d AS text CHECK (z.wipe(VALUE)); CREATE TYPE z.c AS (d z.d);',
    run: "CREATE TABLE z.q OF z.c; INSERT INTO z.q VALUES ('x')",
  },
  {
    what: 'what a record is declared with in a function',
    setup:
      'CREATE FUNCTION z.f() RETURNS void LANGUAGE plpgsql AS $$ DECLARE r z.a := (SELECT a FROM z.a WHERE z.wipe(v) LIMIT 1); BEGIN NULL; END $$;',
    run: 'SELECT z.f()',
  },
  {
    what: 'a row of a table with a domain',
    setup: 'CREATE DOMAIN z.d AS text CHECK (z.wipe(VALUE)); CREATE TABLE z.c (d z.d);',
    run: "SELECT '(x)'::z.c",
  },
  {
    what: 'a domain as a function',
    setup: 'CREATE DOMAIN z.d AS text CHECK (z.wipe(VALUE));',
    run: "SELECT z.d('x')",
  },
  {
    what: 'a type name before a literal',
    setup: 'CREATE DOMAIN z.d AS text CHECK (z.wipe(VALUE));',
    run: "SELECT z.d 'x'",
  },
  {
    what: 'a domain without its schema',
    setup: 'CREATE DOMAIN public.zd AS text CHECK (z.wipe(VALUE));',
    run: "SELECT 'x'::zd",
    without: 'DROP DOMAIN zd',
  },
  {
    what: 'a domain’s default',
    setup: 'CREATE DOMAIN z.d AS boolean DEFAULT z.wipe(1); CREATE TABLE z.c (id int, d z.d);',
    run: 'INSERT INTO z.c (id) VALUES (1)',
  },
  {
    what: 'a column of a domain',
    setup: 'CREATE DOMAIN z.d AS text CHECK (z.wipe(VALUE)); CREATE TABLE z.c (d z.d);',
    run: "INSERT INTO z.c VALUES ('x')",
  },
  {
    what: 'a domain of json_to_record',
    setup: 'CREATE DOMAIN z.d AS text CHECK (z.wipe(VALUE));',
    run: `SELECT * FROM json_to_record('{"a":"x"}') AS r (a z.d)`,
  },
  {
    what: 'a variable of a domain',
    setup: 'CREATE DOMAIN z.d AS text CHECK (z.wipe(VALUE));',
    run: "DO $$ DECLARE v z.d; BEGIN v := 'x'; END $$",
  },
  {
    what: 'a variable of a column’s type',
    setup: 'CREATE DOMAIN z.d AS text CHECK (VALUE IS NULL OR z.wipe(VALUE)); CREATE TABLE z.c (d z.d);',
    run: "DO $$ DECLARE v z.c.d%TYPE; BEGIN v := 'x'; END $$",
  },
  {
    what: 'an argument of a domain',
    setup:
      "CREATE DOMAIN z.d AS text CHECK (z.wipe(VALUE)); CREATE FUNCTION z.f(z.d) RETURNS int LANGUAGE plpgsql AS 'BEGIN RETURN 1; END';",
    run: "SELECT z.f('x')",
  },
  {
    what: 'an operator',
    setup:
      'CREATE FUNCTION z.two(int, int) RETURNS boolean LANGUAGE sql AS $$ SELECT z.wipe($1) $$; CREATE OPERATOR z.=== (FUNCTION = z.two, LEFTARG = int, RIGHTARG = int);',
    run: 'SELECT 1 OPERATOR(z.===) 2',
  },
  {
    what: 'an operator without its schema',
    setup:
      'CREATE FUNCTION z.two(int, int) RETURNS boolean LANGUAGE sql AS $$ SELECT z.wipe($1) $$; CREATE OPERATOR public.=== (FUNCTION = z.two, LEFTARG = int, RIGHTARG = int);',
    run: 'SELECT 1 === 2',
    without: 'DROP OPERATOR public.=== (int, int)',
  },
  {
    what: 'a prefix operator',
    setup:
      'CREATE FUNCTION z.one(int) RETURNS boolean LANGUAGE sql AS $$ SELECT z.wipe($1) $$; CREATE OPERATOR public.!! (FUNCTION = z.one, RIGHTARG = int);',
    run: 'SELECT !! 2',
    without: 'DROP OPERATOR public.!! (NONE, int)',
    from: 14,
  },
  {
    what: 'LIKE of a type of its own',
    setup:
      'CREATE TYPE z.c AS (a int); CREATE FUNCTION z.rows(z.c, z.c) RETURNS boolean LANGUAGE sql AS $$ SELECT z.wipe(1) $$; CREATE OPERATOR public.~~ (FUNCTION = z.rows, LEFTARG = z.c, RIGHTARG = z.c);',
    run: 'SELECT ROW(1)::z.c LIKE ROW(1)::z.c',
    without: 'DROP OPERATOR public.~~ (z.c, z.c)',
  },
  {
    what: 'IN of a type of its own',
    setup:
      'CREATE TYPE z.c AS (a int); CREATE FUNCTION z.rows(z.c, z.c) RETURNS boolean LANGUAGE sql AS $$ SELECT z.wipe(1) $$; CREATE OPERATOR public.= (FUNCTION = z.rows, LEFTARG = z.c, RIGHTARG = z.c); CREATE TABLE z.h (c z.c); INSERT INTO z.h VALUES (ROW(1));',
    run: 'SELECT c IN (c) FROM z.h',
    without: 'DROP OPERATOR public.= (z.c, z.c)',
  },
  {
    what: 'BETWEEN of a type of its own',
    setup:
      'CREATE TYPE z.c AS (a int); CREATE FUNCTION z.rows(z.c, z.c) RETURNS boolean LANGUAGE sql AS $$ SELECT z.wipe(1) $$; CREATE OPERATOR public.<= (FUNCTION = z.rows, LEFTARG = z.c, RIGHTARG = z.c); ',
    run: 'SELECT ROW(1)::z.c BETWEEN ROW(0)::z.c AND ROW(1)::z.c',
    without: 'DROP OPERATOR public.<= (z.c, z.c)',
  },
  {
    what: 'CASE of a type of its own',
    setup:
      'CREATE TYPE z.c AS (a int); CREATE FUNCTION z.rows(z.c, z.c) RETURNS boolean LANGUAGE sql AS $$ SELECT z.wipe(1) $$; CREATE OPERATOR public.= (FUNCTION = z.rows, LEFTARG = z.c, RIGHTARG = z.c);',
    run: 'SELECT CASE ROW(1)::z.c WHEN ROW(2)::z.c THEN 1 END',
    without: 'DROP OPERATOR public.= (z.c, z.c)',
  },
  {
    what: 'a view that calls a function',
    setup: 'CREATE VIEW z.v AS SELECT z.wipe(1);',
    run: 'SELECT * FROM z.v',
  },
  {
    what: 'a view over a view',
    setup: 'CREATE VIEW z.v AS SELECT z.wipe(1); CREATE VIEW z.w AS SELECT * FROM z.v;',
    run: 'TABLE z.w',
  },
  {
    what: 'a materialized view’s refresh',
    setup: 'CREATE MATERIALIZED VIEW z.m AS SELECT z.wipe(1) WITH NO DATA;',
    run: 'REFRESH MATERIALIZED VIEW z.m',
  },
  {
    what: 'a rule DO ALSO',
    setup: 'CREATE RULE r AS ON INSERT TO z.a DO ALSO DELETE FROM z.victim;',
    run: "INSERT INTO z.a VALUES (3, 'hi')",
  },
  {
    what: 'a rule DO INSTEAD on a view',
    setup:
      'CREATE VIEW z.v AS SELECT * FROM z.a; CREATE RULE r AS ON UPDATE TO z.v DO INSTEAD DELETE FROM z.victim;',
    run: 'UPDATE z.v SET v = v WHERE id = 1',
  },
  {
    what: 'a field that is a function',
    setup:
      'CREATE FUNCTION z.killer(z.a) RETURNS boolean LANGUAGE sql AS $$ SELECT z.wipe(1) $$; ALTER FUNCTION z.killer SET SCHEMA public;',
    run: 'SELECT l.killer FROM z.a l',
    without: 'DROP FUNCTION killer(z.a)',
  },
  {
    what: 'a field of a row in brackets',
    setup: 'CREATE FUNCTION public.killer(z.a) RETURNS boolean LANGUAGE sql AS $$ SELECT z.wipe(1) $$;',
    run: 'SELECT (l).killer FROM z.a l',
    without: 'DROP FUNCTION killer(z.a)',
  },
  {
    what: 'a field of any row',
    setup:
      'CREATE FUNCTION public.killer(anyelement) RETURNS boolean LANGUAGE sql AS $$ SELECT z.wipe(1) $$;',
    run: 'SELECT l.killer FROM z.a l',
    without: 'DROP FUNCTION killer(anyelement)',
  },
  {
    what: 'a field that is a function whose other arguments have defaults',
    setup:
      'CREATE FUNCTION public.killer(z.a, int DEFAULT 1) RETURNS boolean LANGUAGE sql AS $$ SELECT z.wipe(1) $$;',
    run: 'SELECT l.killer FROM z.a l',
    without: 'DROP FUNCTION killer(z.a, int)',
  },
  {
    what: 'a field of a value that is no row',
    setup: 'CREATE FUNCTION public.killer(int) RETURNS boolean LANGUAGE sql AS $$ SELECT z.wipe(1) $$;',
    run: 'SELECT (1).killer',
    without: 'DROP FUNCTION killer(int)',
  },
  {
    what: 'an overload of abs',
    setup:
      'CREATE TYPE z.c AS (a int); CREATE FUNCTION public.abs(z.c) RETURNS boolean LANGUAGE sql AS $$ SELECT z.wipe(1) $$;',
    run: 'SELECT abs(ROW(1)::z.c)',
    without: 'DROP FUNCTION public.abs(z.c)',
  },
  {
    what: 'ON DELETE CASCADE',
    setup: CHILD('ON DELETE CASCADE'),
    run: 'DELETE FROM z.a WHERE id = 1',
    loses: 'z.child',
    gone: 'stored delete cascade z.child',
  },
  {
    what: 'ON DELETE CASCADE, then a trigger',
    setup: `${CHILD('ON DELETE CASCADE')} CREATE TRIGGER g AFTER DELETE ON z.child FOR EACH STATEMENT EXECUTE FUNCTION z.wiper();`,
    run: 'DELETE FROM z.a WHERE id = 1',
  },
  {
    what: 'two cascades',
    setup:
      'CREATE TABLE z.b (id int PRIMARY KEY REFERENCES z.a ON DELETE CASCADE); INSERT INTO z.b VALUES (1); CREATE TABLE z.c (b int REFERENCES z.b ON DELETE CASCADE); INSERT INTO z.c SELECT 1 FROM generate_series(1, 1000);',
    run: 'DELETE FROM z.a WHERE id = 1',
    loses: 'z.c',
    gone: 'stored delete cascade z.c',
  },
  {
    what: 'ON DELETE SET NULL',
    setup: `${CHILD('ON DELETE SET NULL')} CREATE VIEW z.kept AS SELECT 1 FROM z.child WHERE a IS NOT NULL;`,
    run: 'DELETE FROM z.a WHERE id = 1',
    loses: 'z.kept',
    gone: 'stored update cascade z.child',
  },
  {
    what: 'ON UPDATE CASCADE',
    setup: `${CHILD('ON UPDATE CASCADE')} CREATE VIEW z.kept AS SELECT 1 FROM z.child WHERE a = 1;`,
    run: 'UPDATE z.a SET id = 9 WHERE id = 1',
    loses: 'z.kept',
    gone: 'stored update cascade z.child',
  },
  {
    what: 'TRUNCATE CASCADE',
    setup: CHILD(''),
    run: 'TRUNCATE z.a CASCADE',
    loses: 'z.child',
    gone: 'stored truncate cascade z.child',
  },
  {
    what: 'define and call',
    setup: '',
    run: 'CREATE FUNCTION z.f() RETURNS void LANGUAGE sql AS $$ DELETE FROM z.victim $$; SELECT z.f()',
    gone: 'delete table z.victim',
  },
  {
    what: 'a function in SQL',
    setup: 'CREATE FUNCTION z.f() RETURNS void LANGUAGE sql AS $$ DELETE FROM z.victim $$;',
    run: 'SELECT z.f()',
  },
  {
    what: 'a function with a standard body',
    setup: 'CREATE FUNCTION z.f() RETURNS void LANGUAGE sql BEGIN ATOMIC DELETE FROM z.victim; END;',
    run: 'SELECT z.f()',
    from: 14,
  },
  {
    what: 'a procedure',
    setup: 'CREATE PROCEDURE z.p() LANGUAGE plpgsql AS $$ BEGIN DELETE FROM z.victim; END $$;',
    run: 'CALL z.p()',
  },
  {
    what: 'a function without its schema',
    setup: 'CREATE FUNCTION public.purge() RETURNS void LANGUAGE sql AS $$ DELETE FROM z.victim $$;',
    run: 'SELECT purge()',
    without: 'DROP FUNCTION purge()',
  },
  {
    what: 'a function of functions',
    setup:
      'CREATE FUNCTION z.f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN PERFORM z.wipe(1); END $$; CREATE FUNCTION z.g() RETURNS void LANGUAGE plpgsql AS $$ DECLARE q text := $q$SELECT z.f()$q$; BEGIN EXECUTE q; END $$;',
    run: 'SELECT * FROM z.g()',
  },
  {
    what: 'a default',
    setup: 'CREATE TABLE z.c (id int, w boolean DEFAULT z.wipe(1));',
    run: 'INSERT INTO z.c (id) VALUES (1)',
  },
  {
    what: 'a check constraint',
    setup: 'CREATE TABLE z.c (id int CHECK (z.wipe(id)));',
    run: 'INSERT INTO z.c VALUES (1)',
  },
  {
    what: 'a generated column',
    setup: 'CREATE TABLE z.c (id int, w boolean GENERATED ALWAYS AS (z.calm(id)) STORED);',
    run: 'INSERT INTO z.c VALUES (1)',
  },
  {
    what: 'an index expression',
    setup: 'CREATE TABLE z.c (id int); CREATE INDEX i ON z.c (z.calm(id));',
    run: 'INSERT INTO z.c VALUES (1)',
  },
  {
    what: 'a partial index',
    setup: 'CREATE TABLE z.c (id int); CREATE INDEX i ON z.c (id) WHERE z.calm(id);',
    run: 'INSERT INTO z.c VALUES (1)',
  },
  {
    what: 'a policy',
    setup:
      'GRANT USAGE ON SCHEMA z TO pg_monitor; GRANT SELECT ON z.a TO pg_monitor; GRANT ALL ON z.victim TO pg_monitor; ALTER TABLE z.a ENABLE ROW LEVEL SECURITY; CREATE POLICY p ON z.a FOR SELECT USING (z.wipe(id));',
    run: 'SET ROLE pg_monitor; SELECT * FROM z.a; RESET ROLE',
  },
  {
    what: 'a trigger',
    setup: 'CREATE TRIGGER g AFTER INSERT ON z.a FOR EACH ROW EXECUTE FUNCTION z.wiper();',
    run: "INSERT INTO z.a VALUES (3, 'z')",
  },
  {
    what: 'a trigger’s condition',
    setup:
      'CREATE FUNCTION z.nothing() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$; CREATE TRIGGER g AFTER UPDATE ON z.a FOR EACH ROW WHEN (z.wipe(NEW.v)) EXECUTE FUNCTION z.nothing();',
    run: "UPDATE z.a SET v = 'q' WHERE id = 1",
  },
  {
    what: 'a trigger on columns',
    setup: 'CREATE TRIGGER g AFTER UPDATE OF v ON z.a FOR EACH ROW EXECUTE FUNCTION z.wiper();',
    run: "UPDATE z.a SET v = 'q' WHERE id = 1",
  },
  {
    what: 'a trigger on TRUNCATE',
    setup: 'CREATE TRIGGER g AFTER TRUNCATE ON z.a EXECUTE FUNCTION z.wiper();',
    run: 'TRUNCATE z.a',
  },
  {
    what: 'a trigger by ON CONFLICT',
    setup: 'CREATE TRIGGER g AFTER UPDATE ON z.a FOR EACH ROW EXECUTE FUNCTION z.wiper();',
    run: "INSERT INTO z.a VALUES (1, 'z') ON CONFLICT (id) DO UPDATE SET v = excluded.v",
  },
  {
    what: 'a trigger by MERGE',
    setup: 'CREATE TRIGGER g AFTER DELETE ON z.a FOR EACH ROW EXECUTE FUNCTION z.wiper();',
    run: 'MERGE INTO z.a USING (VALUES (1)) v (id) ON a.id = v.id WHEN MATCHED THEN DELETE',
    from: 15,
  },
  {
    what: 'a trigger in a WITH',
    setup: 'CREATE TRIGGER g AFTER INSERT ON z.a FOR EACH ROW EXECUTE FUNCTION z.wiper();',
    run: "WITH n AS (INSERT INTO z.a VALUES (3, 'z') RETURNING id) SELECT * FROM n",
  },
  {
    what: 'a trigger INSTEAD OF',
    setup:
      'CREATE VIEW z.v AS SELECT * FROM z.a; CREATE TRIGGER g INSTEAD OF INSERT ON z.v FOR EACH ROW EXECUTE FUNCTION z.wiper();',
    run: "INSERT INTO z.v VALUES (3, 'z')",
  },
  {
    what: 'a trigger behind a view',
    setup:
      'CREATE VIEW z.v AS SELECT * FROM z.a; CREATE TRIGGER g AFTER INSERT ON z.a FOR EACH ROW EXECUTE FUNCTION z.wiper();',
    run: "INSERT INTO z.v VALUES (3, 'z')",
  },
  {
    what: 'a chain: trigger, function, rule',
    setup:
      'CREATE TABLE z.log (x text); CREATE RULE r AS ON INSERT TO z.log DO ALSO DELETE FROM z.victim; CREATE FUNCTION z.note(text) RETURNS void LANGUAGE sql AS $$ INSERT INTO z.log VALUES ($1) $$; CREATE FUNCTION z.noting() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM z.note(NEW.v); RETURN NULL; END $$; CREATE TRIGGER g AFTER INSERT ON z.a FOR EACH ROW EXECUTE FUNCTION z.noting();',
    run: "INSERT INTO z.a VALUES (3, 'z')",
  },
  {
    what: 'a trigger of a partition',
    setup:
      'CREATE TABLE z.p (id int) PARTITION BY LIST (id); CREATE TABLE z.p1 PARTITION OF z.p FOR VALUES IN (1); CREATE TRIGGER g AFTER INSERT ON z.p1 FOR EACH ROW EXECUTE FUNCTION z.wiper();',
    run: 'INSERT INTO z.p VALUES (1)',
  },
  {
    what: 'a trigger of a child',
    setup:
      'CREATE TABLE z.b () INHERITS (z.a); INSERT INTO z.b VALUES (7); CREATE TRIGGER g AFTER DELETE ON z.b FOR EACH ROW EXECUTE FUNCTION z.wiper();',
    run: 'DELETE FROM z.a WHERE id = 7',
  },
  {
    what: 'a partition’s check',
    setup:
      'CREATE TABLE z.p (id int) PARTITION BY LIST (id); CREATE TABLE z.p1 PARTITION OF z.p (CHECK (z.wipe(id))) FOR VALUES IN (1);',
    run: 'INSERT INTO z.p VALUES (1)',
  },
  {
    what: 'a partition key',
    setup:
      'CREATE TABLE z.p (id int) PARTITION BY LIST (z.calm(id)); CREATE TABLE z.p1 PARTITION OF z.p DEFAULT;',
    run: 'INSERT INTO z.p VALUES (1)',
  },
  {
    what: 'an aggregate',
    setup:
      'CREATE FUNCTION z.step(int, int) RETURNS int LANGUAGE sql AS $$ SELECT CASE WHEN z.wipe(1) THEN 1 END $$; CREATE AGGREGATE z.total(int) (SFUNC = z.step, STYPE = int, INITCOND = 0);',
    run: 'SELECT z.total(id) FROM z.a',
  },
  {
    what: 'an event trigger',
    setup:
      'CREATE FUNCTION z.ev() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN DELETE FROM z.victim; END $$; CREATE EVENT TRIGGER zev ON ddl_command_end EXECUTE FUNCTION z.ev();',
    run: 'CREATE TABLE z.n (id int)',
    without: 'DROP EVENT TRIGGER zev',
  },
  {
    what: 'an event trigger with tags',
    setup:
      "CREATE FUNCTION z.ev() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN DELETE FROM z.victim; END $$; CREATE EVENT TRIGGER zev ON ddl_command_start WHEN TAG IN ('CREATE INDEX') EXECUTE FUNCTION z.ev();",
    run: 'CREATE INDEX ON z.a (v)',
    without: 'DROP EVENT TRIGGER zev',
  },
  {
    what: 'an event trigger on DROP',
    setup:
      'CREATE FUNCTION z.ev() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN DELETE FROM z.victim; END $$; CREATE EVENT TRIGGER zev ON sql_drop EXECUTE FUNCTION z.ev();',
    run: 'ALTER TABLE z.a DROP COLUMN v',
    without: 'DROP EVENT TRIGGER zev',
  },
  {
    what: 'an event trigger on a rewrite',
    setup:
      'CREATE FUNCTION z.ev() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN DELETE FROM z.victim; END $$; CREATE EVENT TRIGGER zev ON table_rewrite EXECUTE FUNCTION z.ev();',
    run: 'ALTER TABLE z.a ALTER id TYPE bigint',
    without: 'DROP EVENT TRIGGER zev',
  },
  {
    what: 'a cast by a function',
    setup:
      'CREATE TYPE z.c AS (a int); CREATE FUNCTION z.conv(z.c) RETURNS int LANGUAGE sql AS $$ SELECT CASE WHEN z.wipe(1) THEN 1 END $$; CREATE CAST (z.c AS int) WITH FUNCTION z.conv(z.c);',
    run: 'SELECT ROW(1)::z.c::int',
  },
  {
    what: 'an implicit cast of a column',
    setup:
      'CREATE TYPE z.c AS (a int); CREATE FUNCTION z.conv(z.c) RETURNS int LANGUAGE sql AS $$ SELECT CASE WHEN z.wipe(1) THEN 1 END $$; CREATE CAST (z.c AS int) WITH FUNCTION z.conv(z.c) AS IMPLICIT; CREATE TABLE z.h (c z.c); INSERT INTO z.h VALUES (ROW(1));',
    run: 'SELECT 1 + c FROM z.h',
  },
  {
    what: 'a rewrite',
    setup:
      'CREATE TABLE z.c (id int, n int); CREATE INDEX ON z.c (z.calm(id)); INSERT INTO z.c VALUES (1, 1); INSERT INTO z.victim SELECT generate_series(1, 1000);',
    run: 'ALTER TABLE z.c ALTER n TYPE bigint',
  },
  {
    what: 'ANALYZE',
    setup:
      'CREATE TABLE z.c (id int); INSERT INTO z.c VALUES (1); CREATE INDEX i ON z.c (z.calm(id)); INSERT INTO z.victim SELECT generate_series(1, 1000);',
    run: 'ANALYZE z.c',
  },
  {
    what: 'REINDEX',
    setup:
      'CREATE TABLE z.c (id int); INSERT INTO z.c VALUES (1); CREATE INDEX i ON z.c (z.calm(id)); INSERT INTO z.victim SELECT generate_series(1, 1000);',
    run: 'REINDEX TABLE z.c',
  },
  {
    what: 'a statement prepared earlier',
    setup: 'CREATE VIEW z.v AS SELECT z.wipe(1);',
    run: ['PREPARE zp AS SELECT * FROM z.v', 'EXECUTE zp', 'DEALLOCATE zp'],
  },
  {
    what: 'a cursor',
    setup: 'CREATE VIEW z.v AS SELECT z.wipe(1);',
    run: 'DECLARE c CURSOR FOR SELECT * FROM z.v; FETCH ALL FROM c',
  },
  {
    what: 'EXPLAIN ANALYZE',
    setup: 'CREATE VIEW z.v AS SELECT z.wipe(1);',
    run: 'EXPLAIN ANALYZE SELECT * FROM z.v',
  },
  {
    what: 'a table made of a view',
    setup: 'CREATE VIEW z.v AS SELECT z.wipe(1) AS w;',
    run: 'CREATE TABLE z.n AS SELECT * FROM z.v',
  },
  {
    what: 'a DO block',
    setup: 'CREATE TRIGGER g AFTER INSERT ON z.a FOR EACH ROW EXECUTE FUNCTION z.wiper();',
    run: "DO $$ BEGIN INSERT INTO z.a VALUES (3, 'z'); END $$",
  },
  {
    what: 'names in quotes',
    setup:
      'CREATE TABLE z."A.b" (id int); CREATE TRIGGER "G g" AFTER INSERT ON z."A.b" FOR EACH ROW EXECUTE FUNCTION z.wiper();',
    run: 'INSERT INTO z."A.b" VALUES (1)',
  },
  {
    what: 'a default of an argument',
    setup:
      'CREATE FUNCTION z.f(a boolean DEFAULT z.wipe(1)) RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$;',
    run: 'SELECT z.f()',
  },
  {
    what: 'a variable of a row type',
    setup: 'CREATE DOMAIN z.d AS text CHECK (VALUE IS NULL OR z.wipe(VALUE)); CREATE TABLE z.c (d z.d);',
    run: "DO $$ DECLARE r z.c%ROWTYPE; BEGIN r.d := 'x'; END $$",
  },
  {
    what: 'a variable of a composite',
    setup: 'CREATE DOMAIN z.d AS text CHECK (VALUE IS NULL OR z.wipe(VALUE)); CREATE TYPE z.c AS (d z.d);',
    run: "DO $$ DECLARE r z.c; BEGIN r.d := 'x'; END $$",
  },
  {
    what: 'a row that JSON fills',
    setup:
      'CREATE DOMAIN z.d AS text CHECK (VALUE IS NULL OR z.wipe(VALUE)); CREATE TABLE z.c (d z.d); INSERT INTO z.c VALUES (NULL);',
    run: `SELECT jsonb_populate_record(c, '{"d":"x"}') FROM z.c`,
  },
  {
    what: 'a type as text',
    setup: 'CREATE DOMAIN z.d AS text CHECK (z.wipe(VALUE));',
    run: "SELECT pg_input_is_valid('x', 'z.d')",
    from: 16,
  },
  {
    what: 'a type as a number',
    setup: 'CREATE DOMAIN z.d AS text CHECK (z.wipe(VALUE));',
    run: "SELECT pg_catalog.domain_in('x', 'z.d'::regtype, -1) IS NULL",
  },
  {
    what: 'a partition by its own name',
    setup:
      'CREATE TABLE z.p (id int) PARTITION BY LIST (id); CREATE TABLE z.p1 PARTITION OF z.p FOR VALUES IN (1); CREATE TRIGGER g AFTER INSERT ON z.p FOR EACH ROW EXECUTE FUNCTION z.wiper();',
    run: 'INSERT INTO z.p1 VALUES (1)',
  },
  {
    what: 'a row that moves to another partition',
    setup:
      'CREATE TABLE z.p (id int) PARTITION BY LIST (id); CREATE TABLE z.p1 PARTITION OF z.p FOR VALUES IN (1); CREATE TABLE z.p2 PARTITION OF z.p FOR VALUES IN (2); INSERT INTO z.p VALUES (1); CREATE TRIGGER g AFTER DELETE ON z.p1 FOR EACH ROW EXECUTE FUNCTION z.wiper();',
    run: 'UPDATE z.p SET id = 2 WHERE id = 1',
  },
  {
    what: 'an operator’s implicit cast',
    setup:
      'CREATE TYPE z.c AS (a int); CREATE FUNCTION z.conv(int) RETURNS z.c LANGUAGE sql AS $$ SELECT CASE WHEN z.wipe(1) THEN ROW(1)::z.c END $$; CREATE CAST (int AS z.c) WITH FUNCTION z.conv(int) AS IMPLICIT; CREATE FUNCTION z.same(z.c, z.c) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN RETURN true; END $$; CREATE OPERATOR public.=== (FUNCTION = z.same, LEFTARG = z.c, RIGHTARG = z.c);',
    run: 'SELECT 1 === ROW(1)::z.c',
    without: 'DROP OPERATOR public.=== (z.c, z.c)',
  },
  {
    what: 'ANALYZE of everything',
    setup:
      'CREATE TABLE z.c (id int); INSERT INTO z.c VALUES (1); CREATE INDEX i ON z.c (z.calm(id)); INSERT INTO z.victim SELECT generate_series(1, 1000);',
    run: 'ANALYZE',
  },
  {
    what: 'a field in UPDATE',
    setup: 'CREATE FUNCTION public.killer(z.a) RETURNS text LANGUAGE sql AS $$ SELECT z.wipe(1)::text $$;',
    run: 'UPDATE z.a SET v = a.killer WHERE id = 1',
    without: 'DROP FUNCTION killer(z.a)',
  },
  { what: 'a function in RETURNING', setup: '', run: "INSERT INTO z.a VALUES (3, 'z') RETURNING z.wipe(id)" },
  {
    what: 'a function with its own search_path',
    setup:
      'CREATE FUNCTION z.f() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path TO z AS $$ BEGIN PERFORM wipe(1); END $$;',
    run: 'SELECT z.f()',
  },
]
