// What a pull request or commit is told by a whole job: the action from source, a real server and database, GitHub's API.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { LOCAL_ADMIN } from '../../src/server/people/person.ts'
import { createDatabase, type Database, servers } from '../fixtures/database.ts'
import { type Job, type JobOptions, startJob } from '../fixtures/runner.ts'
import { type FakeGithub, startGithub, TOKEN } from '../platforms/github/server.ts'
import { type Harness, startHarness } from '../server/harness.ts'
import { tokenFor } from '../server/people/administrator.ts'
import { actionFromSource } from './source.ts'

const directory = actionFromSource()
const workspace = mkdtempSync(join(tmpdir(), 'sluice-workspace-'))
const HEAD = 'b'.repeat(40)
const PULL = { pull_request: { number: 7, head: { sha: HEAD } } }
let database: Database
let server: Harness
let github: FakeGithub
let person: string
let runs = 1

beforeAll(async () => {
  mkdirSync(join(workspace, 'migrations'))
  writeFileSync(join(workspace, 'migrations', '2.sql'), '-- @octocat\n\nDROP TABLE "<b>@octocat</b>";\n')
  writeFileSync(join(workspace, 'migrations', '3.sql'), 'SELECT 1;\nTRUNCATE orders;\n')
  database = await createDatabase(
    servers()[0]!,
    'CREATE TABLE orders (id int); CREATE TABLE "<b>@octocat</b>" (id int)',
  )
  const target = {
    address: `127.0.0.1:${database.server.port}`,
    database: database.name,
    credential: { provider: 'static', user: 'postgres', password: 'env:ORDERS_PASSWORD' },
  }
  server = await startHarness({
    env: { ORDERS_PASSWORD: new URL(database.url).password },
    change: (file) => {
      for (const name of ['orders-prod', 'gated-prod'] as const)
        file.targets[name] = { ...file.targets[name], ...target }
      Object.assign(file.guards.orders, { extends: 'migrations', block: ['drop-table'] })
      Object.assign(file.access[0] ?? {}, { holds: { by: ['dba'] } })
    },
  })
  person = await tokenFor(server, LOCAL_ADMIN)
  github = await startGithub()
})
afterAll(async () => {
  await github.close()
  await server.close()
  await database.drop()
  for (const dir of [directory, workspace]) rmSync(dir, { recursive: true, force: true })
})
beforeEach(() => {
  Object.assign(github, { pulls: [], rights: { comments: 'write', checks: true } })
  for (const list of [github.calls, github.comments, github.checks, github.faults]) list.length = 0
})

async function open(options: Partial<JobOptions> = {}): Promise<Job> {
  const run = String(runs++)
  const claims = { run_id: run, check_run_id: run }
  const { issuer } = server
  return startJob({
    issuer,
    workspace,
    claims,
    apiUrl: github.url,
    githubToken: TOKEN,
    event: PULL,
    ...options,
  })
}
const inputs = (more: Record<string, string> = {}) => ({
  server: server.url,
  target: 'orders-prod',
  artifact: 'false',
  ...more,
})

/** One session in which these files are run. */
async function session(files: readonly string[], options: Partial<JobOptions> = {}, more = {}) {
  const job = await open(options)
  expect(await job.uses(directory, inputs(more))).toMatchObject({ ok: true })
  for (const file of files) await job.run(`psql -X -q -f migrations/${file}`)
  const { posts } = await job.end()
  return { post: posts[0]!, raw: job.raw() }
}

const api = async (path: string, body?: object) =>
  (
    await fetch(`${server.url}/api${path}`, {
      headers: { authorization: `Bearer ${person}`, 'content-type': 'application/json' },
      ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
    })
  ).json() as Promise<Record<string, unknown>>

/** Decides on what waits. */
async function decide(decision: 'approved' | 'denied'): Promise<void> {
  let id = ''
  await expect
    .poll(async () => (id = ((await api('/approvals')).approvals as { id: string }[])[0]?.id ?? ''), {
      timeout: 20_000,
    })
    .not.toBe('')
  const { request_sha256 } = await api(`/approvals/${id}`)
  await api(`/approvals/${id}/decision`, { decision, request_sha256, reason: 'as agreed' })
}

const shown = (markdown = '') =>
  markdown.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))

