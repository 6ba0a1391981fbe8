import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { LOCAL_ADMIN } from '../../src/server/people/person.ts'
import { result, statement } from '../recording/samples.ts'
import { type Harness, startHarness } from '../server/harness.ts'
import { tokenFor } from '../server/people/administrator.ts'
import { startJob } from '../server/sessions/recorded.ts'
import { sluice as start } from './sluice.ts'

let harness: Harness
let token: string
let session: string
const cwd = mkdtempSync(join(tmpdir(), 'sluice-export-'))
beforeAll(async () => {
  harness = await startHarness()
  token = await tokenFor(harness, LOCAL_ADMIN)
  const job = await startJob(harness)
  job.record(statement(1), result(1))
  await job.end()
  session = job.session
})
afterAll(async () => {
  await harness.close()
  rmSync(cwd, { recursive: true, force: true })
})

const sluice = (...args: string[]) =>
  start(['export', ...args], { cwd, env: { SLUICE_SERVER: harness.url, SLUICE_TOKEN: token } })
const FROM = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)

it('writes a line for each session, approval and masked column', async () => {
  const { code, out, err } = await sluice('--from', FROM)
  expect({ code, err }).toEqual({ code: 0, err: '' })
  const rows = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  expect(rows.map(({ type }) => type)).toEqual(['sessions', 'masking'])
  expect(rows.every((row) => row.session === session)).toBe(true)
})

it('writes a file for each kind, and never over one', async () => {
  const args = ['--from', FROM, '--format', 'csv', '--what', 'sessions,audit', '--output', 'evidence']
  const first = await sluice(...args)
  expect(first.code).toBe(0)
  expect(readdirSync(join(cwd, 'evidence'))).toEqual(['audit.csv', 'sessions.csv'])
  expect(readFileSync(join(cwd, 'evidence', 'sessions.csv'), 'utf8')).toContain(`\r\n"${session}",`)
  const again = await sluice(...args)
  expect(again.code).toBe(2)
  expect(again.err).toContain('cannot be written (EEXIST)')
})

it.each([
  [[], /--from is missing/],
  [['--from', FROM, '--format', 'csv'], /several files/],
  [['--from', FROM, '--format', 'xlsx'], /--format is jsonl or csv/],
  [['--from', FROM, '--what', 'secrets'], /--what secrets is not one of sessions/],
  [['--from', FROM, 'more'], /more is not expected/],
])('%j is refused', async (args, message) => {
  const { code, out, err } = await sluice(...args)
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toMatch(message)
})

it('fails when the answer breaks off', async () => {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/x-ndjson' })
    response.write('{"type":"sessions"}\n')
    setTimeout(() => response.destroy(), 100)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const { code, err } = await sluice('--from', FROM, '--server', url)
  server.close()
  expect(code).toBe(1)
  expect(err).toContain('the export of sessions broke off')
})
