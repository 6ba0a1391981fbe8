// What is read of a catalogue after a change is what all of it would say, on real servers.
import { connect, type Socket } from 'node:net'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Side } from '../../../src/protocols/postgres/side.ts'
import { loadSnapshot, SnapshotReader } from '../../../src/protocols/postgres/snapshot/load.ts'
import { upstreamLogin } from '../../../src/protocols/postgres/upstream-login.ts'
import type { Snapshot } from '../../../src/sql/catalogue/snapshot.ts'
import { createDatabase, type Database, servers } from '../../fixtures/database.ts'
import { terms } from './relayed.ts'

const SETUP = `
  CREATE SCHEMA z;
  CREATE TABLE z.a (id int PRIMARY KEY, n text DEFAULT 'x', CHECK (id > 0));
  CREATE TABLE z.b (id serial PRIMARY KEY, a int CONSTRAINT ab REFERENCES z.a, t text);
  CREATE TABLE z.p (k int, v text) PARTITION BY RANGE (k);
  CREATE TABLE z.p1 PARTITION OF z.p FOR VALUES FROM (1) TO (10);
  CREATE TABLE z.q (k int, v text);
  CREATE FUNCTION z.f(x int) RETURNS int LANGUAGE sql AS 'SELECT x';
  CREATE FUNCTION z.tf() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$;
  CREATE FUNCTION z.ev() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN END $$;
  CREATE VIEW z.v AS SELECT id, n FROM z.a;
  CREATE DOMAIN z.d AS text;`

