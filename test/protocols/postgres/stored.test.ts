// When the catalogue is read anew, with a clock of the test and real databases that change.
import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Analysis, Effect } from '../../../src/core/statement.ts'
import { Changed } from '../../../src/protocols/postgres/changed.ts'
import { Side } from '../../../src/protocols/postgres/side.ts'
import { SnapshotReader } from '../../../src/protocols/postgres/snapshot/load.ts'
import { Stored } from '../../../src/protocols/postgres/stored.ts'
import { upstreamLogin } from '../../../src/protocols/postgres/upstream-login.ts'
import { createAnalyser } from '../../../src/sql/create.ts'
import { createDatabase, type Database, servers } from '../../fixtures/database.ts'
import { terms } from './relayed.ts'

const analyser = createAnalyser({ worker: new URL('../../../src/sql/worker.ts', import.meta.url) })
afterAll(() => analyser.close())

const UNREADABLE = { action: 'unknown', object: 'catalogue' }
const here = { moved: false }

describe.each(servers().slice(0, 1))('PostgreSQL $version', (server) => {
  let database: Database
  let side: Side
  let clock = 0
  let loads = 0
  let broken = false
  let stored: Stored

  beforeAll(async () => {
    database = await createDatabase(
      server,
      `CREATE TABLE t (a int); CREATE TABLE u (a int);
       CREATE FUNCTION clear() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN DELETE FROM u; RETURN new; END $$`,
    )
    const dial = () =>
      new Promise<Socket>((resolve) => {
        const socket = connect({ host: '127.0.0.1', port: server.port }, () => resolve(socket))
      })
    const target = terms({ host: '127.0.0.1', port: server.port }, { database: database.name })
    side = new Side(() =>
      upstreamLogin({ terms: target, dial, settings: new Map(), keys: new Map(), timeout: 5000 }),
    )
  })
  beforeEach(() => {
    clock = 0
    loads = 0
    broken = false
    const reader = new SnapshotReader(side, () => 0)
    stored = new Stored({
      load: (whole) => {
        loads++
        return broken ? Promise.reject(new Error('no answer')) : reader.read({ whole })
      },
      analyser,
      now: () => clock,
    })
  })
  afterAll(async () => {
    side?.close()
    await database?.drop()
  })

  const effects = async (text: string): Promise<readonly Effect[]> =>
    await stored.deepen(await analyser.analyse(text), here)
  const ran = async (text: string) => {
    const changed = new Changed()
    stored.note({ analysis: await analyser.analyse(text), text }, changed)
    stored.invalidate(changed)
  }
  const fires = expect.arrayContaining([
    expect.objectContaining({ action: 'delete', name: 'u', stored: true }),
  ])

  test('once for all statements; then no promise, and the very array of the analysis', async () => {
    await effects('SELECT a FROM t')
    const analysis: Analysis = await analyser.analyse('SELECT a FROM u')
    await stored.deepen(analysis, here)
    expect(stored.deepen(analysis, here)).toBe(analysis.effects)
    expect(loads).toBe(1)
  })

  test('what others change is noticed after a minute, and waited for after five', async () => {
    expect(await effects('INSERT INTO t VALUES (1)')).toEqual([expect.objectContaining({ action: 'insert' })])
    await database.admin.query('CREATE TRIGGER x AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION clear()')
    clock = 59_000
    expect(await effects('INSERT INTO t VALUES (1)')).not.toEqual(fires)
    clock = 61_000
    await effects('INSERT INTO t VALUES (1)')
    await expect.poll(() => effects('INSERT INTO t VALUES (1)')).toEqual(fires)
    expect(loads).toBe(2)
    await database.admin.query('DROP TRIGGER x ON t')
    clock = 61_000 + 301_000
    expect(await effects('INSERT INTO t VALUES (1)')).not.toEqual(fires)
    expect(loads).toBe(3)
  })

  /** It is judged by what is known already. */
  const atOnce = async (text: string) =>
    !(stored.deepen(await analyser.analyse(text), here) instanceof Promise)

  test('what this session changes is read ahead, and waited for by whoever may notice it', async () => {
    await effects('SELECT a FROM t')
    await ran('ALTER TABLE u ALTER COLUMN a SET DEFAULT 2')
    expect(loads).toBe(2)
    expect(await atOnce('INSERT INTO t VALUES (1)')).toBe(true)
    expect(await atOnce('INSERT INTO u VALUES (1)')).toBe(false)
    await effects('INSERT INTO u VALUES (1)')
    expect(await atOnce('INSERT INTO u VALUES (1)')).toBe(true)
    await ran("CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'")
    expect(await atOnce("CREATE FUNCTION g() RETURNS int LANGUAGE sql AS 'SELECT 1'")).toBe(true)
    expect(await atOnce("COMMENT ON TABLE t IS 'x'")).toBe(true)
    expect(await atOnce('SELECT a FROM t')).toBe(false)
    await effects('SELECT a FROM t')
    const before = loads
    await ran('GRANT SELECT ON t TO PUBLIC')
    expect(await atOnce('SELECT a FROM t')).toBe(true)
    expect(loads).toBe(before)
  })

  test('a table that sets nothing off by what it has got is waited for by nobody who writes to it', async () => {
    await effects('SELECT a FROM t')
    await ran('CREATE TABLE fresh (id bigint PRIMARY KEY, a text NOT NULL DEFAULT now())')
    expect(await atOnce('INSERT INTO fresh VALUES (1)')).toBe(true)
    expect(await atOnce('CREATE INDEX ON fresh (a)')).toBe(true)
    expect(await atOnce('UPDATE fresh SET a = 2 WHERE id = 1')).toBe(true)
    expect(await atOnce('DELETE FROM t WHERE a = (SELECT id FROM fresh WHERE id = 1)')).toBe(false)
    await effects('DELETE FROM t WHERE a = (SELECT id FROM fresh WHERE id = 1)')
    await ran('CREATE TABLE flagged (id bigint PRIMARY KEY, a boolean)')
    expect(await atOnce('INSERT INTO flagged VALUES (1)')).toBe(true)
    expect(await atOnce('UPDATE flagged SET a = true WHERE id = 1')).toBe(false)
    await effects('UPDATE flagged SET a = true WHERE id = 1')
    await ran('ALTER TABLE t ADD COLUMN b text')
    expect(await atOnce('UPDATE t SET b = 2 WHERE a = 1')).toBe(true)
    await ran('ALTER TABLE t ADD COLUMN c bool')
    expect(await atOnce('DELETE FROM t WHERE a = 1')).toBe(true)
    expect(await atOnce('DELETE FROM t WHERE c = true')).toBe(false)
    await effects('DELETE FROM t WHERE c = true')
  })

  test('reading ahead that fails is tried again by who asks', async () => {
    await effects('SELECT a FROM t')
    broken = true
    await ran('DROP VIEW IF EXISTS v')
    expect(loads).toBe(2)
    await new Promise((resolve) => setImmediate(resolve))
    broken = false
    expect(await effects('SELECT a FROM t')).not.toContainEqual(expect.objectContaining(UNREADABLE))
    expect(loads).toBe(3)
  })

  test('a target that does not answer: nothing passes as known, and it is not asked all the time', async () => {
    broken = true
    expect(await effects('SELECT a FROM t')).toContainEqual(expect.objectContaining(UNREADABLE))
    expect(await effects('SELECT a FROM u')).toContainEqual(expect.objectContaining(UNREADABLE))
    expect(loads).toBe(1)
    expect(await effects('BEGIN')).not.toContainEqual(expect.objectContaining(UNREADABLE))
    broken = false
    clock = 2000
    expect(await effects('SELECT a FROM t')).not.toContainEqual(expect.objectContaining(UNREADABLE))
    broken = true
    clock = 200_000
    expect(await effects('SELECT a FROM t')).not.toContainEqual(expect.objectContaining(UNREADABLE))
    clock = 400_000
    expect(await effects('SELECT a FROM t')).toContainEqual(expect.objectContaining(UNREADABLE))
  })
})
