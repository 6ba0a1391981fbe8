import { describe, expect, test } from 'vitest'
import { reap } from '../../src/server/reaper.ts'
import { prepare, type Setting } from '../credentials/setting.ts'
import { servers } from '../fixtures/database.ts'
import { createCaller } from './caller.ts'
import { type Harness, startHarness } from './harness.ts'

const use = async (
  server: ReturnType<typeof servers>[number],
  act: (s: Setting, h: Harness) => Promise<void>,
) => {
  const setting = await prepare(server, { target: 'orders-prod' })
  const broker = setting.secrets('').reveal()
  const harness = await startHarness({
    env: { BROKER: broker, CA: server.ca },
    change: (file) => {
      Object.assign(file.targets['orders-prod'], {
        address: `127.0.0.1:${server.port}`,
        database: setting.database.name,
        tls: { mode: 'verify-full', ca: 'env:CA' },
        credential: { provider: 'postgres-role', broker: 'env:BROKER', owner: setting.owner },
      })
    },
  })
  try {
    await act(setting, harness)
  } finally {
    await harness.close()
    await setting.close()
  }
}

describe.each(servers())('roles on PostgreSQL $version', (server) => {
  test('made by GET /v1/grant, ended with the session', () =>
    use(server, async (setting, harness) => {
      const caller = await createCaller(harness)
      const { body } = await caller.exchange(await harness.issuer.github(harness.url))
      const token = String(body.access_token)
      expect(await setting.roles()).toEqual([])
      const terms = async () => {
        const reply = await caller.call('GET', '/v1/grant', token)
        expect(reply.body).toMatchObject({ targets: [{ tls: { mode: 'verify-full', ca: server.ca } }] })
        const [target] = reply.body.targets as { credential: { user: string; password: string } }[]
        return target?.credential ?? { user: '', password: '' }
      }
      const first = await terms()
      expect(await setting.roles()).toEqual([first.user])
      const second = await terms()
      expect(await setting.roles()).toEqual([second.user])
      const client = await setting.connect(second.user, second.password)
      await client.query('CREATE TABLE made (id int)')
      const cut = new Promise((resolve) => client.once('end', resolve))
      const receipt = await caller.post('/oauth/revoke', { token })
      expect(receipt.body).toMatchObject({
        credentials: [{ target: 'orders-prod', provider: 'postgres-role', ended: true, sessions_ended: 1 }],
      })
      await cut
      expect(await setting.roles()).toEqual([])
      await expect(setting.connect(second.user, second.password)).rejects.toThrow()
    }))

  test('left by a server that died, ended by the next one’s reaper', () =>
    use(server, async (setting, harness) => {
      const caller = await createCaller(harness)
      const { body } = await caller.exchange(await harness.issuer.github(harness.url))
      await caller.call('GET', '/v1/grant', String(body.access_token))
      expect(await setting.roles()).toHaveLength(1)
      await harness.server.services.store.deleteFrom('credentials').execute()
      harness.skew = 31 * 60_000
      await reap(harness.server.services)
      expect(await setting.roles()).toEqual([])
    }))
})