/** Each is a statement of its own; the next builds on it. */
const STEPS = `
  CREATE TABLE z.fresh (id bigint PRIMARY KEY, total numeric(12,2) DEFAULT 0, d z.d)
  ALTER TABLE z.fresh ADD COLUMN note text DEFAULT lower('X')
  ALTER TABLE z.fresh ALTER COLUMN note DROP DEFAULT
  ALTER TABLE z.fresh DROP COLUMN note
  CREATE INDEX lowered ON z.a (lower(n)) WHERE id > 5
  DROP INDEX z.lowered
  CREATE UNIQUE INDEX few ON z.b (t)
  CREATE RULE also AS ON INSERT TO z.q DO ALSO DELETE FROM z.b
  CREATE OR REPLACE RULE also AS ON INSERT TO z.q DO ALSO DELETE FROM z.a
  ALTER TABLE z.q DISABLE RULE also
  ALTER TABLE z.q ENABLE RULE also
  DROP RULE also ON z.q
  CREATE TRIGGER tg BEFORE INSERT ON z.a FOR EACH ROW WHEN (new.id > 1) EXECUTE FUNCTION z.tf()
  ALTER TABLE z.a DISABLE TRIGGER tg
  ALTER TABLE z.a ENABLE TRIGGER tg
  ALTER TRIGGER tg ON z.a RENAME TO tg2
  DROP TRIGGER tg2 ON z.a
  CREATE OR REPLACE FUNCTION z.tf() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN DELETE FROM z.b; RETURN new; END $$
  ALTER FUNCTION z.tf() SECURITY DEFINER
  ALTER FUNCTION z.f(int) IMMUTABLE
  CREATE FUNCTION z.f(text) RETURNS int LANGUAGE sql AS 'SELECT 2'
  DROP FUNCTION z.f(text)
  CREATE FUNCTION z.two(int, int DEFAULT 1) RETURNS z.a LANGUAGE sql AS 'SELECT 1, NULL'
  ALTER TABLE z.b DROP CONSTRAINT ab
  ALTER TABLE z.b ADD CONSTRAINT ab FOREIGN KEY (a) REFERENCES z.a ON DELETE CASCADE
  ALTER TABLE z.a ADD CONSTRAINT short CHECK (length(n) < 5)
  ALTER TABLE z.a DROP CONSTRAINT short
  ALTER TABLE z.a ALTER COLUMN n SET NOT NULL
  ALTER TABLE z.a ALTER COLUMN n DROP NOT NULL
  ALTER TABLE z.q ALTER COLUMN v TYPE varchar(20)
  ALTER TABLE z.q ALTER COLUMN v TYPE text
  ALTER TABLE z.p ATTACH PARTITION z.q FOR VALUES FROM (20) TO (30)
  ALTER TABLE z.p DETACH PARTITION z.q
  CREATE TABLE z.p2 PARTITION OF z.p FOR VALUES FROM (10) TO (20)
  DROP TABLE z.p2
  CREATE TABLE z.kid () INHERITS (z.a)
  ALTER TABLE z.kid NO INHERIT z.a
  CREATE OR REPLACE VIEW z.v AS SELECT id, n, z.f(id) AS c FROM z.a
  ALTER VIEW z.v SET (security_barrier = true)
  CREATE MATERIALIZED VIEW z.m AS SELECT id FROM z.b
  REFRESH MATERIALIZED VIEW z.m
  ALTER DOMAIN z.d ADD CONSTRAINT chk CHECK (length(VALUE) > 1)
  ALTER DOMAIN z.d SET DEFAULT 'qq'
  ALTER DOMAIN z.d DROP CONSTRAINT chk
  CREATE TYPE z.pair AS (a int, b z.d)
  ALTER TYPE z.pair ADD ATTRIBUTE c int
  CREATE DOMAIN z.e AS z.d
  DROP DOMAIN z.e
  CREATE TYPE z.r AS RANGE (subtype = int4)
  CREATE FUNCTION z.eq(z.a, z.a) RETURNS boolean LANGUAGE sql AS 'SELECT true'
  CREATE OPERATOR z.=== (LEFTARG = z.a, RIGHTARG = z.a, FUNCTION = z.eq)
  DROP OPERATOR z.=== (z.a, z.a)
  CREATE FUNCTION z.cs(z.a) RETURNS int LANGUAGE sql AS 'SELECT 1'
  CREATE CAST (z.a AS int) WITH FUNCTION z.cs(z.a)
  DROP CAST (z.a AS int)
  CREATE AGGREGATE z.agg(int) (sfunc = int4pl, stype = int)
  CREATE OR REPLACE AGGREGATE z.agg(int) (sfunc = int4mul, stype = int)
  CREATE EVENT TRIGGER et ON sql_drop EXECUTE FUNCTION z.ev()
  ALTER EVENT TRIGGER et DISABLE
  ALTER EVENT TRIGGER et ENABLE
  DROP EVENT TRIGGER et
  CREATE POLICY pol ON z.a USING (z.f(id) > 0)
  ALTER TABLE z.a ENABLE ROW LEVEL SECURITY
  ALTER POLICY pol ON z.a USING (z.f(id) > 1)
  DROP POLICY pol ON z.a
  CREATE STATISTICS z.st ON (z.f(id)) FROM z.a
  DROP STATISTICS z.st
  CREATE SEQUENCE z.s
  ALTER TABLE z.fresh RENAME TO older
  ALTER TABLE z.older RENAME COLUMN total TO sum
  ALTER TABLE z.a RENAME COLUMN n TO m
  ALTER FUNCTION z.f(int) RENAME TO g
  ALTER TYPE z.d RENAME TO dd
  ALTER TABLE z.older SET SCHEMA public
  ALTER SCHEMA z RENAME TO y
  CREATE EXTENSION citext
  ALTER EXTENSION citext ADD FUNCTION y.cs(y.a)
  ALTER EXTENSION citext DROP FUNCTION y.cs(y.a)
  DROP EXTENSION citext
  DO $$ BEGIN FOR i IN 1..3 LOOP EXECUTE 'CREATE TABLE y.n' || i || ' (a int)'; END LOOP; END $$
  DO $$ BEGIN BEGIN CREATE TABLE y.inside (a int); EXCEPTION WHEN others THEN NULL; END; END $$
  BEGIN; SAVEPOINT one; CREATE TABLE y.gone (a int); ROLLBACK TO one; CREATE TABLE y.stays (a int); COMMIT
  BEGIN; DROP TABLE y.stays; CREATE TABLE y.stays (b text, CHECK (b <> '')); COMMIT
  BEGIN; ALTER TABLE y.stays RENAME b TO c; ALTER TABLE y.stays ADD COLUMN b int; COMMIT
  BEGIN; ALTER TABLE y.n1 RENAME TO t; ALTER TABLE y.n2 RENAME TO n1; ALTER TABLE y.t RENAME TO n2; COMMIT
  CREATE TEMP TABLE passing (a int CHECK (a > 1))
  VACUUM FULL pg_catalog.pg_class
  VACUUM FREEZE
  CREATE TABLE y.last (a int)
  DROP TABLE y.b CASCADE
  DROP SCHEMA y CASCADE`
  .trim()
  .split('\n')
  .map((each) => each.trim())

/** What others are told by has another name, or belongs to another extension. */
const EVERYWHERE = /^(?!ALTER TRIGGER).*RENAME (TO (older|g|dd|y|t)|COLUMN (total|n)|b)|SET SCHEMA|EXTENSION/

const isWhole = (text: string): boolean =>
  text.includes("SELECT 'function'") && !text.includes('AND p.oid IN (')

