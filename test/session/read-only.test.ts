// A guard that lets nothing be written: the server stops what nobody could see.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Guard } from '../../src/core/grant.ts'
import { createAnalyser } from '../../src/sql/create.ts'
import { createDatabase, type Database, servers } from '../fixtures/database.ts'
import { type Guarded, guarded, outcome } from './guarded.ts'

const SETUP = `
  CREATE TABLE t (a int);
  CREATE FUNCTION hidden(name text) RETURNS void LANGUAGE plpgsql AS
    $$ BEGIN EXECUTE format('INSERT INTO %I VALUES (1)', name); END $$;
  CREATE FUNCTION loosen(name text) RETURNS text LANGUAGE plpgsql AS
    $$ DECLARE v text; BEGIN EXECUTE format('SELECT set_config(%L, %L, false)', name, 'off') INTO v; RETURN v; END $$;`

/** No rule but the one that says so, so that everything else is left to the server. */
const guard: Guard = { name: 'test', mode: 'enforce', rules: { write: 'block' }, allow: [] }

const analyser = createAnalyser({ worker: new URL('../../src/sql/worker.ts', import.meta.url) })
afterAll(() => analyser.close())

describe.each(servers())('PostgreSQL $version', (server) => {
  let database: Database
  let session: Guarded

  beforeAll(async () => {
    database = await createDatabase(server, SETUP)
    await database.admin.query('ALTER ROLE postgres SET default_transaction_read_only = off')
  })
  beforeEach(async () => {
    session = await guarded(database, guard, analyser)
  })
  afterEach(() => session.close())
  afterAll(async () => {
    await database?.admin.query('ALTER ROLE postgres RESET default_transaction_read_only')
    await database?.drop()
  })

  test('a function that writes out of sight is stopped by the server', async () => {
    const client = await session.connect()
    expect(await outcome(client.query("SELECT hidden('t')"))).toMatch(/read-only transaction/)
    for (const back of [
      'RESET ALL',
      'DISCARD ALL',
      'SET default_transaction_read_only TO DEFAULT',
      'BEGIN',
    ]) {
      expect(await outcome(client.query(back))).toBe('ok')
      expect(await outcome(client.query("SELECT hidden('t')"))).toMatch(/read-only transaction/)
    }
    expect((await database.admin.query('SELECT * FROM t')).rows).toEqual([])
  })

  test.each([
    'SET default_transaction_read_only = off',
    'SET SESSION CHARACTERISTICS AS TRANSACTION READ WRITE',
    'BEGIN READ WRITE',
    'BEGIN; SET TRANSACTION READ WRITE',
    "SELECT set_config('transaction_read_only', 'off', false)",
    'START TRANSACTION READ WRITE',
  ])('%s is refused', async (text) => {
    const client = await session.connect()
    expect(await outcome(client.query(text))).toMatch(/may only read/)
    expect(await outcome(client.query({ text: text.replace(/^BEGIN; /, ''), values: [] }))).toMatch(
      /may only read|aborted/,
    )
  })

  test('others are neither woken nor made to wait', async () => {
    const client = await session.connect()
    for (const text of [
      'NOTIFY jobs',
      "SELECT pg_notify('jobs', 'x')",
      'SELECT pg_try_advisory_xact_lock(1)',
    ])
      expect(await outcome(client.query(text)), text).toMatch(/may only read/)
    for (const text of ['LISTEN jobs', 'UNLISTEN *', 'SELECT pg_advisory_unlock_all()'])
      expect(await outcome(client.query(text)), text).toBe('ok')
  })

  test('code that takes it back ends the session', async () => {
    const client = await session.connect()
    const ended = outcome(client.query("SELECT loosen('default_transaction_read_only')"))
    expect(await ended).toMatch(/no longer read only|terminated/)
    expect(await outcome(client.query("SELECT hidden('t')"))).not.toBe('ok')
    expect((await database.admin.query('SELECT * FROM t')).rows).toEqual([])
  })
})
