import { type AddressInfo, createServer } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SluiceError } from '../../src/core/errors.ts'
import { Secret } from '../../src/core/secret.ts'
import { postgresRole } from '../../src/credentials/postgres-role/index.ts'
import { servers } from '../fixtures/database.ts'
import { BROKER_PASSWORD, prepare, type Setting } from './setting.ts'

const LIMITS = { connections: 3, statementTimeout: 60_000, lockTimeout: 2_000 }
const soon = () => new Date(Date.now() + 600_000).toISOString()

describe.each(servers())('the broker on PostgreSQL $version', (server) => {
  let setting: Setting
  beforeAll(async () => {
    setting = await prepare(server)
  })
  afterAll(() => setting.close())

  const attempt = async (change: Partial<Setting['target']> = {}, secrets = setting.secrets) => {
    const target = { ...setting.target, ...change }
    const error = await postgresRole
      .issue({ grantId: 'g', target, expiresAt: soon(), limits: LIMITS, secrets })
      .catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(SluiceError)
    const { code, message, hint } = error as SluiceError
    expect(`${message} ${hint}`).not.toContain(BROKER_PASSWORD)
    expect(`${message} ${hint}`).not.toContain(encodeURIComponent(BROKER_PASSWORD))
    expect(`${message} ${hint}`).not.toContain('postgres://b')
    return { code, message, hint }
  }
  const role = (owner: string) => ({
    credential: { provider: 'postgres-role', broker: 'env:BROKER', owner } as const,
  })

  it('is told what is missing and which statement gives it', async () => {
    const { admin } = setting.database
    const stranger = `${setting.owner}_stranger`
    await admin.query(`CREATE ROLE ${stranger}`)
    const missing = await attempt(role(stranger))
    expect(missing.message).toMatch(
      server.version >= 16 ? /is not a member of .* with ADMIN/ : /does not inherit/,
    )
    expect(missing.hint).toMatch(
      /^As a superuser: GRANT "\w+" TO "\w+"( WITH ADMIN TRUE, INHERIT TRUE, SET TRUE)?;$/,
    )
    await admin.query(missing.hint?.replace('As a superuser: ', '') ?? '')
    const { user, handle } = await postgresRole.issue({
      grantId: 'g-cured',
      target: { ...setting.target, ...role(stranger) },
      expiresAt: soon(),
      limits: LIMITS,
      secrets: setting.secrets,
    })
    expect(user).toBe(handle)
    await postgresRole.end({
      grantId: 'g-cured',
      target: { ...setting.target, ...role(stranger) },
      secrets: setting.secrets,
    })
    await admin.query(`DROP ROLE ${stranger}`)
    expect((await attempt(role('no_such_role'))).message).toMatch(/there is no role "no_such_role"/)
    expect((await attempt(role('postgres'))).message).toMatch(/is a superuser/)
    expect((await attempt({ database: 'no_such' })).message).toMatch(/there is no database "no_such"/)
    await admin.query(`ALTER ROLE ${setting.broker} NOCREATEROLE`)
    expect(await attempt()).toMatchObject({
      hint: `As a superuser: ALTER ROLE "${setting.broker}" CREATEROLE;`,
    })
    await admin.query(`ALTER ROLE ${setting.broker} CREATEROLE`)
    expect(await setting.roles()).toEqual([])
  })

  it.each(['verify-full', 'verify-ca', 'require', 'disable'] as const)(
    'connects with TLS mode %s',
    async (mode) => {
      const { ca: _, ...bare } = setting.target.tls!
      const proves = mode === 'verify-full' || mode === 'verify-ca'
      const serverName = mode === 'verify-ca' ? { serverName: 'another.name' } : {}
      const target = {
        ...setting.target,
        tls: { ...(proves ? setting.target.tls : bare), mode, ...serverName },
      }
      const issued = await postgresRole.issue({
        grantId: `g-${mode}`,
        target,
        expiresAt: soon(),
        limits: LIMITS,
        secrets: setting.secrets,
      })
      expect(await setting.roles()).toEqual([issued.user])
      await postgresRole.end({ grantId: `g-${mode}`, target, secrets: setting.secrets })
    },
  )

  it('refuses a server that it cannot verify', async () => {
    const { ca: _, ...tls } = setting.target.tls!
    expect((await attempt({ tls })).code).toBe('UPSTREAM_TLS')
    expect((await attempt({ tls: { ...setting.target.tls!, serverName: 'orders.internal' } })).code).toBe(
      'UPSTREAM_TLS',
    )
  })

  it('gives its password to no server that asks for it in clear without proof', async () => {
    const heard: Buffer[] = []
    const thief = createServer((socket) => {
      socket.on('error', () => {})
      // Startup, then AuthenticationCleartextPassword; whatever comes next would be the password.
      socket.once('data', () => {
        socket.write(Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 3]))
        socket.on('data', (data) => heard.push(data))
      })
    })
    await new Promise<void>((resolve) => thief.listen(0, '127.0.0.1', resolve))
    const { port } = thief.address() as AddressInfo
    const secrets = () =>
      new Secret(`postgres://broker:${encodeURIComponent(BROKER_PASSWORD)}@127.0.0.1:${port}/x`)
    const refused = await attempt({ tls: { mode: 'disable' } }, secrets)
    expect(refused).toMatchObject({
      code: 'UPSTREAM_TLS',
      message: expect.stringMatching(/password in clear/),
    })
    expect(Buffer.concat(heard).toString()).not.toContain(BROKER_PASSWORD)
    await new Promise((resolve) => thief.close(resolve))
  })

  it('says what is wrong with the broker’s URL without showing it', async () => {
    const url = (text: string) => () => new Secret(text)
    const base = `127.0.0.1:${server.port}/${setting.database.name}`
    expect(await attempt({}, url(`postgres://broker:wrong-secret@${base}`))).toMatchObject({
      code: 'CREDENTIAL_FAILED',
      message: expect.stringMatching(/refused the broker’s login/),
    })
    expect(await attempt({}, url(`mysql://u:p@${base}`))).toMatchObject({
      message: 'env:BROKER is not a connection URL with user and password',
    })
    expect(await attempt({}, url('postgres://u:p@127.0.0.1:1/x'))).toMatchObject({
      code: 'UPSTREAM_UNREACHABLE',
    })
  })
})
