// A server with people who sign in, and a browser to look at it.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { EventBody } from '../../../src/core/event.ts'
import { type Chromium, type Page, startChromium } from '../../fixtures/chromium.ts'
import {
  type Account,
  CLIENT,
  type IdentityProvider,
  startIdentityProvider,
} from '../../fixtures/identity-provider.ts'
import { result, statement } from '../../recording/samples.ts'
import { type Change, type Harness, startHarness } from '../harness.ts'

export interface Stage {
  readonly harness: Harness
  readonly idp: IdentityProvider
  readonly chromium: Chromium
  /** Where screenshots go. */
  readonly shots: string
  /** Somebody's browser, signed in. */
  signedIn(account: Account, options?: Parameters<Chromium['open']>[0]): Promise<Page>
  close(): Promise<void>
}

export interface StageOptions {
  readonly change?: Change
  readonly env?: Readonly<Record<string, string>>
}

/** Its administrators and approvers are the group `dba`; sessions of `orders-prod` may hold statements and are masked. */
export async function startStage({ change, env }: StageOptions = {}): Promise<Stage> {
  const harness = await startHarness({ env: { SIGN_IN_SECRET: CLIENT.secret, ...env } })
  const idp: IdentityProvider = await startIdentityProvider(`${harness.url}/sign-in/callback`)
  await harness.restart((file) => {
    Object.assign(file.server, {
      sign_in: { issuer: idp.url, client_id: CLIENT.id, client_secret: 'env:SIGN_IN_SECRET' },
      roles: { admin: ['dba'] },
    })
    Object.assign(file, { masks: { pii: { columns: { '*.*.email': 'partial' }, detect: ['iban'] } } })
    Object.assign(file.access[0] ?? {}, { holds: { by: ['dba'] }, mask: 'pii' })
    change?.(file)
  })
  const chromium = await startChromium()
  const shots = join('.tmp', 'screenshots')
  mkdirSync(shots, { recursive: true })
  return {
    harness,
    idp,
    chromium,
    shots,
    async signedIn(account, options) {
      const page = await chromium.open(options)
      idp.next = account
      await page.goto(`${harness.url}/`)
      await page.waitForURL('**/approvals')
      return page
    },
    async close() {
      await chromium.close()
      await idp.close()
      await harness.close()
    },
  }
}

/** Bytes that the browser loaded for the page. */
export const sizeOf = (page: Page) =>
  page.evaluate(() =>
    performance
      .getEntries()
      .map((entry) => ('encodedBodySize' in entry ? Number(entry.encodedBodySize) : 0))
      .reduce((sum, bytes) => sum + bytes, 0),
  )

/** Events in which everything happens. */
export function everything(): EventBody[] {
  const drop = statement(3, 'DROP TABLE\n  customers_old CASCADE')
  return [
    {
      type: 'connection.open',
      conn: 1,
      target: 'orders-prod',
      client: '127.0.0.1:5000',
      application: 'psql',
      tls: 'none',
    },
    statement(1, 'select email, iban from customers'),
    { ...result(1), masked: { email: 4, iban: 2 } } as EventBody,
    statement(2, 'select * from missing'),
    {
      type: 'error',
      conn: 1,
      id: 2,
      sqlstate: '42P01',
      message: 'relation "missing" does not exist',
    },
    {
      ...drop,
      verdict: 'block',
      rules: ['drop-table', 'drop-cascade'],
      hints: ['OPS-12: nobody reads it'],
      effects: [{ action: 'drop', object: 'table', name: 'customers_old', cascade: true, estimate: 120000 }],
      relations: ['customers_old'],
    } as EventBody,
    { type: 'denied', conn: 1, id: 3, rule: 'drop-table' },
    { type: 'notice', conn: 1, sqlstate: '00000', message: 'so it is' },
    { type: 'connection.close', conn: 1, reason: 'client', statements: 3, bytes_in: 10, bytes_out: 20 },
  ]
}
