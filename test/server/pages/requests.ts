// Requests as sessions make them, without a database behind.
import { type Caller, createCaller, type Reply } from '../caller.ts'
import type { Harness } from '../harness.ts'

export const HELD = {
  target: 'orders-prod',
  conn: 1,
  statement: 9,
  sha256: 'd'.repeat(64),
  text: "-- the old table\nDROP TABLE customers_old CASCADE; -- 'x'",
  redacted: true,
  parameters: { sha256: 'e'.repeat(64), values: ['42', null, '****'] },
  findings: [
    {
      rule: 'drop-table',
      verdict: 'hold',
      reason: 'it drops the table customers_old',
      hint: 'rename it first',
    },
  ],
  effects: [
    {
      action: 'drop',
      object: 'table',
      name: 'customers_old',
      cascade: true,
      estimate: 120000,
      bytes: 52428800,
    },
  ],
  relations: ['customers_old'],
  hints: ['OPS-12: nobody reads it'],
  transaction: {
    state: 'open',
    age: 12_000,
    statements: 3,
    locks: [{ relation: 'orders', lock: 'ACCESS EXCLUSIVE' }],
  },
  source: { file: 'migrations/0007.sql', line: 12 },
}

type Claims = Readonly<Record<string, string>>

export interface Requests {
  /** A session that may ask. */
  job(claims?: Claims): Promise<{ caller: Caller; token: string }>
  /** The id of a request for a session. */
  gated(claims?: Claims): Promise<string>
  /** A held statement, and how it stands after at most `wait` seconds. */
  hold(changes?: object, claims?: Claims): Promise<{ id: string; settled: (wait?: number) => Promise<Reply> }>
}

export function createRequests(harness: Harness): Requests {
  let run = 7000
  const ask = async (claims: Claims, targets?: readonly string[]) => {
    const caller = await createCaller(harness)
    const now = Math.floor((Date.now() + harness.skew) / 1000)
    const times = { iat: now, nbf: now, exp: now + 300 }
    const idToken = await harness.issuer.github(harness.url, { run_id: String(run++), ...times, ...claims })
    return { caller, ...(await caller.exchange(idToken, targets)) }
  }
  const job: Requests['job'] = async (claims = {}) => {
    const { caller, body } = await ask(claims)
    return { caller, token: String(body.access_token) }
  }
  return {
    job,
    async gated(claims = {}) {
      const { body } = await ask(claims, ['gated-prod'])
      return String(body.approval_uri).split('/').at(-1) ?? ''
    },
    async hold(changes = {}, claims = {}) {
      const { caller, token } = await job(claims)
      const { body } = await caller.call('POST', '/v1/approvals', token, {}, { ...HELD, ...changes })
      const id = String(body.id)
      const settled = (wait = 20) => caller.call('GET', `/v1/approvals/${id}?wait=${wait}`, token)
      return { id, settled }
    },
  }
}
