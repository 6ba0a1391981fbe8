import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Check, writeCheck } from '../../../src/platforms/github/check.ts'
import { type FakeGithub, startGithub, TOKEN } from './server.ts'

let github: FakeGithub
beforeEach(async () => {
  github = await startGithub()
})
afterEach(() => github.close())

const CHECK: Check = {
  name: 'Sluice: orders-prod',
  sha: 'a'.repeat(40),
  ok: false,
  title: '1 of 4 statements refused',
  summary: '### Sluice',
  url: 'https://sluice.acme.example/sessions/1',
  annotations: [
    {
      file: 'migrations/2.sql',
      line: 7,
      level: 'failure',
      title: 'Sluice refused a statement',
      message: 'no',
    },
  ],
}
const write = (check: Partial<Check> = {}) =>
  writeCheck(
    { token: TOKEN, apiUrl: github.url, repository: 'acme/orders', fetch, pauseMs: 1 },
    { ...CHECK, ...check },
  )

test('a check is made at the commit', async () => {
  expect(await write()).toEqual({ result: 'told' })
  expect(github.checks).toEqual([
    {
      name: 'Sluice: orders-prod',
      head_sha: 'a'.repeat(40),
      status: 'completed',
      conclusion: 'failure',
      details_url: 'https://sluice.acme.example/sessions/1',
      output: {
        title: '1 of 4 statements refused',
        summary: '### Sluice',
        annotations: [
          {
            path: 'migrations/2.sql',
            start_line: 7,
            end_line: 7,
            annotation_level: 'failure',
            title: 'Sluice refused a statement',
            message: 'no',
          },
        ],
      },
    },
  ])
})

test('GitHub takes fifty annotations at a time', async () => {
  const annotations = Array.from({ length: 200 }, () => CHECK.annotations[0]!)
  expect(await write({ annotations, ok: true })).toEqual({ result: 'told' })
  expect(github.checks).toMatchObject([{ conclusion: 'success' }])
})

test('without the right nothing happens', async () => {
  github.rights.checks = false
  expect(await write()).toEqual({ result: 'not allowed', reason: 'GitHub answers 403' })
})
