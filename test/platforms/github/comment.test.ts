import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Access } from '../../../src/platforms/github/api.ts'
import type { Change } from '../../../src/platforms/github/change.ts'
import { type Comment, keepComment } from '../../../src/platforms/github/comment.ts'
import { BOT, type FakeGithub, startGithub, TOKEN } from './server.ts'

let github: FakeGithub
beforeEach(async () => {
  github = await startGithub()
})
afterEach(() => github.close())

const SHA = 'a'.repeat(40)
const REQUEST: Change = { event: 'pull_request', pullRequest: 7, sha: SHA }
const PUSH: Change = { event: 'push', sha: SHA }
const keep = (comment: Partial<Comment> = {}, change = REQUEST, access: Partial<Access> = {}) =>
  keepComment(
    { token: TOKEN, apiUrl: github.url, repository: 'acme/orders', fetch, pauseMs: 1, ...access },
    change,
    { marker: 'm1', body: 'hello', create: true, ...comment },
  )
const bodies = () => github.comments.map(({ body }) => body)

test('is written once, and then kept up to date', async () => {
  expect(await keep()).toEqual({ result: 'told' })
  expect(bodies()).toEqual(['<!-- sluice m1 -->\nhello'])
  expect(await keep()).toEqual({ result: 'nothing to tell' })
  expect(await keep({ body: 'now' })).toEqual({ result: 'told' })
  expect(bodies()).toEqual(['<!-- sluice m1 -->\nnow'])
  expect(await keep({ marker: 'm2' })).toEqual({ result: 'told' })
  expect(bodies()).toHaveLength(2)
})

test('is not begun for what is worth no mail, but corrected', async () => {
  expect(await keep({ create: false })).toEqual({ result: 'nothing to tell' })
  expect(bodies()).toEqual([])
  await keep()
  expect(await keep({ body: 'fine', create: false })).toEqual({ result: 'told' })
  expect(bodies()).toEqual(['<!-- sluice m1 -->\nfine'])
})

test('of somebody else who writes the marker is left alone', async () => {
  const theirs = '<!-- sluice m1 -->\nall is well'
  github.comments.push(
    { id: 'IC_x', number: 7, body: theirs, author: { __typename: 'User', login: 'mallory' } },
    { id: 'IC_y', number: 7, body: theirs, author: { __typename: 'User', login: 'github-actions' } },
    { id: 'IC_z', number: 7, body: theirs, author: null },
    { id: 'IC_q', number: 7, body: `> ${theirs}`, author: BOT },
  )
  await keep()
  expect(bodies().slice(0, 3)).toEqual([theirs, theirs, theirs])
  expect(bodies()).toHaveLength(5)
})

test('is found behind many others, and by an app’s own name', async () => {
  await keep()
  for (let at = 0; at < 250; at++)
    github.comments.push({ id: `IC_${at + 10}`, number: 7, body: 'chat', author: null })
  expect(await keep({ body: 'now' })).toEqual({ result: 'told' })
  expect(github.comments[0]?.body).toContain('now')
  const app = { __typename: 'Bot', login: 'github-actions' }
  github.comments.push({ id: 'IC_app', number: 7, body: '<!-- sluice m9 -->\nold', author: app })
  await keep({ marker: 'm9', body: 'new' })
  expect(github.comments.at(-1)?.body).toBe('<!-- sluice m9 -->\nnew')
})

