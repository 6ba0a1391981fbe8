// The demo as a person runs it, left up with --keep, tried with psql, and ended with Ctrl-C.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { orphans } from '../fixtures/runner/process.ts'

const ROOT = join(import.meta.dirname, '..', '..')

/** In the environment of whatever the demo starts itself. */
const MARK = randomUUID()

let child: ChildProcess
let output = ''
let exit: Promise<number | null>
beforeAll(async () => {
  child = spawn(process.execPath, [join(ROOT, 'dist/cli/index.js'), 'demo', '--keep'], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, RUNNER_TRACKING_ID: MARK },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      output += chunk
    })
  exit = new Promise((resolve) => child.once('exit', resolve))
  await Promise.race([until('Ctrl-C'), exit])
}, 60_000)
afterAll(() => {
  child.kill('SIGTERM')
})

async function until(text: string): Promise<void> {
  while (!output.includes(text)) await new Promise((resolve) => setTimeout(resolve, 50))
}

/** Runs the line that the demo printed for this statement, as it stands there. */
function tryLine(statement: string): string {
  const line = output.split('\n').find((candidate) => candidate.includes(statement)) ?? 'false'
  const { stdout, stderr } = spawnSync('sh', ['-c', line], { cwd: ROOT, encoding: 'utf8' })
  return stdout + stderr
}

describe('npm run demo -- --keep', () => {
  it('holds every claim it makes so far', () => {
    expect(output).not.toContain('✗')
    expect(output.match(/✓/g)?.length).toBeGreaterThanOrEqual(6)
  })

  it('prints lines that do what they say', () => {
    expect(tryLine('SELECT * FROM customers')).toMatch(/Ada +\|[^|]*\*/)
    expect(tryLine('DROP TABLE orders')).toMatch(/ERROR/)
  })

  it('holds a statement until somebody approves it with the lines that it printed', async () => {
    const line = output.split('\n').find((candidate) => candidate.includes('DROP COLUMN order_id')) ?? 'false'
    const waiting = spawn('sh', ['-c', line], { stdio: ['ignore', 'pipe', 'pipe'] })
    let told = ''
    for (const stream of [waiting.stdout, waiting.stderr]) stream.on('data', (chunk) => (told += chunk))
    const ended = new Promise((resolve) => waiting.once('close', resolve))
    await expect.poll(() => told, { timeout: 10_000 }).toMatch(/held for approval \(drop-column\)/)
    const [, id = ''] = /approvals\/([0-9a-f]{32})/.exec(told) ?? []
    expect(tryLine('index.js approvals')).toContain('ALTER TABLE deliveries DROP COLUMN order_id')
    const approve = output.split('\n').find((candidate) => candidate.includes('approve ID')) ?? 'false'
    spawnSync('sh', ['-c', approve.replace('ID', id)], { cwd: ROOT, encoding: 'utf8' })
    expect(await ended).toBe(0)
    expect(told).toContain('ALTER TABLE')
  })

  it('ends in order on Ctrl-C and leaves no process', async () => {
    child.kill('SIGINT')
    expect(await exit).toBe(0)
    expect(output).toContain('All of it held.')
    expect(orphans(MARK)).toEqual([])
  })
})
