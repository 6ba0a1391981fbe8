import { once } from 'node:events'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { connect as netConnect } from 'node:net'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { Secret } from '../../src/core/secret.ts'
import { alive } from '../../src/session/limits.ts'
import { stopSession } from '../../src/session/stop.ts'
import { createDatabase, type Database, servers } from '../fixtures/database.ts'
import { connect, endDaemons, events, psql, startDaemon } from './standalone.ts'

let database: Database
beforeAll(async () => {
  database = await createDatabase(
    servers()[0]!,
    `CREATE TABLE users (id int PRIMARY KEY, email text); INSERT INTO users VALUES (1, 'someone@example.com')`,
  )
})
afterEach(endDaemons)
afterAll(() => database.drop())

/** The kind of authentication that a client is asked for: https://www.postgresql.org/docs/current/protocol-message-formats.html */
async function asked(port: number): Promise<number> {
  const socket = netConnect(port, '127.0.0.1')
  const startup = Buffer.from('\0\0\0\0\0\x03\0\0user\0sluice\0\0', 'latin1')
  startup.writeInt32BE(startup.length, 0)
  socket.write(startup)
  const [answer] = (await once(socket, 'data')) as [Buffer]
  socket.destroy()
  expect(answer.toString('latin1', 0, 1)).toBe('R')
  return answer.readInt32BE(5)
}

describe('a session', () => {
  it('serves psql over TCP and the unix socket, refuses, masks, and closes with a sealed record', async () => {
    const daemon = await startDaemon(database)
    const { ready, dir } = daemon
    expect(psql(ready, 'SELECT id, email FROM users')).toMatchObject({ status: 0, stdout: '1|****' })
    expect(psql(ready, 'SELECT 1', { PGHOST: dir })).toMatchObject({ status: 0, stdout: '1' })
    const refused = psql(ready, 'DROP TABLE users')
    expect(refused.status).toBe(1)
    expect(refused.stderr).toContain('drop-table')
    const closed = await stopSession(daemon)
    expect(closed).toMatchObject({
      session: ready.session,
      reason: 'clean',
      targets: ['orders'],
      totals: { connections: 3, statements: 3, refused: 1, held: 0, masked: 1 },
      refusals: [{ rule: 'drop-table', relation: 'users' }],
      seal: { kept: 'local', reason: 'clean' },
      problems: [],
    })
    expect(alive(ready.pid)).toBe(false)
    expect(existsSync(join(dir, 'ready.json'))).toBe(false)
    expect(events(daemon).at(-1)).toMatchObject({ type: 'session.end', reason: 'clean', refused: 1 })
  })

  it('asks every client for the session’s own password', async () => {
    const { ready } = await startDaemon(database)
    for (const PGPASSWORD of ['', 'wrong', new URL(database.url).password]) {
      const { status, stderr } = psql(ready, 'SELECT 1', { PGPASSWORD })
      expect(status).toBe(2)
      expect(stderr).toMatch(/password/)
    }
  })

  it('asks for the password in clear only when the session is opened so', async () => {
    for (const [clientAuth, kind] of [
      ['password', 3],
      ['scram-sha-256', 10],
    ] as const) {
      const { ready } = await startDaemon(database, { config: { clientAuth } })
      expect(await asked(ready.targets[0]!.port)).toBe(kind)
      expect(psql(ready, 'SELECT 1')).toMatchObject({ status: 0, stdout: '1' })
      expect(psql(ready, 'SELECT 1', { PGPASSWORD: 'wrong' }).status).toBe(2)
    }
  })

  it('writes no secret to its log or command line, keeps its files to itself, and takes no token of the CI along', async () => {
    const daemon = await startDaemon(database, {
      env: {
        ...process.env,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'token-of-the-ci',
        GITHUB_TOKEN: 'token-of-the-ci',
      },
    })
    const { ready, dir } = daemon
    psql(ready, "SELECT 'value-in-a-statement'")
    psql(ready, 'SELECT 1', { PGPASSWORD: 'wrong' })
    const secrets = [new URL(database.url).password, ready.targets[0]!.password, ready.control.secret]
    const environ = readFileSync(`/proc/${ready.pid}/environ`, 'utf8')
    const cmdline = readFileSync(`/proc/${ready.pid}/cmdline`, 'utf8')
    expect(environ).not.toContain('token-of-the-ci')
    expect(cmdline).toContain('--disable-sigusr1')
    await stopSession(daemon)
    const log = readFileSync(join(dir, 'daemon.log'), 'utf8')
    for (const text of [log, environ, cmdline])
      for (const secret of [...secrets, 'value-in-a-statement']) expect(text).not.toContain(secret)
    for (const file of ['daemon.log', 'closed.json', 'daemon.pid'])
      expect(statSync(join(dir, file)).mode & 0o077).toBe(0)
  })

  it('lets a running statement finish when it is stopped, and takes nobody new', async () => {
    const daemon = await startDaemon(database)
    const connected = await connect(daemon)
    const running = connected.query('SELECT pg_sleep(0.7), 42 AS answer')
    await expect.poll(() => events(daemon).some((event) => event.type === 'statement')).toBe(true)
    const [result, closed] = await Promise.all([running, stopSession(daemon)])
    expect(result.rows[0]).toMatchObject({ answer: 42 })
    expect(closed).toMatchObject({ reason: 'clean', problems: [] })
  })

  it('ends a statement that does not finish in the time for it', async () => {
    const daemon = await startDaemon(database, { config: { drainMs: 300 } })
    const connected = await connect(daemon)
    const running = connected.query('SELECT pg_sleep(20)')
    const failed = expect(running).rejects.toThrow()
    await expect.poll(() => events(daemon).some((event) => event.type === 'statement')).toBe(true)
    expect((await stopSession(daemon)).reason).toBe('clean')
    await failed
  })

  it('takes no more connections at a time than its terms allow', async () => {
    const daemon = await startDaemon(database, { target: { limits: { connections: 2 } } })
    const first = await connect(daemon)
    await connect(daemon)
    await expect(connect(daemon)).rejects.toThrow()
    await first.end()
    await expect.poll(() => psql(daemon.ready, 'SELECT 1')).toMatchObject({ stdout: '1' })
    expect(events(daemon)).toContainEqual(expect.objectContaining({ type: 'limit', limit: 'connections' }))
  })
})

