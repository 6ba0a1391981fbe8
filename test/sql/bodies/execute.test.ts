// What EXECUTE runs: constants, templates whose holes PostgreSQL fills with a quoted name or value, and everything else.
import { describe, expect, it } from 'vitest'
import { analyser, brief } from '../analysers.ts'

const sql = analyser()
const UNKNOWN = 'unknown code via:do/execute'
const effectsOf = async (body: string, declare = ''): Promise<string[]> =>
  brief(await sql.analyse(`DO $do$ ${declare} BEGIN ${body} END $do$`)).filter(
    (effect) => !/^(?:execute|read) /.test(effect),
  )
const within = (...effects: string[]) => effects.map((effect) => `${effect} via:do/execute`)
const LOOP = (text: string) => `FOR r IN SELECT * FROM pg_tables LOOP EXECUTE ${text}; END LOOP;`
const RECORD = 'DECLARE r record;'

describe('constants', () => {
  it.each([
    ["EXECUTE 'DROP TABLE users'", '', within('drop table users rows:all')],
    ["EXECUTE 'DROP' || ' TABLE ' || quote_ident('Users')", '', within('drop table Users rows:all')],
    ["EXECUTE format('DROP TABLE %I.%I', 'a', 'b')", '', within('drop table a.b rows:all')],
    ["EXECUTE format('DROP %2$s %1$I', 'a', 'VIEW')", '', within('drop view a')],
    ["EXECUTE format('TRUNCATE %s%%', 'x')", '', [UNKNOWN]],
    ['EXECUTE q', "DECLARE q text := 'DROP VIEW v';", within('drop view v')],
    ["q := 'DROP VIEW v'; EXECUTE q", 'DECLARE q text;', within('drop view v')],
    [
      "IF now() > '2026-01-01' THEN q := 'DROP VIEW a'; ELSE q := 'DROP VIEW b'; END IF; EXECUTE q",
      'DECLARE q text;',
      within('drop view a', 'drop view b'),
    ],
    [
      "EXECUTE CASE WHEN now() > '2026-01-01' THEN 'DROP VIEW a' ELSE 'DROP VIEW b' END",
      '',
      within('drop view a', 'drop view b'),
    ],
    ["EXECUTE 'DELETE FROM t WHERE id = $1' USING 5", '', within('delete table t rows:some')],
    ["EXECUTE (SELECT 'DROP VIEW a')", '', within('drop view a')],
    ["SELECT 'DROP VIEW a' INTO q; EXECUTE q", 'DECLARE q text;', within('drop view a')],
    ["FOR r IN SELECT 'DROP VIEW a' AS q FROM t LOOP EXECUTE r.q; END LOOP", RECORD, within('drop view a')],
  ])('%s', async (body, declare, wanted) => {
    expect(await effectsOf(`${body};`, declare)).toEqual(wanted)
  })

  it.each([
    // NULL may come, and concat() and format() leave it out.
    [
      "EXECUTE concat('DELETE FROM t', q); q := ' WHERE id = 1'",
      'DECLARE q text;',
      within('delete table t rows:all', 'delete table t rows:some'),
    ],
    [
      "EXECUTE concat('DELETE FROM t', CASE WHEN now() > '2026-01-01' THEN ' WHERE id = 1' END)",
      '',
      within('delete table t rows:some', 'delete table t rows:all'),
    ],
    [
      "EXECUTE format('DELETE FROM t %s', (SELECT 'WHERE id = 1' FROM u)) ",
      '',
      within('delete table t rows:all', 'delete table t rows:some'),
    ],
    ["DELETE FROM t WHERE q IS NULL; q := 'x'", 'DECLARE q text;', ['delete table t rows:all via:do']],
    ['DELETE FROM t WHERE q IS NULL', "DECLARE q text := 'x';", ['delete table t rows:none via:do']],
  ])('counts with NULL: %s', async (body, declare, wanted) => {
    expect(await effectsOf(`${body};`, declare)).toEqual(wanted)
  })
})

