import { afterAll, beforeAll, expect, test } from 'vitest'
import type { EventBody } from '../../../src/core/event.ts'
import type { Page } from '../../fixtures/chromium.ts'
import { DANA } from '../../fixtures/identity-provider.ts'
import { statement } from '../../recording/samples.ts'
import { deliver, startJob } from '../sessions/recorded.ts'
import { createRequests } from './requests.ts'
import { type Stage, startStage } from './stage.ts'

let stage: Stage
let harness: Stage['harness']

beforeAll(async () => {
  stage = await startStage()
  harness = stage.harness
})
afterAll(() => stage?.close())

/** Markup, and a character that turns around what follows it. */
const attack = `"><img src=x onerror="globalThis.pwned=1"><script>globalThis.pwned=1</script>'\u202e`

test('nothing that a job or an approver says becomes markup, also where it arrives on an open page', async () => {
  const page = await stage.signedIn({ ...DANA, name: attack })
  const errors = errorsOf(page)
  await page.goto(`${harness.url}/approvals`)
  const requests = createRequests(harness)
  const claims = { actor: attack, workflow_ref: attack, sha: attack, run_attempt: attack }
  const evil = {
    text: attack,
    parameters: { sha256: 'e'.repeat(64), values: [attack] },
    findings: [{ rule: attack, verdict: 'hold', reason: attack, hint: attack }],
    effects: [
      {
        action: 'drop',
        object: attack,
        name: attack,
        column: attack,
        detail: attack,
        lock: attack,
        via: [attack],
      },
    ],
    relations: [attack],
    hints: [attack],
    transaction: { state: 'open', age: 1, statements: 1, locks: [{ relation: attack, lock: attack }] },
    source: { file: `db/${attack.slice(0, -1)}.sql`, line: 1 },
  }
  const { id } = await requests.hold(evil, claims)
  await requests.gated(claims)
  await page.locator('tbody tr').nth(1).waitFor()
  await unharmed(page)
  await page.goto(`${harness.url}/approvals/${id}`)
  await unharmed(page)
  await page.getByLabel(/^Why/).fill(attack)
  await page.getByRole('button', { name: 'Deny' }).click()
  await page.getByRole('heading', { name: 'A statement was denied' }).waitFor()
  await unharmed(page)
  // Refused, with what was written; and once more, signed out.
  for (const cookies of [true, false]) {
    const other = (await requests.hold(evil, claims)).id
    await page.goto(`${harness.url}/approvals/${other}`)
    await page.getByLabel(/^Why/).fill(attack)
    await page.locator('[name=request_sha256]').evaluate((field) => field.setAttribute('value', 'x'))
    if (!cookies) await page.context().clearCookies({ name: 'sluice' })
    await page.getByRole('button', { name: 'Approve' }).click()
    await page.getByText(cookies ? 'does not count' : 'Nothing was done').waitFor()
    await unharmed(page)
  }
  // What the server refused is an error for the browser's console, too.
  expect(errors.filter((text) => !/status of 40[019]/.test(text))).toEqual([])
  const again = await stage.signedIn({ ...DANA, name: attack })
  await harmless(again, ['/approvals', '/approvals?state=all', `/approvals/${id}`, '/account', '/sessions'])
}, 60_000)

test('nothing that a session says becomes markup while its page is open', async () => {
  const job = await startJob(harness)
  const page = await stage.signedIn(DANA)
  const errors = errorsOf(page)
  await page.goto(`${harness.url}/sessions/${job.session}`)
  job.record({ ...statement(1, attack), rules: [attack], hints: [attack] } as unknown as EventBody)
  await page.locator('table.events').getByText('globalThis.pwned=1').first().waitFor()
  await unharmed(page)
  await job.end()
  await page.getByText('intact').waitFor()
  await unharmed(page)
  expect(errors).toEqual([])
})

