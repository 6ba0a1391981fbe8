import { afterAll, beforeAll, expect, test } from 'vitest'
import { exchange } from '../../src/client/exchange.ts'
import { openGrant } from '../../src/client/grant.ts'
import { passwordOf } from '../fixtures/login.ts'
import { type Harness, startHarness } from '../server/harness.ts'

let harness: Harness
beforeAll(async () => {
  harness = await startHarness()
})
afterAll(() => harness.close())

test('a job exchanges its token, gets its terms and ends its session', async () => {
  const { url: server, issuer } = harness
  const idToken = await issuer.github(server)
  const grant = await exchange({ server, idToken, targets: ['orders-prod'] })
  expect(grant).toMatchObject({ server, sessionUrl: `${server}/sessions/${grant.session}` })
  const client = openGrant(JSON.parse(JSON.stringify(grant)))
  const terms = await client.terms()
  expect(terms).toMatchObject({
    session: grant.session,
    access: 'orders from main',
    claims: { repository: 'acme/orders', run_id: '1000' },
    serverKey: harness.server.services.serverKey,
  })
  expect(terms.targets).toHaveLength(1)
  expect(terms.targets[0]).toMatchObject({
    name: 'orders-prod',
    credential: { user: 'app' },
    guard: { name: 'orders' },
  })
  expect(passwordOf(terms.targets[0])).toBe('upstream-orders-password')
  expect(await client.revoke()).toEqual({
    revoked: true,
    credentials: [{ target: 'orders-prod', provider: 'static', ended: true, sessionsEnded: 0 }],
    record: { sealed: true, reason: 'abandoned' },
  })
  await expect(client.terms()).rejects.toMatchObject({ code: 'GRANT_EXPIRED' })
  expect(await client.revoke()).toMatchObject({ revoked: true })
})