describe('a daemon that cannot start says why', () => {
  it('when the port is taken', async () => {
    const { ready } = await startDaemon(database)
    const { port } = ready.targets[0]!
    await expect(
      startDaemon(database, { config: { listen: [{ target: 'orders', port }] } }),
    ).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
      message: expect.stringContaining(`127.0.0.1:${port} is in use`),
      hint: expect.stringContaining('orders=PORT'),
    })
  })

  it('when the grant does not hold the target', async () => {
    const listen = [{ target: 'billing', port: 0 }]
    await expect(startDaemon(database, { config: { listen } })).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
      message: 'the grant does not hold target billing',
      hint: 'It holds orders',
    })
  })

  it('when the target cannot be reached', async () => {
    await expect(startDaemon(database, { target: { port: 1 } })).rejects.toMatchObject({
      code: 'UPSTREAM_UNREACHABLE',
      message: expect.stringContaining('127.0.0.1:1'),
    })
  })

  it('when the credential is wrong, without showing it', async () => {
    const credential = { user: 'postgres', password: new Secret('not-the-password') }
    const failure: unknown = await startDaemon(database, { target: { credential } }).catch((error) => error)
    expect(failure).toMatchObject({ code: expect.stringMatching(/^(UPSTREAM_REFUSED|CREDENTIAL_FAILED)$/) })
    expect(String(failure)).not.toContain('not-the-password')
  })
})
