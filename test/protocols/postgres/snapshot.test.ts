// What is read of a catalogue, on real servers, also by a role with no rights and while tables are locked.
import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Secret } from '../../../src/core/secret.ts'
import { postgres } from '../../../src/protocols/postgres/index.ts'
import { Side } from '../../../src/protocols/postgres/side.ts'
import { loadSnapshot, SnapshotReader } from '../../../src/protocols/postgres/snapshot/load.ts'
import { upstreamLogin } from '../../../src/protocols/postgres/upstream-login.ts'
import type { Snapshot } from '../../../src/sql/catalogue/snapshot.ts'
import { createDatabase, type Database, servers } from '../../fixtures/database.ts'
import { terms } from './relayed.ts'

const SETUP = `
  CREATE SCHEMA z;
  CREATE TABLE z.victim (id int PRIMARY KEY, n text);
  INSERT INTO z.victim SELECT g, 'x' FROM generate_series(1, 100) g;
  CREATE FUNCTION z.g(x text) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN DELETE FROM z.victim; RETURN true; END $$;
  CREATE DOMAIN z.d AS text DEFAULT 'q' CHECK (z.g(VALUE));
  CREATE TABLE z.lg (t text);
  CREATE RULE also AS ON INSERT TO z.lg DO ALSO DELETE FROM z.victim;
  CREATE TABLE z.p (id int PRIMARY KEY, c z.d[], v varchar(10) NOT NULL DEFAULT lower('X'),
    s int GENERATED ALWAYS AS (1 + 2) STORED, CHECK (z.g(v)));
  CREATE TABLE z.ch (id int CONSTRAINT up REFERENCES z.p ON DELETE CASCADE ON UPDATE SET NULL);
  CREATE FUNCTION z.tf() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$;
  CREATE TRIGGER tg BEFORE INSERT OR UPDATE OF id ON z.p FOR EACH ROW WHEN (new.id > 1) EXECUTE FUNCTION z.tf('a');
  CREATE TRIGGER off BEFORE DELETE ON z.p FOR EACH ROW EXECUTE FUNCTION z.tf();
  ALTER TABLE z.p DISABLE TRIGGER off;
  CREATE VIEW z.vw AS SELECT z.g(n) FROM z.victim;
  CREATE FUNCTION z.eq(z.p, z.p) RETURNS boolean LANGUAGE sql AS 'SELECT true';
  CREATE OPERATOR z.=== (LEFTARG = z.p, RIGHTARG = z.p, FUNCTION = z.eq);
  CREATE FUNCTION z.cs(z.p) RETURNS int LANGUAGE sql SECURITY DEFINER BEGIN ATOMIC DELETE FROM z.victim; SELECT 1; END;
  CREATE CAST (z.p AS int) WITH FUNCTION z.cs(z.p) AS ASSIGNMENT;
  CREATE AGGREGATE z.agg(int) (sfunc = int4pl, stype = int);
  CREATE TABLE z.pt (a int) PARTITION BY RANGE ((a + 1));
  CREATE TABLE z.pt1 PARTITION OF z.pt FOR VALUES FROM (1) TO (10);
  CREATE INDEX ON z.victim (lower(n)) WHERE id > 5;
  ALTER TABLE z.victim ENABLE ROW LEVEL SECURITY;
  CREATE POLICY pol ON z.victim FOR SELECT USING (z.g(n));
  CREATE TABLE z."Od.d" ("A b" int REFERENCES z.p);
  CREATE EXTENSION citext;
  CREATE FUNCTION z.ev() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN END $$;
  CREATE EVENT TRIGGER et ON sql_drop WHEN TAG IN ('DROP TABLE') EXECUTE FUNCTION z.ev();
  CREATE TYPE z.pair AS (a int, b z.d);
  CREATE TEMP TABLE passing (a int);
  ANALYZE z.victim;`

