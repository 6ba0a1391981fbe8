import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { changeOf } from '../../../src/platforms/github/change.ts'

const dir = mkdtempSync(join(tmpdir(), 'sluice-event-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const SHA = 'a'.repeat(40)
const HEAD = 'b'.repeat(40)
function change(event: string, payload: unknown, env: NodeJS.ProcessEnv = {}) {
  const path = join(dir, 'event.json')
  writeFileSync(path, typeof payload === 'string' ? payload : JSON.stringify(payload))
  return changeOf({ GITHUB_EVENT_NAME: event, GITHUB_EVENT_PATH: path, GITHUB_SHA: SHA, ...env })
}

test.each([
  ['pull_request', { pull_request: { number: 7, head: { sha: HEAD } } }, { pullRequest: 7, sha: HEAD }],
  [
    'pull_request_target',
    { pull_request: { number: 7, head: { sha: HEAD } } },
    { pullRequest: 7, sha: HEAD },
  ],
  ['issue_comment', { issue: { number: 8, pull_request: { url: 'x' } } }, { pullRequest: 8, sha: SHA }],
  ['issue_comment', { issue: { number: 8 } }, { sha: SHA }],
  ['push', { ref: 'refs/heads/main' }, { sha: SHA }],
  ['push', 'not JSON', { sha: SHA }],
  ['push', 'null', { sha: SHA }],
  ['pull_request', { pull_request: { number: '7/../8', head: { sha: 'main' } } }, undefined],
  ['pull_request', { pull_request: { number: -7, head: [] } }, { sha: SHA }],
])('%s with %j', (event, payload, expected) => {
  expect(change(event, payload)).toEqual(expected && { event, ...expected })
})

test('without a commit there is nothing to tell of', () => {
  expect(change('push', {}, { GITHUB_SHA: '' })).toBeUndefined()
  expect(changeOf({ GITHUB_EVENT_PATH: join(dir, 'absent'), GITHUB_SHA: SHA })).toEqual({
    event: '',
    sha: SHA,
  })
})
