import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LOCAL_ADMIN } from '../../../src/server/people/person.ts'
import { createCaller, type Reply } from '../../server/caller.ts'
import { type Harness, startHarness } from '../../server/harness.ts'
import { tokenFor } from '../../server/people/administrator.ts'
import { sluice as start } from '../sluice.ts'

let harness: Harness
let token: string
let run = 100
const cwd = mkdtempSync(join(tmpdir(), 'sluice-people-'))
beforeAll(async () => {
  harness = await startHarness({
    change: (file) => {
      Object.assign(file.access[0] ?? {}, { holds: { by: ['dba'] } })
    },
  })
  token = await tokenFor(harness, LOCAL_ADMIN)
})
afterAll(async () => {
  await harness.close()
  rmSync(cwd, { recursive: true, force: true })
})

const sluice = (...args: string[]) =>
  start(args, { cwd, env: { SLUICE_SERVER: harness.url, SLUICE_TOKEN: token } })
const idToken = () => harness.issuer.github(harness.url, { run_id: String(run++) })

async function gated(): Promise<string> {
  const caller = await createCaller(harness)
  const { body } = await caller.exchange(await idToken(), ['gated-prod'])
  return String(body.approval_uri).split('/').at(-1) ?? ''
}

async function held(text: string): Promise<{ id: string; look(): Promise<Reply> }> {
  const caller = await createCaller(harness)
  const { body } = await caller.exchange(await idToken())
  const access = String(body.access_token)
  const asked = await caller.call(
    'POST',
    '/v1/approvals',
    access,
    {},
    {
      target: 'orders-prod',
      conn: 1,
      statement: 2,
      sha256: 'c'.repeat(64),
      text,
      redacted: false,
      findings: [{ rule: 'drop-table', verdict: 'hold', reason: 'it drops a table', hint: '' }],
      effects: [],
      relations: [],
      hints: [],
      transaction: {
        state: 'open',
        age: 61_000,
        statements: 3,
        locks: [{ relation: 'orders', lock: 'SHARE' }],
      },
    },
  )
  const id = String(asked.body.id)
  return { id, look: () => caller.call('GET', `/v1/approvals/${id}`, access) }
}

describe('sluice approvals', () => {
  it('lists what waits and shows one', async () => {
    const { id } = await held('DROP TABLE\n  customers \u001b[2J')
    const session = await gated()
    const list = await sluice('approvals')
    expect(list.code).toBe(0)
    expect(list.out).toContain(`${id}  waiting  orders-prod  acme/orders@refs/heads/main  until `)
    expect(list.out).toContain('DROP TABLE customers \\u{1b}[2J\n')
    expect(list.out).toMatch(new RegExp(`^${session} .*session: gated orders$`, 'm'))
    const one = await sluice('approvals', id)
    expect(one.out).toContain('Rule:             drop-table: it drops a table\n')
    expect(one.out).toContain('Transaction:      open for 61 s, 3 statements\n')
    expect(one.out).toContain('Locked meanwhile: orders (SHARE)\n')
    expect(one.out).toContain('    DROP TABLE\n      customers \\u{1b}[2J\n')
    expect(JSON.parse((await sluice('approvals', id, '--json')).out)).toMatchObject({ id, kind: 'statement' })
  })
})

describe('sluice approve and sluice deny', () => {
  it('let a statement go on, or refuse it with a reason', async () => {
    const good = await held('DROP TABLE old')
    expect(await sluice('approve', good.id, '--reason', 'OPS-1', '--same-statement')).toMatchObject({
      code: 0,
      err: `${good.id}: approved\n`,
    })
    expect((await good.look()).body).toMatchObject({ state: 'approved', scope: 'session', reason: 'OPS-1' })
    const bad = await held('DROP TABLE orders')
    expect((await sluice('deny', bad.id)).err).toContain('--reason is missing')
    expect((await sluice('deny', bad.id, '--reason', 'no')).code).toBe(0)
    expect((await bad.look()).body).toMatchObject({ state: 'denied', by: ['local administrator'] })
    const late = await sluice('approve', bad.id)
    expect(late.code).toBe(3)
    expect(late.err).toContain('you have decided this already: it is denied')
  })

  it('takes a token from a file, and says what is wrong with one', async () => {
    const id = await gated()
    writeFileSync(join(cwd, 'token'), `${token}\n`)
    const env = { SLUICE_SERVER: harness.url }
    expect((await start(['approve', id, '--token-file', 'token'], { cwd, env })).code).toBe(0)
    const none = await start(['approvals'], { cwd, env })
    expect(none.code).toBe(2)
    expect(none.err).toContain('no personal token is given')
    const wrong = await start(['approvals'], { cwd, env: { ...env, SLUICE_TOKEN: 'sluice_pt_x' } })
    expect(wrong.code).toBe(2)
    expect(wrong.err).toContain('does not know this token')
    expect(wrong.err).not.toContain('sluice_pt_x')
    expect((await sluice('approve', 'nope')).err).toContain('there is no such request')
  })

  it('decides on what was looked at, and on nothing else', async () => {
    const id = await gated()
    const stale = await sluice('approve', id, '--sha256', '0'.repeat(64))
    expect(stale.code).toBe(3)
    expect(stale.err).toContain('this is not the request that you were shown')
  })
})