describe.each(servers())('PostgreSQL $version', (server) => {
  let database: Database
  let asked: string[] = []
  const sides: Side[] = []

  beforeAll(async () => {
    database = await createDatabase(server, SETUP)
  })
  afterAll(async () => {
    for (const side of sides) side.close()
    await database?.drop()
  })

  const open = () => {
    const dial = () =>
      new Promise<Socket>((resolve) => {
        const socket = connect({ host: '127.0.0.1', port: server.port }, () => resolve(socket))
      })
    const target = terms({ host: '127.0.0.1', port: server.port }, { database: database.name })
    const side = new Side(() =>
      upstreamLogin({ terms: target, dial, settings: new Map(), keys: new Map(), timeout: 5000 }),
    )
    sides.push(side)
    return side
  }

  const watched = (side = open()) =>
    new SnapshotReader(
      {
        query(text, wait) {
          asked.push(text)
          return side.query(text, wait)
        },
      },
      () => 0,
    )
  const sorted = <T>(items: readonly T[], key: (item: T) => string): readonly T[] =>
    [...items].sort((one, other) => (key(one) < key(other) ? -1 : 1))
  /** In any order, without sizes. */
  const told = ({ relations, functions, takenAt: _, ...rest }: Snapshot) => ({
    ...rest,
    relations: sorted(
      relations.map(({ rows: _rows, bytes: _bytes, ...relation }) => relation),
      ({ schema, name }) => `${schema} ${name}`,
    ),
    functions: sorted(functions, (each) => JSON.stringify(each)),
  })

  test('after every kind of change', async () => {
    const side = open()
    const reader = watched()
    await reader.read()
    const whole: string[] = []
    for (const step of STEPS) {
      await database.admin.query(step)
      asked = []
      expect(told(await reader.read()), step).toEqual(told(await loadSnapshot(side, 0)))
      if (asked.some(isWhole)) whole.push(step)
    }
    expect(whole).toEqual(STEPS.filter((step) => EVERYWHERE.test(step)))
  }, 60_000)

  test('nothing new is one question, and the very same snapshot', async () => {
    const reader = watched()
    const first = await reader.read()
    asked = []
    expect(await reader.read()).toBe(first)
    expect(asked.length).toBe(1)
    expect(await reader.read({ whole: true })).not.toBe(first)
  })

  test('what a transaction did that was open when all was read', async () => {
    await database.admin.query('CREATE TABLE public.slow (a int); CREATE TABLE public.other (a int)')
    const reader = watched()
    const late = new pg.Client({ connectionString: database.url })
    await late.connect()
    try {
      await late.query('BEGIN; SAVEPOINT s; CREATE TABLE public.hidden (a int)')
      await reader.read()
      // Later numbers are seen first.
      await database.admin.query('ALTER TABLE public.other ADD COLUMN b int')
      await reader.read()
      await late.query(
        'RELEASE s; CREATE RULE late AS ON INSERT TO public.slow DO ALSO DELETE FROM public.other; COMMIT',
      )
      const found = await reader.read()
      expect(told(found)).toEqual(told(await loadSnapshot(open(), 0)))
      expect(found.relations.find(({ name }) => name === 'slow')?.rules).toHaveLength(1)
      expect(found.relations.some(({ name }) => name === 'hidden')).toBe(true)
    } finally {
      await late.end()
    }
  })

  test('what has changed before it was locked is not told as before; what has not, is', async () => {
    await database.admin.query(`
      CREATE TABLE public.locked (a int, CHECK (a > 0)); CREATE TABLE public.log (a int);
      CREATE FUNCTION public.tf() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$`)
    const reader = watched()
    const before = await reader.read()
    const holder = new pg.Client({ connectionString: database.url })
    await holder.connect()
    const locked = (from: Snapshot) => from.relations.find(({ name }) => name === 'locked')
    try {
      await database.admin.query(`
        CREATE TRIGGER tg AFTER INSERT ON public.locked FOR EACH ROW WHEN (new.a > 1) EXECUTE FUNCTION public.tf();
        CREATE RULE r AS ON INSERT TO public.locked DO ALSO DELETE FROM public.log`)
      await holder.query('BEGIN; LOCK TABLE public.locked')
      for (let again = 0; again < 2; again++) {
        const found = locked(await reader.read())
        expect(found?.rules).toEqual([{ name: 'r', event: 'insert', definition: '(' }])
        expect(found?.triggers).toMatchObject([{ name: 'tg', when: '(' }])
        expect(found?.expressions).toEqual(locked(before)?.expressions)
        // Something else is read meanwhile.
        await database.admin.query('ALTER TABLE public.log ADD COLUMN IF NOT EXISTS b int')
      }
      await holder.query('COMMIT')
      expect(told(await reader.read())).toEqual(told(await loadSnapshot(open(), 0)))
    } finally {
      await holder.end()
    }
  })
})
