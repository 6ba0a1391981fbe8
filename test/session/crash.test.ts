// A bug in the daemon: thrown from outside any handler, by a signal that only this test's wrapper knows.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { summaryMarkdown } from '../../src/action/summary.ts'
import { termsToJson } from '../../src/core/terms.ts'
import { verifyRecord } from '../../src/recording/verify.ts'
import { readClosed, readReady } from '../../src/session/files.ts'
import { createDatabase, type Database, servers } from '../fixtures/database.ts'
import { psql, termsFor } from './standalone.ts'

const DAEMON = pathToFileURL(join(import.meta.dirname, '..', '..', 'src', 'session', 'daemon.ts'))

let database: Database
const dir = mkdtempSync(join(tmpdir(), 'sluice-crash-'))
beforeAll(async () => {
  database = await createDatabase(servers()[0]!, 'CREATE TABLE users (id int PRIMARY KEY)')
})
afterAll(async () => {
  await database.drop()
  rmSync(dir, { recursive: true, force: true })
})

function start(dir: string) {
  const wrapper = join(dir, 'wrapper.mjs')
  writeFileSync(
    wrapper,
    `process.on('SIGUSR2', () => setImmediate(() => { throw new TypeError("a row's value\\n    at value-in-a-frame") }))
await import(${JSON.stringify(DAEMON)})`,
  )
  const child = spawn(process.execPath, [wrapper], { stdio: ['pipe', 'ignore', 'pipe'] })
  const config = {
    dir,
    record: join(dir, 'record'),
    listen: [{ target: 'orders', port: 0 }],
    terms: termsToJson(termsFor(database)),
    idleExitMs: 0,
    drainMs: 2000,
  }
  child.stdin.end(JSON.stringify(config))
  return child
}

describe('a daemon that crashes', () => {
  it('seals its record, tells the place and no value, and ends with an error', async () => {
    const child = start(dir)
    let log = ''
    child.stderr.on('data', (data: Buffer) => {
      log += data
    })
    const exit = once(child, 'exit')
    await expect.poll(() => readReady(dir), { timeout: 10_000 }).toBeDefined()
    expect(psql(readReady(dir)!, 'SELECT 1').stdout).toBe('1')
    child.kill('SIGUSR2')
    expect(await exit).toEqual([1, null])
    const closed = readClosed(dir)!
    expect(closed).toMatchObject({
      reason: 'killed',
      seal: { reason: 'killed' },
      totals: { statements: 1 },
      problems: ['the proxy process had an internal error (TypeError); its log has the place'],
    })
    expect(log).toMatch(/crashed: TypeError\n +at .*wrapper\.mjs/)
    expect(log).not.toMatch(/value/)
    const [session, chunks, seal] = ['session.jsonl', 'chunks.jsonl', 'seal.json'].map((file) =>
      readFileSync(join(dir, 'record', file)),
    )
    expect(verifyRecord({ session: session!, chunks, seal })).toMatchObject({ problems: [] })
    const summary = summaryMarkdown({ closed, refused: [], places: [] })
    expect(summary).toContain('internal error')
    expect(summary).toContain('reason killed')
  })
})

describe('a daemon whose directory is gone', () => {
  it('ends, and says so once', async () => {
    const gone = mkdtempSync(join(tmpdir(), 'sluice-gone-'))
    const child = start(gone)
    let told = ''
    child.stderr.on('data', (data) => {
      told += data
    })
    while (!readReady(gone)) await sleep(50)
    rmSync(gone, { recursive: true, force: true })
    child.kill('SIGTERM')
    const [code] = await once(child, 'exit')
    expect(code).toBe(1)
    expect(told.match(/ENOENT\n/g)?.length ?? 0).toBeLessThanOrEqual(2)
    expect(told).toContain('could not close')
  })
})