describe('templates', () => {
  it.each([
    ["format('ALTER TABLE %I ADD COLUMN x int', r.tablename)", within('create column *')],
    ["format('ALTER TABLE %I.%I ADD COLUMN x int', r.schemaname, r.tablename)", within('create column *.*')],
    [
      "format('ALTER TABLE public.%I DROP COLUMN %I', r.tablename, r.x)",
      within('drop column public.* rows:all'),
    ],
    ["'DROP TABLE IF EXISTS ' || quote_ident(r.tablename) || ' CASCADE'", within('drop table * rows:all')],
    ["'DROP TABLE ' || quote_ident(r.a) || '.' || quote_ident(r.b)", within('drop table *.* rows:all')],
    ["'ALTER TABLE ' || r.oid::regclass || ' ENABLE ROW LEVEL SECURITY'", within('alter table *')],
    ["format('TRUNCATE %s', r.oid::regclass::text)", within('truncate table * rows:all')],
    ["format('CREATE INDEX ON %I (%I)', r.tablename, r.x)", within('create index *')],
    ["format('COMMENT ON TABLE %I IS %L', r.tablename, r.x)", within('comment table *')],
    [
      "format('ALTER TABLE %I ADD FOREIGN KEY (%I) REFERENCES users (id)', r.t, r.c)",
      within('create constraint *', 'scan foreign-key *', 'create foreign-key *', 'alter table users'),
    ],
    ["format('GRANT SELECT ON %I TO app', r.tablename)", within('grant table *')],
    ["format('ALTER TABLE %I ALTER COLUMN x SET DEFAULT nextval(%L)', r.t, r.s)", within('alter default *')],
    [
      "format('CREATE TABLE %I PARTITION OF events FOR VALUES FROM (%L) TO (%L)', r.t, r.a, r.b)",
      within('create table *', 'alter table events'),
    ],
    ["format('DROP POLICY %I ON %I', r.p, r.t)", within('drop policy *')],
    ["format('REFRESH MATERIALIZED VIEW %I', r.t)", within('maintain materialized-view *')],
    [
      "format('CREATE POLICY p ON %I USING (tenant = current_setting(%L))', r.t, r.s)",
      within('create policy *'),
    ],
  ])('%s', async (text, wanted) => {
    expect(await effectsOf(LOOP(text), RECORD)).toEqual(wanted)
  })

  it('may be put together by the query or a variable', async () => {
    const drop = within('drop view *')
    expect(
      await effectsOf(
        "FOR r IN SELECT format('DROP VIEW %I', viewname) AS q FROM pg_views LOOP EXECUTE r.q; END LOOP;",
        RECORD,
      ),
    ).toEqual(drop)
    expect(
      await effectsOf("q := format('DROP VIEW %I', current_user); EXECUTE q;", 'DECLARE q text;'),
    ).toEqual(drop)
    expect(await effectsOf("EXECUTE 'DROP VIEW ' || v;", 'DECLARE v regclass := 5;')).toEqual(drop)
  })

  it('names what it touches with a star, and lets its values come from anywhere', async () => {
    const { effects, relations, flows } = await sql.analyse(
      "DO $$ DECLARE r record; BEGIN FOR r IN SELECT 1 LOOP EXECUTE format('ALTER TABLE s.%I RENAME COLUMN ssn TO x', r.t); END LOOP; END $$",
    )
    expect(effects.at(-1)).toMatchObject({ action: 'rename', name: 's.*' })
    expect(relations).toEqual(['s.*'])
    expect(flows).toEqual([{ sources: ['*'], place: 'a relation that is named at run time' }])
  })

  it.each([
    ["SELECT email INTO v FROM users; EXECUTE format('COMMENT ON TABLE t IS %L', v)", ['users.email']],
    ["EXECUTE format('CREATE TABLE %I (a int)', (SELECT email FROM users LIMIT 1))", ['users.email']],
    [
      "FOR r IN SELECT * FROM users LOOP EXECUTE 'ALTER TABLE t ADD ' || quote_ident(r.email) || ' int'; END LOOP",
      ['users.*'],
    ],
    [
      "SELECT email INTO v FROM users; EXECUTE format('ALTER TABLE t ALTER a SET DEFAULT %L', v)",
      ['users.email'],
    ],
  ])('carries values into the catalogue: %s', async (body, sources) => {
    const { flows } = await sql.analyse(`DO $$ DECLARE v text; r record; BEGIN ${body}; END $$`)
    expect(flows).toEqual([{ place: 'a name, default or comment of the catalogue', sources }])
  })

  it.each([
    "FOR r IN SELECT * FROM pg_tables LOOP EXECUTE format('ALTER TABLE %I ADD x int', r.tablename); END LOOP",
    "FOR r IN SELECT * FROM information_schema.columns LOOP EXECUTE format('COMMENT ON COLUMN %I.%I IS %L', r.table_name, r.column_name, 'x'); END LOOP",
    "SELECT email INTO v FROM users; EXECUTE format('ALTER TABLE %s ADD x int', v::regclass)",
  ])('carries no more than names: %s', async (body) => {
    const { flows } = await sql.analyse(`DO $$ DECLARE v text; r record; BEGIN ${body}; END $$`)
    expect(flows).toBeUndefined()
  })

  it('shows nothing of what marks them', async () => {
    expect(
      JSON.stringify(await sql.analyse("DO $$ BEGIN EXECUTE format('DROP TABLE %I', current_user); END $$")),
    ).not.toMatch(/[^\x20-\x7e]/)
  })

  it('leaves no temporary table as surely there', async () => {
    const { effects } = await sql.analyse(
      "CREATE TEMP TABLE t (a int); DO $$ BEGIN EXECUTE format('DROP TABLE %I', current_setting('x.y')); END $$; DROP TABLE t",
    )
    expect(effects.at(-1)).toMatchObject({ action: 'drop', name: 't' })
    expect(effects.at(-1)?.temporary).toBeUndefined()
  })
})

