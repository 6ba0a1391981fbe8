import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sealHash } from '../../../src/recording/chain.ts'
import type { Seal } from '../../../src/recording/recorder.ts'
import { decide } from '../../../src/server/approvals/decide.ts'
import { type Described, LOCAL_ADMIN, type Person } from '../../../src/server/people/person.ts'
import { result, statement } from '../../recording/samples.ts'
import { createCaller } from '../caller.ts'
import { type Harness, startHarness } from '../harness.ts'
import { administrator, tokenFor } from '../people/administrator.ts'
import { startJob } from '../sessions/recorded.ts'

let harness: Harness
let token: string
let session: string
let seal: Seal
let approval: string

beforeAll(async () => {
  harness = await startHarness()
  token = await tokenFor(harness, LOCAL_ADMIN)
  const job = await startJob(harness, { claims: { actor: '=cmd()' } })
  job.record(statement(1), result(1), statement(2), result(2))
  seal = await job.end()
  session = job.session
  approval = await denied()
})
afterAll(() => harness.close())

const DBA: Person = {
  id: 'idp#1',
  name: 'Dana "the" Dba',
  groups: ['dba'],
  logins: ['dana'],
  local: false,
  roles: new Set(),
}

async function denied(): Promise<string> {
  const caller = await createCaller(harness)
  const { body } = await caller.exchange(await harness.issuer.github(harness.url), ['gated-prod'])
  const id = String(body.approval_uri).split('/').at(-1) ?? ''
  const { request_sha256: requestSha256 } = await harness.server.services.store
    .selectFrom('approvals')
    .select('request_sha256')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const word = { decision: 'denied', requestSha256, scope: 'once', reason: 'not on a Friday' } as const
  await decide(harness.server.services, DBA, { id, word, entry: { event: 'decide', correlationId: 't' } })
  return id
}

/** As it was signed. */
function sealBody() {
  const { session: sid, chunks: n, bytes, head, sha256, reason } = seal
  return { sid, n, bytes, head, sha256, reason }
}

const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const get = (path: string, with_ = token) =>
  fetch(`${harness.url}/api${path}`, { headers: { authorization: `Bearer ${with_}` } })
const exportOf = (what: string, format = 'jsonl') =>
  get(`/export/${what}?from=${day(-1)}&to=${day(1)}&format=${format}`)

async function rowsOf(what: string): Promise<Record<string, unknown>[]> {
  const text = await (await exportOf(what)).text()
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Record<string, unknown>)
}

/** As a reader of RFC 4180 takes it. */
function parse(text: string): string[][] {
  const cells = [...text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)]
  expect(cells.map(([whole]) => whole).join('')).toBe(text)
  const lines: string[][] = [[]]
  for (const [, quoted, plain, end] of cells) {
    lines.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end === '\r\n') lines.push([])
  }
  return lines.slice(0, -1)
}

