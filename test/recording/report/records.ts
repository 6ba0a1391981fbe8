// Real records, as the recorder writes them, and pages made of them.
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { EventBody } from '../../../src/core/event.ts'
import { createRecorder } from '../../../src/recording/create.ts'
import { type ReportOptions, reportHtml } from '../../../src/recording/report/index.ts'
import type { RecordFiles } from '../../../src/recording/verify.ts'
import { END, filesOf, KEY, newDir, newKey, result, START, statement } from '../samples.ts'
import { type FakeServer, fakeServer } from '../server.ts'

export const SERVER = newKey()

export const CLAIMS = {
  iss: 'https://token.actions.githubusercontent.com',
  repository: 'acme/orders',
  ref: 'refs/heads/main',
  sha: 'a'.repeat(40),
  run_id: '42',
  run_attempt: '2',
  actor: 'dana',
}

/** What a session has of everything. */
export const EVENTS: readonly EventBody[] = [
  { ...START, claims: CLAIMS },
  {
    type: 'connection.open',
    conn: 1,
    target: 'orders-prod',
    client: '127.0.0.1:1',
    application: 'psql',
    tls: 'none',
  },
  statement(1),
  result(1),
  {
    ...statement(2, 'DELETE FROM orders -- all of them'),
    ...{
      verdict: 'hold',
      rules: ['delete-without-where'],
      relations: ['orders'],
      hints: ['agreed with the DBA'],
    },
    ...{ effects: [{ action: 'delete', object: 'table', name: 'orders', rows: 'all', estimate: 1200 }] },
  } as EventBody,
  { type: 'held', conn: 1, id: 2, approval: 'apr_1' },
  {
    type: 'approval',
    id: 'apr_1',
    by: 'eli',
    decision: 'approved',
    sha256: 'd'.repeat(64),
    reason: 'as agreed',
  },
  { type: 'result', conn: 1, id: 2, tag: 'DELETE 1200', rows: 1200, bytes: 12, ms: 40 },
  { ...statement(3, 'DROP TABLE customers'), verdict: 'block', rules: ['drop-table'] } as EventBody,
  { type: 'denied', conn: 1, id: 3, rule: 'drop-table', sqlstate: '42501' },
  { ...statement(4, 'select 1/0'), rules: ['no-limit'] } as EventBody,
  { type: 'error', conn: 1, id: 4, sqlstate: '22012', message: 'division by zero' },
  { type: 'notice', conn: 1, sqlstate: '00000', message: 'a word from the server' },
  { type: 'connection.close', conn: 1, reason: 'client', statements: 4, bytes_in: 100, bytes_out: 200 },
]

export interface WriteOptions {
  readonly upload?: FakeServer
  /** Taken before the seal. */
  readonly unsealed?: boolean
}

/** A record of these events; with a server a chunk for each four of them. */
export async function write(
  events: readonly EventBody[],
  { upload, unsealed = false }: WriteOptions = {},
): Promise<RecordFiles> {
  const dir = join(newDir(), 'record')
  let now = Date.parse('2026-11-22T10:00:00.000Z')
  const recorder = createRecorder({
    ...{ dir, session: 's1', key: KEY, clock: () => new Date(now++) },
    ...(upload ? { upload, limits: { chunkAfter: 1 } } : {}),
  })
  for (const [index, event] of events.entries()) {
    recorder.append(event)
    if (!upload || index % 4 !== 3) continue
    recorder.flush()
    const chunks = upload.chunks.length
    while (upload.chunks.length === chunks) await new Promise((resolve) => setTimeout(resolve, 2))
  }
  recorder.flush()
  await new Promise((resolve) => setTimeout(resolve, 10))
  const open = filesOf(dir)
  await recorder.seal(END)
  return unsealed ? open : filesOf(dir)
}

export const sealedRecord = (events = EVENTS): Promise<RecordFiles> =>
  write(events, { upload: fakeServer(SERVER) })

const PAGES = mkdtempSync(join(tmpdir(), 'sluice-report-'))
let made = 0

/** The page on disk, as a `file:` address. */
export function pageOf(files: RecordFiles, options?: ReportOptions): string {
  const path = join(PAGES, `${made++}.html`)
  writeFileSync(path, reportHtml(files, options))
  return pathToFileURL(path).href
}