describe('after a push', () => {
  const pull = (changes: object) => ({
    number: 9,
    state: 'open',
    merged_at: null,
    merge_commit_sha: null,
    head: { sha: 'b'.repeat(40) },
    ...changes,
  })
  const head = (repository: string) => ({ sha: SHA, repo: { full_name: repository } })
  const merged = { state: 'closed', merged_at: '2026-01-01T00:00:00Z', merge_commit_sha: SHA }

  test.each([
    ['the pull request that it merged', [pull(merged)], 9],
    ['the pull request whose head it is', [pull({ head: head('acme/orders') })], 9],
    ['not one of a fork', [pull({ head: head('mallory/orders'), number: 3 }), pull(merged)], 9],
    ['the first of several', [pull({ ...merged, number: 12 }), pull({ ...merged, number: 4 })], 4],
  ])('is on %s', async (_, pulls, number) => {
    github.pulls = pulls
    expect(await keep({}, PUSH)).toEqual({ result: 'told' })
    expect(github.comments).toMatchObject([{ number }])
  })

  test.each([
    ['there is none', []],
    ['others only hold the commit', [pull({}), pull({ ...merged, merge_commit_sha: 'c'.repeat(40) })]],
    ['the one with that head is of a fork', [pull({ head: head('mallory/orders') })]],
    ['its fork is gone', [pull({ head: { sha: SHA, repo: null } })]],
    ['it was closed without', [pull({ ...merged, merged_at: null })]],
  ])('is nowhere when %s', async (_, pulls) => {
    github.pulls = pulls
    expect(await keep({}, PUSH)).toEqual({ result: 'nothing to tell' })
    expect(github.calls).toHaveLength(1)
  })

  test('is nowhere for what is no push', async () => {
    expect(await keep({}, { event: 'schedule', sha: SHA })).toEqual({ result: 'nothing to tell' })
    expect(github.calls).toEqual([])
  })
})

describe('without the rights', () => {
  test.each(['none', 'read'] as const)('(%s) nothing happens', async (comments) => {
    github.rights.comments = comments
    expect(await keep()).toMatchObject({ result: 'not allowed' })
    expect(bodies()).toEqual([])
  })

  test('of a token that is dead, nothing happens', async () => {
    expect(await keep({}, REQUEST, { token: 'ghs_dead' })).toEqual({
      result: 'not allowed',
      reason: 'GitHub answers 401',
    })
  })
})

describe('when GitHub fails', () => {
  test('it is tried once more, and no more', async () => {
    github.faults.push({ status: 502 })
    expect(await keep()).toEqual({ result: 'told' })
    github.faults.push({ status: 500 }, { status: 503 })
    expect(await keep({ body: 'now' })).toEqual({ result: 'failed', reason: 'GitHub answers 503' })
    github.faults.push('cut', 'cut')
    expect(await keep({ body: 'now' })).toEqual({ result: 'failed', reason: 'GitHub does not answer' })
  })

  test('a comment whose answer was lost is not written twice', async () => {
    const lossy: typeof fetch = async (input, init) => {
      const answer = await fetch(input, init)
      if (answer.status === 201 && github.comments.length === 1) throw new TypeError('terminated')
      return answer
    }
    expect(await keep({}, REQUEST, { fetch: lossy })).toEqual({ result: 'nothing to tell' })
    expect(bodies()).toHaveLength(1)
  })

  test('nobody waits for long', async () => {
    github.faults.push('hang', 'hang')
    const began = performance.now()
    expect(await keep({}, REQUEST, { timeoutMs: 100 })).toEqual({
      result: 'failed',
      reason: 'GitHub does not answer',
    })
    expect(performance.now() - began).toBeLessThan(5000)
  })

  test.each([
    { status: 429 },
    { status: 403, headers: { 'x-ratelimit-remaining': '0' } },
    { status: 403, headers: { 'retry-after': '60' } },
  ])('a limit is told as one: %j', async (fault) => {
    github.faults.push(fault)
    expect(await keep()).toEqual({ result: 'failed', reason: 'GitHub takes no more requests for now' })
    expect(github.calls).toHaveLength(1)
  })

  test('its redirects are not followed, and its words are not repeated', async () => {
    const moved = { status: 301, headers: { location: `${github.url}/elsewhere` } }
    github.faults.push(moved, moved)
    expect(await keep()).toMatchObject({ result: 'failed' })
    github.rights.comments = 'none'
    expect(JSON.stringify(await keep())).not.toContain('ghs_secret')
  })
})
