// `sluice run`, `start` and `stop` with a grant server.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDatabase, type Database, servers } from '../fixtures/database.ts'
import { type Harness, startHarness } from '../server/harness.ts'
import { sluice } from './sluice.ts'

const cwd = mkdtempSync(join(tmpdir(), 'sluice-cli-'))
let database: Database
let server: Harness
let jobs = 0

beforeAll(async () => {
  database = await createDatabase(servers()[0]!, 'CREATE TABLE orders (id int)')
  server = await startHarness({
    env: { ORDERS_PASSWORD: new URL(database.url).password },
    change: ({ targets }) => {
      Object.assign(targets['orders-prod'], {
        address: `127.0.0.1:${database.server.port}`,
        database: database.name,
        credential: { provider: 'static', user: 'postgres', password: 'env:ORDERS_PASSWORD' },
      })
    },
  })
})
afterAll(async () => {
  await server.close()
  await database.drop()
  rmSync(cwd, { recursive: true, force: true })
})

/** The environment of another job, whose token a variable holds. */
async function job(): Promise<NodeJS.ProcessEnv> {
  const id = String(++jobs)
  return { SLUICE_ID_TOKEN: await server.issuer.github(server.url, { run_id: id, check_run_id: id }) }
}

const opening = () => ['--server', server.url, '--target', 'orders-prod']

describe('sluice run with a server', () => {
  it('exchanges the job’s token, and the server keeps the record', async () => {
    const command = ['psql', '-XAt', '-c', 'SELECT count(*) FROM orders']
    const ended = await sluice(['run', ...opening(), '--', ...command], { cwd, env: await job() })
    expect(ended).toMatchObject({ code: 0, out: '0\n' })
    expect(ended.err).toContain('sealed by the server')
    const record = /record in (\S+), sealed/.exec(ended.err)?.[1] ?? ''
    const session = record.split('/').at(-1) ?? ''
    const kept = readFileSync(join(server.data, 'sessions', session, 'session.jsonl'), 'utf8')
    expect(kept).toBe(readFileSync(join(record, 'session.jsonl'), 'utf8'))
    expect(kept).toContain('SELECT count(*) FROM orders')
  })

  it('reads the token from a file', async () => {
    writeFileSync(join(cwd, 'token'), `${(await job()).SLUICE_ID_TOKEN}\n`)
    const ended = await sluice(['run', ...opening(), '--id-token-file', 'token', '--', 'true'], { cwd })
    expect(ended.code).toBe(0)
  })

  it('is refused with an exit code of its own, and runs nothing', async () => {
    const env = await job()
    await sluice(['run', ...opening(), '--', 'true'], { cwd, env })
    const again = await sluice(['run', ...opening(), '--', 'echo', 'ran'], { cwd, env })
    expect(again).toMatchObject({ code: 3, out: '' })
    expect(again.err).toMatch(/does not accept this job’s token.*correlation id/)
    const without = await sluice(['run', ...opening(), '--', 'echo', 'ran'], { cwd })
    expect(without).toMatchObject({ code: 1, out: '' })
    expect(without.err).toContain('SLUICE_ID_TOKEN')
  })
})

describe('sluice stop', () => {
  it('asks the server to end what a killed proxy left, with the token alone', async () => {
    const started = await sluice(['start', ...opening(), '--format', 'json'], { cwd, env: await job() })
    const { session, environment } = JSON.parse(started.out) as {
      session: string
      environment: Record<string, string>
    }
    const dir = environment.SLUICE_SESSION!
    process.kill(Number(readFileSync(join(dir, 'daemon.pid'), 'utf8')), 'SIGKILL')
    const stopped = await sluice(['stop', '--session', dir], { cwd })
    expect(stopped.code).toBe(1)
    expect(JSON.parse(stopped.out)).toMatchObject({
      session,
      reason: 'killed',
      revocation: { revoked: true, credentials: [{ target: 'orders-prod', ended: true }] },
    })
    expect(stopped.err).toContain('the proxy process ended before the session was closed')
    rmSync(dir, { recursive: true, force: true })
  })
})