describe.each(servers())('PostgreSQL $version', (server) => {
  let database: Database
  let snapshot: Snapshot
  const sides: Side[] = []

  const dial = () =>
    new Promise<Socket>((resolve, reject) => {
      const socket = connect({ host: '127.0.0.1', port: server.port }, () => resolve(socket))
      socket.once('error', reject)
    })
  const target = (user = 'postgres', password = 'super-secret-postgres') =>
    terms(
      { host: '127.0.0.1', port: server.port },
      { database: database.name, credential: { user, password: new Secret(password) } },
    )
  const open = (user?: string, password?: string) => {
    const side = new Side(() =>
      upstreamLogin({
        terms: target(user, password),
        dial,
        settings: new Map(),
        keys: new Map(),
        timeout: 5000,
      }),
    )
    sides.push(side)
    return side
  }
  const relation = (name: string, from = snapshot) => from.relations.find((each) => each.name === name)
  const routine = (name: string) => snapshot.functions.find((each) => each.name === name)

  beforeAll(async () => {
    database = await createDatabase(server, SETUP)
    await database.admin.query(`ALTER DATABASE ${database.name} SET search_path = z, public`)
    snapshot = await loadSnapshot(open(), 0)
  })
  afterAll(async () => {
    for (const side of sides) side.close()
    await database?.drop()
  })

  test('the database and its schemas', () => {
    expect(snapshot).toMatchObject({
      version: 1,
      database: database.name,
      takenAt: '1970-01-01T00:00:00.000Z',
      searchPath: ['z', 'public'],
    })
    expect(Math.floor(snapshot.server / 10_000)).toBe(server.version)
  })

  test('relations with their columns, sizes and rows; nothing of the system, nothing temporary', () => {
    expect(snapshot.relations.every(({ schema }) => schema === 'z')).toBe(true)
    expect(relation('victim')).toMatchObject({ kind: 'table', persistence: 'permanent', rows: 100 })
    expect(relation('victim')?.bytes).toBeGreaterThanOrEqual(3 * 8192)
    expect(relation('p')?.columns).toEqual([
      { name: 'id', type: 'int4', notNull: true },
      { name: 'c', type: 'z.d' },
      { name: 'v', type: 'varchar', modifier: '10', notNull: true },
      { name: 's', type: 'int4' },
    ])
    expect(relation('pt')).toMatchObject({ kind: 'partitioned', children: ['z.pt1'] })
    expect(relation('vw')).toMatchObject({ kind: 'view', definition: expect.stringContaining('z.g(') })
    expect(relation('pair')).toMatchObject({ kind: 'composite', columns: [{}, { name: 'b', type: 'z.d' }] })
    expect(relation('Od.d')?.columns).toEqual([{ name: 'A b', type: 'int4' }])
  })

  test('rules, triggers that fire, foreign keys at what they refer to', () => {
    expect(relation('lg')?.rules).toMatchObject([
      { name: 'also', event: 'insert', definition: expect.stringContaining('DELETE FROM z.victim') },
    ])
    expect(relation('p')?.triggers).toEqual([
      { name: 'tg', events: ['insert', 'update'], function: 'z.tf', columns: ['id'], when: '(new.id > 1)' },
    ])
    expect(relation('p')?.referencedBy).toEqual([
      { name: 'up', relation: 'z.ch', onDelete: 'cascade', onUpdate: 'set null', columns: ['id'] },
      {
        name: expect.any(String),
        relation: 'z."Od.d"',
        onDelete: 'no action',
        onUpdate: 'no action',
        columns: ['id'],
      },
    ])
  })

  test('expressions', () => {
    const texts = (name: string) =>
      relation(name)
        ?.expressions?.map(({ kind, text }) => `${kind} ${text}`)
        .sort()
    expect(texts('p')).toEqual([
      expect.stringMatching(/^check z\.g\(/),
      "default lower('X'::text)",
      'generated (1 + 2)',
    ])
    expect(texts('victim')).toEqual(['index (id > 5)', 'index lower(n)', 'policy z.g(n)'])
    expect(texts('pt')).toEqual(['partition (a + 1)'])
    expect(relation('victim')?.expressions?.find(({ kind }) => kind === 'policy')?.on).toEqual([
      'select',
      'update',
      'delete',
    ])
  })

  test('code', () => {
    expect(routine('g')).toMatchObject({
      kind: 'function',
      language: 'plpgsql',
      volatility: 'volatile',
      arguments: ['text'],
      returns: 'bool',
      definition: expect.stringContaining('DELETE FROM z.victim'),
    })
    expect(routine('cs')).toMatchObject({ arguments: ['z.p'], securityDefiner: true })
    expect(routine('agg')).toMatchObject({ kind: 'aggregate', calls: ['int4pl'] })
    expect(routine('citext_eq')).toMatchObject({ language: 'c', extension: 'citext' })
    expect(snapshot.domains).toContainEqual({
      schema: 'z',
      name: 'd',
      base: 'text',
      expressions: ["'q'::text", 'z.g(VALUE)'],
    })
    expect(snapshot.operators).toEqual([
      { schema: 'z', name: '===', left: 'z.p', right: 'z.p', function: 'z.eq' },
    ])
    expect(snapshot.casts).toEqual([
      { source: 'z.p', target: 'int4', function: 'z.cs', context: 'assignment' },
    ])
    expect(snapshot.eventTriggers).toEqual([
      { name: 'et', event: 'sql_drop', function: 'z.ev', tags: ['DROP TABLE'] },
    ])
  })

  test('a role without any rights reads the same; the server searches no schema for it that it may not use', async () => {
    const role = `r_${randomBytes(6).toString('hex')}`
    await database.admin.query(`CREATE ROLE ${role} LOGIN PASSWORD 'a-password-of-the-test'`)
    try {
      expect(await loadSnapshot(open(role, 'a-password-of-the-test'), 0)).toEqual({
        ...snapshot,
        searchPath: ['public'],
      })
    } finally {
      await database.admin.query(`DROP ROLE ${role}`)
    }
  })

  test('who has a table locked is not waited for: it stays as it was known, or counts as anything', async () => {
    const other = new pg.Client({ connectionString: database.url })
    await other.connect()
    try {
      const reader = new SnapshotReader(open(), () => 0)
      await reader.read()
      await other.query('BEGIN; LOCK TABLE z.victim, z.p; CREATE TABLE z.unseen (a int)')
      const started = performance.now()
      expect(await reader.read({ whole: true })).toEqual(snapshot)
      const bare = await loadSnapshot(open(), 0)
      expect(performance.now() - started).toBeLessThan(900)
      expect(relation('vw', bare)?.definition).toBe('(')
      expect(relation('p', bare)?.expressions?.every(({ text }) => text === '(')).toBe(true)
      expect(bare.functions.find(({ name }) => name === 'cs')?.definition).toBe('(')
      expect(bare.functions.find(({ name }) => name === 'g')?.definition).toContain('DELETE')
    } finally {
      await other.end()
    }
  })

  test('on a connection of its own', async () => {
    const taken = await postgres.snapshot?.({ terms: target(), dial }, 0)
    expect(taken).toEqual(snapshot)
    const wrong = postgres.snapshot?.({ terms: target('postgres', 'wrong'), dial }, 0)
    await expect(wrong).rejects.toMatchObject({ code: 'UPSTREAM_REFUSED' })
  })
})
