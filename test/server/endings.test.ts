// Sessions that must not go on, and those that end while something is away.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SluiceError } from '../../src/core/errors.ts'
import { PROVIDERS } from '../../src/credentials/index.ts'
import { reap } from '../../src/server/reaper.ts'
import { type Caller, checkOf, createCaller } from './caller.ts'
import { type Harness, startHarness } from './harness.ts'

const MINUTE = 60_000
let harness: Harness
let caller: Caller
let run = 1
let away = ''
let tries = 0

beforeAll(async () => {
  harness = await startHarness({
    providers: {
      ...PROVIDERS,
      static: {
        ...PROVIDERS.static,
        async end({ target }) {
          if (target.name === away) {
            tries++
            await new Promise((resolve) => setTimeout(resolve, 200))
            throw new SluiceError('UPSTREAM_UNREACHABLE', 'ETIMEDOUT')
          }
          return { sessionsEnded: 0, objectsReassigned: false }
        },
      },
    },
  })
  caller = await createCaller(harness)
})
afterAll(() => harness.close())

const open = async (target = 'orders-prod') => {
  const now = Math.floor((Date.now() + harness.skew) / 1000)
  const claims = { run_id: String(++run), iat: now, nbf: now, exp: now + 300 }
  const { body } = await caller.exchange(await harness.issuer.github(harness.url, claims), [target])
  return {
    session: String(body.session),
    token: String(body.access_token),
    refresh: String(body.refresh_token),
  }
}
const renew = (refresh_token: string) =>
  caller.post('/oauth/token', { grant_type: 'refresh_token', refresh_token })

test('a target that is away does not hold up the others', async () => {
  for (let count = 0; count < 10; count++) {
    const { token } = await open('orders-prod')
    await caller.call('GET', '/v1/grant', token)
  }
  const { token, session } = await open('billing-prod')
  await caller.call('GET', '/v1/grant', token)
  away = 'orders-prod'
  harness.skew = 31 * MINUTE
  const run = reap(harness.server.services)
  const { store } = harness.server.services
  const state = () =>
    store.selectFrom('credentials').select('state').where('grant_id', '=', session).executeTakeFirst()
  await expect.poll(state, { timeout: 180, interval: 10 }).toEqual({ state: 'ended' })
  await run
  expect(tries).toBe(1)
  away = ''
  await reap(harness.server.services)
  const left = await store.selectFrom('credentials').select('id').where('state', '!=', 'ended').execute()
  expect(left).toEqual([])
  harness.skew = 0
})

test('a refresh token works again for a minute after its first use, not after its last', async () => {
  const { refresh } = await open()
  expect((await renew(refresh)).status).toBe(200)
  harness.skew = 0.7 * MINUTE
  expect((await renew(refresh)).status).toBe(200)
  harness.skew = 1.4 * MINUTE
  expect(await checkOf(harness, await renew(refresh))).toBe('refresh-replay')
  harness.skew = 0
})

test('a session is stopped when its rule asks for an approval that it never had', async () => {
  const { token, refresh } = await open()
  await harness.restart((file) => {
    Object.assign(file.access[0] ?? {}, { approval: { by: ['dba'], timeout: '1h' } })
  })
  expect(await checkOf(harness, await caller.call('GET', '/v1/grant', token))).toBe('approval-missing')
  expect(await checkOf(harness, await renew(refresh))).toBe('approval-missing')
  await harness.restart()
  expect((await caller.call('GET', '/v1/grant', token)).status).toBe(200)
})

test('one session cannot keep the targets busy with making credentials', async () => {
  const { token } = await open()
  const statuses = []
  for (let count = 0; count < 22; count++)
    statuses.push((await caller.call('GET', '/v1/grant', token)).status)
  expect(statuses.slice(-2)).toEqual([429, 429])
  const other = await open()
  expect((await caller.call('GET', '/v1/grant', other.token)).status).toBe(200)
})

test('a server address in capitals or with its default port is the one that clients name', async () => {
  await harness.restart((file) => {
    file.server.url = file.server.url.replace('http://127.0.0.1', 'HTTP://127.0.0.1')
  })
  const { token } = await open()
  expect((await caller.call('GET', '/v1/grant', token)).status).toBe(200)
  await harness.restart()
})

test('a secret that is missing is in the log when the server starts, with its cure', async () => {
  const bare = await startHarness({ env: { ORDERS_PASSWORD: '' } })
  const line = bare.logs.map((text) => JSON.parse(text)).find(({ level }) => level === 'error')
  expect(line).toMatchObject({
    target: 'orders-prod',
    err: {
      message: 'the environment variable ORDERS_PASSWORD is empty',
      hint: 'Set ORDERS_PASSWORD in the environment of this process',
    },
  })
  await bare.close()
})