describe('an export', () => {
  test('of sessions says who, what, when and how it ended, with the hash of the seal', async () => {
    const reply = await exportOf('sessions')
    expect(reply.headers.get('content-type')).toBe('application/x-ndjson')
    const rows = await rowsOf('sessions')
    expect(rows.find((row) => row.session === session)).toMatchObject({
      type: 'sessions',
      repository: 'acme/orders',
      repository_id: '123',
      started_by: ['=cmd()'],
      ref: 'refs/heads/main',
      access: 'orders from main',
      targets: ['orders-prod'],
      statements: 2,
      blocked: 0,
      masked_cells: 2,
      record_end: 'clean',
      record_head: seal.head,
      record_bytes: seal.bytes,
      seal_sha256: sealHash(sealBody()),
      record_deleted_at: null,
    })
    expect(JSON.stringify(rows)).not.toMatch(/select email|upstream-orders-password|"jwk"|"jkt"/)
  })

  test('of approvals has every decision', async () => {
    const row = (await rowsOf('approvals')).find((each) => each.approval === approval)
    expect(row).toMatchObject({
      kind: 'access',
      state: 'denied',
      approvers: ['dba'],
      decisions: [
        expect.stringMatching(/^20.+Z denied \(once\) by Dana "the" Dba \(idp#1\): not on a Friday$/),
      ],
    })
  })

  test('of masking counts cells, and has no value', async () => {
    const rows = await rowsOf('masking')
    expect(rows).toEqual([
      {
        type: 'masking',
        session,
        started_at: expect.any(String),
        repository: 'acme/orders',
        started_by: ['=cmd()'],
        targets: ['orders-prod'],
        masked: 'email',
        cells: 2,
      },
    ])
  })

  test('as CSV is quoted, and no cell is a formula', async () => {
    const reply = await exportOf('sessions', 'csv')
    expect(reply.headers.get('content-disposition')).toBe('attachment; filename="sessions.csv"')
    const [head = [], ...lines] = parse(await reply.text())
    const line = lines.find(([id]) => id === session) ?? []
    expect(line).toHaveLength(head.length)
    expect(line[head.indexOf('started_by')]).toBe("'=cmd()")
    expect(line[head.indexOf('seal_sha256')]).toBe(sealHash(sealBody()))
    const [names = [], ...approvals] = parse(await (await exportOf('approvals', 'csv')).text())
    const row = approvals.find(([id]) => id === approval) ?? []
    expect(row[names.indexOf('decisions')]).toContain('Dana "the" Dba')
  })

  test('is written down with who took it', async () => {
    await (await exportOf('masking')).text()
    const [last] = (await rowsOf('audit')).filter(({ event }) => event === 'export').slice(-2)
    expect(last).toMatchObject({
      outcome: 'ok',
      detail: expect.stringMatching(/^local administrator .+: masking as jsonl, /),
    })
  })

  test.each([
    ['/export/secrets?from=2026-01-01', 400],
    ['/export/__proto__?from=2026-01-01', 400],
    ['/export/sessions', 400],
    ['/export/sessions?from=yesterday', 400],
    ['/export/sessions?from=2026-02-31', 400],
    ['/export/sessions?from=2026-02-30T00:00:00Z&to=2026-04-01', 400],
    ['/export/sessions?from=2026-01-01&to=2025-01-01', 400],
    ['/export/sessions?from=2020-01-01', 400],
    ['/export/sessions?from=2026-10-01&to=2026-11-01&format=xlsx', 400],
    ['/audit?before=0', 400],
  ])('%s is refused', async (path, status) => {
    expect((await get(path)).status).toBe(status)
  })

  test('that nobody reads leaves nothing behind', async () => {
    const headers = { authorization: `Bearer ${token}` }
    const path = `${harness.url}/api/export/sessions?from=${day(-1)}`
    for (let tries = 0; tries < 4; tries++)
      expect((await fetch(path, { method: 'HEAD', headers })).status).toBe(200)
    expect((await exportOf('sessions')).status).toBe(200)
  })

  test('is for administrators only', async () => {
    const idp = { issuer: 'https://idp.test', client_id: 'sluice' }
    await harness.restart((file) => {
      Object.assign(file.server, { sign_in: idp, roles: { admin: ['auditors'] } })
    })
    const person = (groups: string[]): Described => ({ ...DBA, id: `${idp.issuer}#1`, groups })
    const viewer = await tokenFor(harness, person(['dba']))
    const auditor = await tokenFor(harness, { ...person(['auditors']), id: `${idp.issuer}#2` })
    for (const path of [`/export/sessions?from=${day(-1)}`, '/audit']) {
      expect((await get(path, viewer)).status).toBe(403)
      expect((await fetch(`${harness.url}/api${path}`)).status).toBe(401)
      expect((await get(path, auditor)).status).toBe(200)
    }
    await harness.restart()
  })

  test('says of a session that its seal is damaged, and goes on with the others', async () => {
    const job = await startJob(harness)
    job.record(statement(1))
    await job.end()
    const file = join(harness.data, 'sessions', job.session, 'seal.json')
    writeFileSync(file, '{"seal":')
    const rows = await rowsOf('sessions')
    expect(rows.find((row) => row.session === job.session)).toMatchObject({
      record_end: 'unreadable',
      record_head: null,
      seal_sha256: null,
    })
    expect(rows.find((row) => row.session === session)).toMatchObject({ record_end: 'clean' })
    expect(harness.logs.join('')).toContain('the seal of a session cannot be read')
  })

  test('of many rows comes in pages without a gap or a double', async () => {
    const { store } = harness.server.services
    const grant = await store
      .selectFrom('grants')
      .selectAll()
      .where('id', '=', session)
      .executeTakeFirstOrThrow()
    const many = Array.from({ length: 1201 }, (_, index) => ({
      ...grant,
      id: `many${String(index).padStart(5, '0')}`,
    }))
    for (let at = 0; at < many.length; at += 300)
      await store
        .insertInto('grants')
        .values(many.slice(at, at + 300))
        .execute()
    const ids = (await rowsOf('sessions'))
      .map((row) => String(row.session))
      .filter((id) => id.startsWith('many'))
    expect(ids).toEqual(many.map(({ id }) => id))
    await store.deleteFrom('grants').where('id', 'like', 'many%').execute()
  })
})

describe('the audit log', () => {
  test('has starts, sign-ins, tokens made and ended, and pages', async () => {
    const browser = await administrator(harness)
    const csrf = await harness.server.services.store
      .selectFrom('logins')
      .select('csrf')
      .where('kind', '=', 'cookie')
      .orderBy('created_at', 'desc')
      .executeTakeFirstOrThrow()
    const headers = { 'content-type': 'application/json', 'x-csrf-token': csrf.csrf ?? '' }
    const made = await browser.go(`${harness.url}/api/tokens`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ name: 'laptop', days: 1 }),
    })
    expect(made.status).toBe(201)
    const { tokens } = (await (await browser.go(`${harness.url}/api/tokens`)).json()) as {
      tokens: { id: string; name: string }[]
    }
    const id = tokens.find(({ name }) => name === 'laptop')?.id
    await browser.go(`${harness.url}/api/tokens/${id}`, { method: 'DELETE', headers })
    await browser.go(`${harness.url}/sign-out`, { method: 'POST', headers })
    const { audit } = (await (await get('/audit?limit=4')).json()) as Log
    expect(audit.map(({ event, outcome }) => `${event} ${outcome}`)).toEqual([
      'sign-out ok',
      'token-end ok',
      'token ok',
      'sign-in ok',
    ])
    expect(audit[2]?.detail).toMatch(/^local administrator \(local#admin\): laptop, until /)
    const next = (await (await get(`/audit?limit=1&before=${audit.at(-1)?.id}`)).json()) as Log
    expect(next.audit[0]?.id).toBeLessThan(audit.at(-1)?.id ?? 0)
    const starts = (await (await get('/audit?event=start')).json()) as Log
    expect(starts.audit[0]?.detail).toContain(harness.server.services.config.sha256)
  })
})

interface Log {
  audit: { id: number; event: string; outcome: string; detail: string }[]
}