test('nothing that a record says becomes markup, and nothing in it breaks a page', async () => {
  const all = (type: string, members: object) =>
    ({ type, conn: 1, id: 1, ...members }) as unknown as EventBody
  const job = await startJob(harness, {
    claims: { actor: attack, workflow_ref: attack, sha: attack, run_attempt: attack, base_ref: attack },
    start: {
      access: attack,
      targets: [
        {
          name: 'orders-prod',
          protocol: attack,
          address: attack,
          database: attack,
          guard: attack,
          mode: attack,
        },
      ],
    },
  })
  const effect = {
    action: 'drop',
    object: attack,
    name: attack,
    column: attack,
    detail: attack,
    lock: attack,
  }
  const members = {
    text: attack,
    rules: [attack],
    effects: [effect],
    relations: [attack],
    hints: [attack],
    verdict: 'block',
    prepared: attack,
    sha256: attack,
    redacted: true,
  }
  job.record(
    all('statement', members),
    all('held', { approval: attack }),
    all('approval', { id: attack, by: attack, decision: attack, sha256: attack, reason: attack }),
    all('denied', { rule: attack }),
    all('result', { tag: attack, rows: 1, ms: 1, bytes: 1, masked: { [attack]: 3 } }),
    all('error', { sqlstate: attack, message: attack }),
    all('limit', { limit: attack, detail: attack }),
    all('notice', { sqlstate: attack, message: attack }),
    all('connection.open', { target: attack, client: attack, application: attack, tls: attack }),
    all('connection.close', { reason: attack, statements: attack }),
    all('output', { text: attack }),
    all('transfer', { direction: attack, bytes: attack }),
    all(attack, {}),
    all('__proto__', {}),
  )
  await job.end()
  const page = await stage.signedIn({ ...DANA, name: attack })
  const fields = new URLSearchParams(
    ['repository', 'target', 'actor', 'text', 'verdict', 'masked', 'from', 'to', 'group'].map(
      (name): [string, string] => [name, attack],
    ),
  )
  const own = `/sessions/${job.session}`
  const events = Array.from({ length: 16 }, (_, event) => `${own}?event=${event}`)
  await harmless(page, ['/sessions', `/sessions?${fields}`, own, `${own}?${fields}`, ...events, '/policy'])
})

test('nothing that a runner writes breaks a page', async () => {
  const event = (members: object) =>
    JSON.stringify({ v: 1, seq: 0, t: '2026-11-22T10:00:00.000Z', conn: 1, id: 1, ...members })
  const odd = { action: 'drop', object: { toString: 1 }, name: { toLocaleString: 1 }, estimate: { a: 1 } }
  const session = await deliver(harness, [
    event({ type: 'session.start', targets: [7, null, { name: 'orders-prod', guard: { a: 1 } }], claims: 3 }),
    event({ type: 'statement', text: { a: 1 }, effects: 'none', rules: {}, hints: 3, verdict: [] }),
    event({
      type: 'statement',
      text: 'select 1',
      effects: [odd, 7, null, [], { action: 'drop', object: 'table', estimate: { toLocaleString: 1 } }],
      rules: [{ toString: 1 }, null],
      hints: [[1]],
      verdict: { toString: 1 },
      sha256: 1,
    }),
    event({ type: 'result', rows: 1e300, ms: -1, bytes: 'x', tag: [], masked: { __proto__: 1, a: {} } }),
    event({ type: 'error', sqlstate: [], message: { toString: 1 } }),
    event({ type: 'held', approval: { a: 1 } }),
    event({ type: 'approval', id: ['x'], by: {} }),
    event({ type: 'connection.close', conn: {}, statements: [] }),
    event({ type: 'toString', t: '9999-99-99T99:99:99.999Z' }),
    event({ type: 'x', t: 'never' }),
    'not JSON at all',
    '[[[[[[[[1]]]]]]]]',
    `{"v":1,"seq":0,"t":"2026-11-22T10:00:00.000Z","type":"statement","text":${'['.repeat(5000)}${']'.repeat(5000)}}`,
  ])
  const page = await stage.signedIn(DANA)
  const own = `/sessions/${session}`
  const events = Array.from({ length: 13 }, (_, number) => `${own}?event=${number}`)
  await harmless(page, [own, `${own}?verdict=block`, `${own}?text=x`, `${own}?from=3`, ...events])
})

async function harmless(page: Page, paths: readonly string[]): Promise<void> {
  const errors = errorsOf(page)
  for (const path of paths) {
    const response = await page.goto(harness.url + path)
    expect([path, response?.status()]).toEqual([path, 200])
    await unharmed(page)
  }
  expect(errors).toEqual([])
}

async function unharmed(page: Page): Promise<void> {
  expect(await page.evaluate(() => (globalThis as { pwned?: number }).pwned)).toBeUndefined()
  expect(await page.locator('img, main script, header script').count()).toBe(0)
  expect(await page.content()).not.toContain('\u202e')
}

function errorsOf(page: Page): string[] {
  const errors: string[] = []
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  page.on('pageerror', (error) => errors.push(String(error)))
  return errors
}
