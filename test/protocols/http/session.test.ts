// A whole session from the policy file: `sluice run`, its clients, its record.
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { CREDENTIAL, clean, cleansUp, listen } from './target.ts'

cleansUp()
const run = promisify(execFile)

it('a job reaches the service by its address, with verdicts, masks and a record', async () => {
  const seen: string[] = []
  const port = await listen(
    createServer((request, response) => {
      seen.push(`${request.method} ${request.url} ${request.headers['x-api-key']}`)
      response.setHeader('content-type', 'application/json')
      response.end('{"name":"A","ssn":"078-05-1120"}')
    }),
  )
  const dir = mkdtempSync(join(tmpdir(), 'sluice-http-'))
  clean(() => rmSync(dir, { recursive: true, force: true }))
  writeFileSync(
    join(dir, 'sluice.yml'),
    `version: 1
issuers: { github: { issuer: https://token.actions.githubusercontent.com, audience: x } }
targets:
  billing-api:
    protocol: http
    address: http://127.0.0.1:${port}
    credential: { provider: static, header: X-Api-Key, value: env:BILLING_KEY }
masks: { people: { fields: { ssn: redact } } }
access:
  - name: calls
    issuer: github
    claims: { repository_id: "1", repository_owner_id: "2", ref: refs/heads/main, ref_type: branch }
    targets: [billing-api]
    mask: people
`,
  )
  const job = `const u = process.env.BILLING_API_URL; const a = await fetch(u + '/v1/users/42');
console.log(a.status, await a.text());
const b = await fetch(u + '/v1/users/42', { method: 'DELETE' });
console.log(b.status, b.headers.get('x-sluice-rule'), process.env.BILLING_KEY);`
  const cli = join(import.meta.dirname, '../../../src/cli/index.ts')
  const args = [
    'run',
    '--config',
    join(dir, 'sluice.yml'),
    '--target',
    'billing-api',
    '--record-dir',
    join(dir, 'record'),
  ]
  const { stdout } = await run(
    process.execPath,
    [cli, ...args, '--', process.execPath, '--input-type=module', '-e', job],
    {
      cwd: dir,
      env: { PATH: process.env.PATH, HOME: dir, TMPDIR: dir, BILLING_KEY: CREDENTIAL },
    },
  )
  expect(stdout).toContain('200 {"name":"A","ssn":"****"}')
  expect(stdout).toContain('403 unsafe-request undefined')
  expect(seen).toEqual([`GET /v1/users/42 ${CREDENTIAL}`])
  const record = readFileSync(join(dir, 'record', 'session.jsonl'), 'utf8')
  for (const secret of [CREDENTIAL, '078-05-1120']) expect(record).not.toContain(secret)
  const events = record
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(events.map(({ type }) => type)).toEqual(
    expect.arrayContaining([
      'connection.open',
      'statement',
      'result',
      'denied',
      'connection.close',
      'session.end',
    ]),
  )
  expect(events.find(({ type }) => type === 'result')).toMatchObject({ tag: '200', masked: { ssn: 1 } })
}, 60_000)
