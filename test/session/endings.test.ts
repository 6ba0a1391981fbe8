import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { verifyRecord } from '../../src/recording/verify.ts'
import { readClosed, readPid } from '../../src/session/files.ts'
import { alive } from '../../src/session/limits.ts'
import { stopSession } from '../../src/session/stop.ts'
import { createDatabase, type Database, servers } from '../fixtures/database.ts'
import { connect, type Daemon, endDaemons, events, psql, startDaemon } from './standalone.ts'

let database: Database
beforeAll(async () => {
  database = await createDatabase(
    servers()[0]!,
    `CREATE TABLE users (id int PRIMARY KEY, email text); INSERT INTO users VALUES (1, 'someone@example.com')`,
  )
})
afterEach(endDaemons)
afterAll(() => database.drop())

const closedBy = async (daemon: Daemon) => {
  await expect.poll(() => readClosed(daemon.dir), { timeout: 10_000, interval: 20 }).toBeDefined()
  await expect.poll(() => alive(daemon.ready.pid), { timeout: 2000 }).toBe(false)
  return readClosed(daemon.dir)!
}

describe('a session ends by itself', () => {
  it('when its grant does', async () => {
    const daemon = await startDaemon(database, {
      terms: { expiresAt: new Date(Date.now() + 4000).toISOString() },
    })
    const connected = await connect(daemon)
    const ended = new Promise((resolve) => connected.once('end', resolve))
    expect(await closedBy(daemon)).toMatchObject({ reason: 'expired', seal: { reason: 'expired' } })
    await ended
  })

  it('when its own time is over', async () => {
    const daemon = await startDaemon(database, { config: { timeoutMs: 500 } })
    expect((await closedBy(daemon)).reason).toBe('expired')
  })

  it('when nothing has been connected for long', async () => {
    const daemon = await startDaemon(database, { config: { idleExitMs: 3000 } })
    const connected = await connect(daemon)
    await new Promise((resolve) => setTimeout(resolve, 3500))
    expect(alive(daemon.ready.pid)).toBe(true)
    await connected.end()
    expect((await closedBy(daemon)).reason).toBe('abandoned')
  })

  it('when the process it belongs to is gone', async () => {
    const parent: ChildProcess = spawn('sleep', ['60'])
    const daemon = await startDaemon(database, { config: { parent: parent.pid! } })
    parent.kill('SIGKILL')
    expect((await closedBy(daemon)).reason).toBe('abandoned')
  })

  it('on SIGTERM, in order', async () => {
    const daemon = await startDaemon(database)
    const connected = await connect(daemon)
    const running = connected.query('SELECT pg_sleep(0.5), 42 AS answer')
    await expect.poll(() => events(daemon).some((event) => event.type === 'statement')).toBe(true)
    process.kill(daemon.ready.pid, 'SIGTERM')
    expect((await running).rows[0]).toMatchObject({ answer: 42 })
    expect(await closedBy(daemon)).toMatchObject({ reason: 'killed', seal: { reason: 'killed' } })
  })
})

describe('a daemon that was killed', () => {
  it('leaves a record up to its last statement, and is told of by who stops it', async () => {
    const daemon = await startDaemon(database)
    psql(daemon.ready, 'SELECT 1')
    psql(daemon.ready, 'DROP TABLE users')
    process.kill(daemon.ready.pid, 'SIGKILL')
    await expect.poll(() => alive(daemon.ready.pid)).toBe(false)
    const closed = await stopSession(daemon)
    expect(closed).toMatchObject({
      session: daemon.ready.session,
      reason: 'killed',
      totals: { refused: 1 },
      refusals: [{ rule: 'drop-table' }],
      problems: [expect.stringContaining('ended before the session was closed')],
    })
    expect(closed.seal).toBeUndefined()
    const [session, chunks] = ['session.jsonl', 'chunks.jsonl'].map((file) =>
      readFileSync(join(daemon.record, file)),
    )
    expect(verifyRecord({ session: session!, chunks })).toMatchObject({ status: 'incomplete', problems: [] })
    expect(events(daemon).filter((event) => event.type === 'statement')).toHaveLength(2)
  })
})

describe('a session whose record cannot be written any more', () => {
  it('ends at once, says so, and tells the client', async () => {
    const daemon = await startDaemon(database)
    const connected = await connect(daemon)
    const { size } = statSync(join(daemon.record, 'session.jsonl'))
    // As a full disk: no file may grow beyond this.
    spawnSync('prlimit', ['--pid', String(daemon.ready.pid), `--fsize=${size + 200}`])
    await expect(
      connected.query("SELECT 'a statement that is longer than what is left of the disk'"),
    ).rejects.toThrow()
    expect(await closedBy(daemon)).toMatchObject({ reason: 'record' })
  })
})

describe('a daemon that is stopped before it is ready', () => {
  it('ends in order although its target does not answer', async () => {
    const silent = createServer((socket) => {
      socket.on('error', () => {})
    })
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    const { port } = silent.address() as AddressInfo
    const dir = mkdtempSync(join(tmpdir(), 'sluice-daemon-'))
    const starting = startDaemon(database, { target: { port }, config: { dir, record: join(dir, 'record') } })
    const failed = expect(starting).rejects.toMatchObject({ code: 'DAEMON_FAILED' })
    await expect.poll(() => readPid(dir), { timeout: 5000 }).toBeDefined()
    expect(await stopSession({ dir, record: join(dir, 'record') })).toMatchObject({ reason: 'killed' })
    await failed
    silent.close()
    rmSync(dir, { recursive: true, force: true })
  })
})
