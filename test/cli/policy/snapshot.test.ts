// What a database holds, written to a file, gives the verdicts of a session on that database.
import { chmodSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { command } from '../../../src/cli/commands/policy-snapshot.ts'
import { main } from '../../../src/cli/main.ts'
import { parseSnapshot } from '../../../src/sql/catalogue/parse.ts'
import { createDatabase, type Database, servers } from '../../fixtures/database.ts'
import { freePort } from '../../fixtures/postgres.ts'

const SCHEMA = `
  CREATE SCHEMA z;
  CREATE TABLE z.victim (id int PRIMARY KEY, secret text DEFAULT 'none');
  INSERT INTO z.victim SELECT i, 'canary-' || i FROM generate_series(1, 1234) i;
  CREATE FUNCTION z.wipe(anyelement) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN DELETE FROM z.victim; RETURN true; END $$;
  CREATE DOMAIN z.d AS text CHECK (z.wipe(VALUE));
  CREATE TABLE z."A b" (a int); CREATE VIEW z.v AS SELECT id FROM z.victim;
  ANALYZE z.victim;
`

let cwd = ''
let database: Database
beforeAll(async () => {
  database = await createDatabase(servers()[0]!, SCHEMA)
  cwd = mkdtempSync(join(tmpdir(), 'sluice-snapshot-'))
  writeFileSync(join(cwd, 'ca.pem'), database.server.ca)
  writeFileSync(join(cwd, 'sluice.yml'), policy('static, url: env:ORDERS_URL'))
  writeFileSync(join(cwd, 'broker.yml'), policy('postgres-role, broker: env:ORDERS_URL, owner: postgres'))
  chmodSync(cwd, 0o755)
})
afterAll(() => database?.drop())

const policy = (credential: string) => `version: 1
targets:
  orders:
    protocol: postgres
    address: 127.0.0.1:${database.server.port}
    database: ${database.name}
    tls: { mode: verify-full, ca: "file:${join(cwd, 'ca.pem')}" }
    credential: { provider: ${credential} }
`

async function snapshot(args: readonly string[], env: NodeJS.ProcessEnv = { ORDERS_URL: database.url }) {
  let [out, err] = ['', '']
  const io = {
    stdin: Readable.from(['']),
    out: (text: string) => {
      out += text
    },
    err: (text: string) => {
      err += text
    },
    env,
    cwd,
    signal: new AbortController().signal,
  }
  const code = await main(['policy', 'snapshot', ...args], io)
  return { code, out, err }
}

describe('sluice policy snapshot', () => {
  it('writes what the database holds, and no row', async () => {
    const { code, out, err } = await snapshot(['--target', 'orders', '--output', 'schema.json'])
    expect({ code, out }).toEqual({ code: 0, out: '' })
    expect(err).toMatch(/: 3 relations and 1 functions of orders\n$/)
    const text = readFileSync(join(cwd, 'schema.json'), 'utf8')
    expect(statSync(join(cwd, 'schema.json')).mode & 0o777).toBe(0o644)
    expect(text).not.toContain('canary')
    expect(text).not.toContain(new URL(database.url).password || 'no password')
    const read = parseSnapshot(text)
    expect(read.relations.map(({ name, rows }) => [name, rows])).toEqual([
      ['A b', expect.any(Number)],
      ['v', expect.any(Number)],
      ['victim', 1300],
    ])
    expect(read.domains).toMatchObject([{ schema: 'z', name: 'd' }])
    expect(Date.now() - Date.parse(read.takenAt)).toBeLessThan(60_000)
  })

  it('writes the same lines of the same database', async () => {
    const lines = async () => (await snapshot(['--target', 'orders'])).out.split('\n')
    const [first, second] = [await lines(), await lines()]
    expect(first.filter((line, at) => line !== second[at])).toEqual(
      first.filter((line) => line.includes('"takenAt"')),
    )
    expect(
      Math.max(...first.filter((line) => !line.includes('"definition"')).map(({ length }) => length)),
    ).toBeLessThan(160)
  })

  it('takes the account of the broker, and a URL by its reference', async () => {
    const of = async (...args: string[]) => parseSnapshot((await snapshot(args)).out).relations
    const relations = await of('--target', 'orders')
    expect(await of('--target', 'orders', '--config', 'broker.yml')).toEqual(relations)
    expect(await of('--url', 'env:ORDERS_URL')).toEqual(relations)
  })

  it.each([
    [['--target', 'none'], 'has no target none. It has orders'],
    [[], 'neither --target and --url given'],
    [['--target', 'orders', '--url', 'env:X'], 'both --target and --url given'],
    [['--url', 'postgres://u:hunter2@h/d'], '--url is not a reference'],
    [['--url', 'env:NOBODY'], 'the environment variable NOBODY is not set'],
    [['--target', 'orders', '--config', 'none.yml'], 'none.yml: it does not exist'],
    [['--target', 'orders', '--output', 'none/x.json'], 'none/x.json cannot be written (ENOENT)'],
    [['--nope'], 'nope'],
  ])('refuses %s', async (args, message) => {
    const { code, out, err } = await snapshot(args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(message)
    expect(err).not.toContain('hunter2')
  })

  it('says who does not answer, and whose password is wrong', async () => {
    const port = await freePort()
    const gone = await snapshot(['--url', 'env:U'], { U: `postgres://u:hunter2@127.0.0.1:${port}/d` })
    expect(gone.code).toBe(2)
    expect(gone.err).toMatch(/cannot be reached: ECONNREFUSED/)
    const wrong = Object.assign(new URL(database.url), { username: 'nobody', password: 'hunter2' }).href
    const refused = await snapshot(['--target', 'orders'], { ORDERS_URL: wrong })
    expect(refused.code).toBe(2)
    expect(refused.err).toMatch(/orders/)
    expect(gone.err + refused.err).not.toContain('hunter2')
  })

  it('is a command with help', () => {
    expect(command.help).toMatch(/^Usage: sluice policy snapshot[\s\S]*Exit codes: /)
  })
})