describe('what may be anything', () => {
  it.each([
    ["format('DROP TABLE %s', r.t)"],
    ["'DROP TABLE ' || r.t"],
    ["format(r.t, 'a')"],
    ["format('%I TABLE users', r.t)"],
    ["format('DROP TABLE t%I', r.t)"],
    ["format('DROP TABLE %It', r.t)"],
    ['format(\'DROP TABLE "%I"\', r.t)'],
    ["format('COMMENT ON TABLE t IS ''%I''', r.t)"],
    ["format('COMMENT ON TABLE t IS E%L', r.t)"],
    ["format('COMMENT ON TABLE t IS U&%L', r.t)"],
    ["format('COMMENT ON TABLE t IS %L%L', r.t, r.u)"],
    ["format('DROP VIEW v /* %I */', r.t)"],
    ["format(E'DROP VIEW v -- %I\\n', r.t)"],
    ["format('DROP VIEW v; DO $x$ BEGIN DROP TABLE %I; END $x$', r.t)"],
    ["format('SELECT %I()', r.t)"],
    ["format('SELECT * FROM %I', r.t)"],
    ["format('SELECT set_config(%L, %L, false)', r.t, r.u)"],
    ["format('ALTER TABLE t ALTER x SET DEFAULT set_config(%L, %L, false)', r.t, r.u)"],
    ["format('SET %I = off', r.t)"],
    ["format('GRANT %I TO app', r.t)"],
    ["format('GRANT SELECT ON t TO %I', r.t)"],
    ["format('CREATE EXTENSION %I', r.t)"],
    ["format('ALTER ROLE %I RENAME TO x', r.t)"],
    ["format('ALTER FUNCTION %I() RENAME TO x', r.t)"],
    ["format('DROP FUNCTION %I.f()', r.t)"],
    ["format('CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION %I()', r.t)"],
    ["format('ALTER TABLE t ADD CHECK ((t).%I)', r.t)"],
    ["format('ALTER TABLE t ADD CHECK (t.%I)', r.t)"],
    ["format('ALTER TABLE t ADD COLUMN x %I', r.t)"],
    ["format('ALTER TABLE t SET (%I = 1)', r.t)"],
    ["format('CREATE TABLE x AS SELECT * FROM %I', r.t)"],
    ["format('CREATE POLICY p ON t USING (EXISTS (SELECT 1 FROM %I))', r.t)"],
    ["format('INSERT INTO %I SELECT * FROM users', r.t)"],
    ["format('UPDATE %I SET a = b WHERE id = 1', r.t)"],
    ["format('DO %L', r.t)"],
    ["format('CREATE FUNCTION f() RETURNS int LANGUAGE sql AS %L', r.t)"],
    ['upper(quote_ident(r.t))'],
    ["replace(format('DROP VIEW %I', r.t), 'VIEW', 'TABLE')"],
    ["quote_literal(format('DROP VIEW %I', r.t))"],
    ["format('ALTER TABLE %s.x ADD a int', r.t::regclass)"],
    ["format('ALTER TABLE t DROP %s', r.t::regclass)"],
    ["format('DROP TABLE %I', r.t) || U&'\\DB80\\DC00'"],
    ['\'DROP VIEW "\u{f0000}"\''],
  ])('%s', async (text) => {
    const found = await effectsOf(LOOP(text), RECORD)
    expect(found).toContain(UNKNOWN)
  })

  it.each([
    [
      'an argument',
      "CREATE FUNCTION f(q text) RETURNS void LANGUAGE plpgsql AS $$ BEGIN IF false THEN q := 'SELECT 1'; END IF; EXECUTE q; END $$",
    ],
    ['what grows', "DO $$ DECLARE q text := 'DROP '; BEGIN q := q || current_user; EXECUTE q; END $$"],
    [
      'a variable of two blocks',
      "DO $$ DECLARE q text := 'SELECT 1'; BEGIN DECLARE q text := current_user; BEGIN EXECUTE q; END; END $$",
    ],
    [
      'an alias',
      "CREATE FUNCTION f(text) RETURNS void LANGUAGE plpgsql AS $$ DECLARE q text := 'SELECT 1'; z ALIAS FOR q; BEGIN z := $1; EXECUTE q; END $$",
    ],
    [
      'a field of a record',
      "DO $$ DECLARE r record; BEGIN SELECT 'SELECT 1' AS q INTO r; r.q := current_user; EXECUTE r.q; END $$",
    ],
    [
      'an element',
      "DO $$ DECLARE q text[] := ARRAY['SELECT 1']; BEGIN q[1] := current_user; EXECUTE q[1]; END $$",
    ],
    [
      'a list',
      "DO $$ DECLARE q text := 'SELECT 1'; BEGIN FOREACH q IN ARRAY string_to_array(current_user, ',') LOOP EXECUTE q; END LOOP; END $$",
    ],
    [
      'a column with the name of a variable',
      "DO $$ DECLARE q text := 'SELECT 1'; BEGIN EXECUTE (SELECT q FROM t); END $$",
    ],
    [
      'dynamic rows',
      "DO $$ DECLARE r record; BEGIN FOR r IN EXECUTE 'SELECT x AS q FROM t' LOOP EXECUTE r.q; END LOOP; END $$",
    ],
    [
      'a union',
      "DO $$ DECLARE r record; BEGIN FOR r IN SELECT 'SELECT 1' AS q UNION SELECT x FROM t LOOP EXECUTE r.q; END LOOP; END $$",
    ],
    [
      'RETURNING',
      "DO $$ DECLARE q text := 'SELECT 1'; BEGIN INSERT INTO t VALUES (1) RETURNING x INTO q; EXECUTE q; END $$",
    ],
    [
      'a cursor',
      "DO $$ DECLARE q text := 'SELECT 1'; c CURSOR FOR SELECT x FROM t; BEGIN OPEN c; FETCH c INTO q; EXECUTE q; END $$",
    ],
  ])('%s', async (_, text) => {
    expect(brief(await sql.analyse(text)).filter((effect) => effect.startsWith('unknown code'))).not.toEqual(
      [],
    )
  })
})