test('a pull request is told of what was refused and held, where, and when it is fine again', async () => {
  const both = session(['2.sql', '3.sql'])
  await decide('approved')
  const { post, raw } = await both
  expect(post.ok).toBe(true)
  expect(github.comments).toMatchObject([{ number: 7 }])
  const text = shown(github.comments[0]?.body)
  expect(text).toMatch(/^<!-- sluice [0-9a-f]{32} -->\n### Sluice: <code>orders-prod<\/code>\n/)
  expect(text).toContain('1 of 3 statements refused, 1 held')
  expect(text).toContain(`https://github.com/acme/orders/blob/${HEAD}/migrations/2.sql#L3`)
  expect(text).toMatch(/<code>truncate<\/code> \|.*<code>held, approved by .*migrations\/3\.sql:2/)
  expect(text).toContain(`<a href="${server.url}/sessions/`)
  expect(text).toMatch(/record SHA-256 <code>[0-9a-f]{64}<\/code>, countersigned by the server/)
  expect(github.comments[0]?.body.replace(/<code>[^<]*<\/code>/g, '')).not.toContain('octocat')
  expect(raw.replaceAll(`::add-mask::${TOKEN}`, '')).not.toContain(TOKEN)

  await session([])
  expect(github.comments).toHaveLength(1)
  expect(shown(github.comments[0]?.body)).toContain('0 statements, none refused')
})

test('a session in which nothing happened is worth no comment, and its command sees no token', async () => {
  const { raw } = await session([], {}, { run: 'env' })
  expect(raw).toContain('PGPASSWORD=')
  expect(raw.replaceAll(`::add-mask::${TOKEN}`, '')).not.toContain(TOKEN)
  expect(github.comments).toEqual([])
  expect(github.calls.map(({ what }) => what)).toEqual(['graphql comments'])
})

test('a push is told at its commit, by a check', async () => {
  const { post } = await session(['2.sql'], { event: {} }, { report: 'check' })
  expect(post.ok).toBe(true)
  expect(github.checks).toMatchObject([
    {
      name: 'Sluice: orders-prod',
      head_sha: 'f'.repeat(40),
      conclusion: 'failure',
      output: { annotations: [] },
    },
  ])
  expect(post.annotations).toContainEqual(expect.objectContaining({ file: 'migrations/2.sql', line: 3 }))
})

test.each([
  ['a fork, whose token may not write', { rights: { comments: 'read', checks: false } }],
  ['a token without any right', { rights: { comments: 'none', checks: false } }],
] as const)('%s: the job ends as ever, with a line for debugging', async (_, change) => {
  Object.assign(github, change)
  const { post, raw } = await session(['2.sql'])
  expect(post.ok).toBe(true)
  expect(post.annotations.filter(({ level }) => level === 'warning')).toEqual([])
  expect(raw).toContain('::debug::no comment on GitHub: GitHub answers')
  expect(github.comments).toEqual([])
})

test('GitHub that fails, or a job without a token: the job ends as ever', async () => {
  github.faults.push({ status: 500 }, { status: 500 })
  const { post } = await session(['2.sql'])
  expect(post).toMatchObject({
    ok: true,
    log: expect.stringContaining('There is no comment on GitHub: GitHub answers 500'),
  })
  github.calls.length = 0
  expect((await session(['2.sql'], { githubToken: '' })).post.ok).toBe(true)
  expect((await session(['2.sql'], {}, { report: 'none' })).post.ok).toBe(true)
  expect(github.calls).toEqual([])
})

test('a session that waits is told with a link, and that none came of it', async () => {
  const job = await open()
  const step = job.uses(directory, inputs({ target: 'gated-prod' }))
  await expect.poll(() => github.comments.length, { timeout: 20_000 }).toBe(1)
  const text = shown(github.comments[0]?.body)
  expect(text).toContain('waits for a person to approve its session')
  expect(text).toMatch(
    new RegExp(`<a href="${server.url}/approvals/[0-9a-f]{32}">See the request and decide</a>`),
  )
  await decide('denied')
  expect(await step).toMatchObject({ ok: false })
  await job.end()
  expect(github.comments).toHaveLength(1)
  expect(shown(github.comments[0]?.body)).toContain('No session was opened')
})

test('a session that was approved waits no more', async () => {
  const job = await open()
  const step = job.uses(directory, inputs({ target: 'gated-prod' }))
  await expect.poll(() => github.comments.length, { timeout: 20_000 }).toBe(1)
  await decide('approved')
  expect(await step).toMatchObject({ ok: true })
  expect(shown(github.comments[0]?.body)).toContain('A person approved the session')
  await job.end()
  expect(github.comments).toHaveLength(1)
  expect(shown(github.comments[0]?.body)).toContain('0 statements, none refused')
})

test('a session that is parked goes on waiting', async () => {
  const job = await open()
  const step = await job.uses(directory, inputs({ target: 'gated-prod', 'on-pending': 'park' }))
  expect(step.code).toBe(4)
  await job.end()
  expect(github.comments.map(({ body }) => shown(body))).toEqual([
    expect.stringContaining('waits for a person'),
  ])
})
