// Real programs through the relay, with the real analyser and the built-in guards.
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Guard } from '../../../src/core/grant.ts'
import { decide } from '../../../src/policy/decide.ts'
import { createAnalyser } from '../../../src/sql/create.ts'
import { createDatabase, type Database, servers } from '../../fixtures/database.ts'
import { LOCAL_PASSWORD, LOCAL_USER, type Relayed, relayed } from './relayed.ts'

const run = promisify(execFile)
const analyser = createAnalyser({ worker: new URL('../../../src/sql/worker.ts', import.meta.url) })
// Not a built-in guard: what those say about pg_dump's statements is for their own tests.
const guard: Guard = {
  name: 'drops',
  mode: 'enforce',
  rules: { 'drop-table': 'block', truncate: 'block', 'delete-all': 'block' },
  allow: [],
}
const SETUP = `
  CREATE TABLE customers (id int PRIMARY KEY, email text, note text);
  INSERT INTO customers SELECT i, 'user' || i || '@example.com', 'note ' || i FROM generate_series(1, 500) i;
  CREATE TABLE plain (id int PRIMARY KEY, big bytea);
  CREATE INDEX ON customers (note);`

afterAll(() => analyser.close())

describe.each(servers())('PostgreSQL $version', (server) => {
  let database: Database
  let relay: Relayed
  let dir: string

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'sluice-clients-'))
    database = await createDatabase(server, SETUP)
    relay = await relayed({
      upstream: { host: '127.0.0.1', port: server.port },
      terms: {
        database: database.name,
        tls: { mode: 'verify-full', ca: server.ca },
        masks: {
          columns: [{ pattern: 'public.customers.email', mask: 'partial' }],
          detect: ['payment-card'],
        },
      },
      analyser,
      verdict: ({ analysis }) => decide(analysis.effects, guard),
    })
  })
  afterAll(async () => {
    await relay?.close()
    await database?.drop()
    await rm(dir, { recursive: true, force: true })
  })

  const environment = () => ({
    PATH: process.env.PATH,
    PGHOST: '127.0.0.1',
    PGPORT: String(relay.port),
    PGUSER: LOCAL_USER,
    PGPASSWORD: LOCAL_PASSWORD,
    PGDATABASE: database.name,
  })
  const program = (name: string, ...args: string[]) =>
    run(name, args, { env: environment(), cwd: dir, timeout: 20_000 })

  test('psql: SSL is asked for and declined, statements, a refusal, \\copy both ways, \\d', async () => {
    const { stdout, stderr } = await program(
      'psql',
      '-At',
      '-c',
      'SELECT 1',
      '-c',
      'DROP TABLE customers',
      '-c',
      'SELECT email FROM customers WHERE id = 7',
      '-c',
      '\\copy (SELECT id, email FROM customers ORDER BY id LIMIT 2) TO STDOUT',
      '-c',
      "\\copy plain(id) FROM PROGRAM 'seq 1000 1010'",
      '-c',
      'SELECT count(*) FROM plain',
      '-c',
      '\\d customers',
    )
    expect(stdout).toMatch(
      /^1\nu\*+@example.com\n1\tu?\*+(@example.com)?\n2\tu?\*+(@example.com)?\nCOPY 11\n11\n/,
    )
    expect(stdout).toContain('note|text')
    expect(stderr).toMatch(
      /^ERROR: {2}refused by policy: .*\nDETAIL: {2}Rule drop-table: drop table customers\.\nHINT: {2}/,
    )
  })

  test('psql: Ctrl-C cancels what runs', async () => {
    const started = Date.now()
    const psql = execFile('psql', ['-c', 'SELECT pg_sleep(30)'], { env: environment() })
    const ended = new Promise<string>((resolve) => {
      let text = ''
      psql.stderr?.on('data', (chunk) => {
        text += chunk
      })
      psql.on('close', () => resolve(text))
    })
    const running = "SELECT FROM pg_stat_activity WHERE state = 'active' AND query = 'SELECT pg_sleep(30)'"
    while ((await database.admin.query(running)).rowCount === 0) await sleep(20)
    psql.kill('SIGINT')
    expect(await ended).toMatch(/canceling statement due to user request/)
    expect(Date.now() - started).toBeLessThan(10_000)
  })

  // Debian's pg_dump refuses servers that are newer than itself.
  const dumps = async () => {
    await database.admin.query(
      "DELETE FROM plain; INSERT INTO plain SELECT i, decode(repeat('ab', 3000), 'hex') FROM generate_series(1, 300) i",
    )
    await program('pg_dump', '-Fc', '-a', '-t', 'plain', '-f', 'plain.dump')
    await database.admin.query('DELETE FROM plain')
    await program('pg_restore', '-a', '-d', database.name, 'plain.dump')
    expect(
      (await database.admin.query('SELECT count(*)::int, sum(length(big))::int FROM plain')).rows,
    ).toEqual([{ count: 300, sum: 900_000 }])
    await program('pg_dump', '-a', '-t', 'customers', '-f', 'customers.sql')
    const text = await readFile(join(dir, 'customers.sql'), 'utf8')
    expect(text).toContain('note 500')
    expect(text).not.toContain('user500@')
  }
  if (server.version === 15) test('pg_dump masks, and pg_restore writes back', dumps)

  test.each(['simple', 'extended', 'prepared'])('pgbench -M %s', async (mode) => {
    await database.admin.query(
      'CREATE TABLE IF NOT EXISTS pgbench_accounts (aid int PRIMARY KEY, bid int, abalance int)',
    )
    const { stdout } = await program(
      'pgbench',
      '-n',
      '-M',
      mode,
      '-c',
      '2',
      '-t',
      '50',
      '-f',
      await script(dir),
      database.name,
    )
    expect(stdout).toMatch(/actually processed: 100\/100/)
  })

  test('node-postgres: parameters, named statements, refusals, transactions', async () => {
    const client = new pg.Client({ connectionString: relay.url() })
    await client.connect()
    const text = 'SELECT email, lower(email), count(*) OVER () FROM customers WHERE id = $1'
    for (const id of [1, 2])
      expect((await client.query({ name: 'one', text, values: [id] })).rows).toEqual([
        { email: 'u***@example.com', lower: '****', count: '1' },
      ])
    await expect(client.query('TRUNCATE customers')).rejects.toMatchObject({
      code: '42501',
      severity: 'ERROR',
    })
    await client.query('BEGIN')
    await expect(
      client.query({ text: 'DELETE FROM customers WHERE id = $1', values: [1] }),
    ).resolves.toBeDefined()
    await expect(client.query('DROP TABLE customers')).rejects.toMatchObject({ code: '42501' })
    await expect(client.query('SELECT 1')).rejects.toMatchObject({ code: '25P02' })
    await client.query('ROLLBACK')
    expect((await client.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
    await client.end()
  })

  test('postgres.js: pipelines, prepared statements, cursors, refusals in their turn', async () => {
    const sql = postgres(relay.url(), { max: 1, onnotice: () => {} })
    const settled = await Promise.allSettled([
      sql`SELECT ${1}::int AS x`,
      sql`DROP TABLE customers`,
      sql`SELECT email FROM customers WHERE id = ${3}`,
      sql`SELECT 1 / 0`,
      sql`SELECT ${'a'}::text AS y`,
    ])
    const seen = settled.map((each) => (each.status === 'fulfilled' ? each.value[0] : each.reason.code))
    expect(seen).toEqual([{ x: 1 }, '42501', { email: 'u***@example.com' }, '22012', { y: 'a' }])
    let rows = 0
    for await (const batch of sql`SELECT email FROM customers`.cursor(100)) {
      rows += batch.length
      expect(batch.every(({ email }) => email === 'u***@example.com')).toBe(true)
    }
    expect(rows).toBe(500)
    await sql.end()
  })
})

async function script(dir: string): Promise<string> {
  const file = join(dir, 'bench.sql')
  await writeFile(
    file,
    `\\set id random(1, 500)
    BEGIN;
    SELECT note FROM customers WHERE id = :id;
    UPDATE pgbench_accounts SET abalance = abalance + 1 WHERE aid = :id;
    END;`,
  )
  return file
}
