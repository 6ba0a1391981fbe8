import { generate } from 'selfsigned'
import { afterEach, describe, expect, test } from 'vitest'
import { Secret } from '../../../src/core/secret.ts'
import { createDatabase, servers } from '../../fixtures/database.ts'
import { LOCAL_PASSWORD, LOCAL_USER, type Relayed, relayed } from './relayed.ts'
import { cells, outline, query, wire } from './wire.ts'

const closing: Relayed[] = []
afterEach(async () => {
  for (const relay of closing.splice(0)) await relay.close()
})

describe.each(servers())('PostgreSQL $version', (server) => {
  const upstream = { host: '127.0.0.1', port: server.port }
  const over = async (terms: Parameters<typeof relayed>[0]['terms']) => {
    const relay = await relayed({ upstream, terms: { database: 'postgres', ...terms } })
    closing.push(relay)
    return relay
  }
  const inTls = 'SELECT ssl, version FROM pg_stat_ssl WHERE pid = pg_backend_pid()'

  test.each(['disable', 'require', 'verify-ca', 'verify-full'] as const)('TLS mode %s', async (mode) => {
    const relay = await over({ tls: { mode, ...(mode.startsWith('verify') ? { ca: server.ca } : {}) } })
    await relay.target.check()
    const client = await wire(relay.port)
    const answer = await client.send(query(inTls)).until('Z')
    expect(cells(answer[1]!.body)[0]).toBe(mode === 'disable' ? 'f' : 't')
    client.socket.destroy()
  })

  test('verify-full: another authority, another name, a name that is given', async () => {
    const { cert } = await generate([{ name: 'commonName', value: 'Somebody else' }])
    const stranger = await over({ tls: { mode: 'verify-full', ca: cert } })
    await expect(stranger.target.check()).rejects.toMatchObject({
      code: 'UPSTREAM_TLS',
      hint: expect.stringMatching(/ca/),
    })
    const system = await over({ tls: { mode: 'verify-full' } })
    await expect(system.target.check()).rejects.toMatchObject({ code: 'UPSTREAM_TLS' })
    const wrong = await over({ tls: { mode: 'verify-full', ca: server.ca, serverName: 'db.example.com' } })
    await expect(wrong.target.check()).rejects.toThrow(/not for the name db.example.com/)
    const chain = await over({ tls: { mode: 'verify-ca', ca: server.ca, serverName: 'db.example.com' } })
    await chain.target.check()
    const given = await over({ tls: { mode: 'verify-full', ca: server.ca, serverName: 'localhost' } })
    await given.target.check()
  })

  test('a wrong credential is the target’s refusal, for check() and for clients', async () => {
    const relay = await over({ credential: { user: 'postgres', password: new Secret('wrong') } })
    await expect(relay.target.check()).rejects.toMatchObject({
      code: 'UPSTREAM_REFUSED',
      message: expect.stringMatching(/28P01/),
    })
    const client = await wire(relay.port)
    expect(outline(client.frames)).toBe('')
    await relay.connections[0]?.closed
    expect(relay.told.find(({ type }) => type === 'limit')).toMatchObject({ limit: 'login' })
  })

  test('a password that needs SASLprep', async () => {
    const database = await createDatabase(
      server,
      `CREATE ROLE prep_${server.version} LOGIN PASSWORD 'I\u00ADX \u00A0\u2168'`,
    )
    const password = new Secret('IX  IX')
    const relay = await over({ credential: { user: `prep_${server.version}`, password } })
    await relay.target.check()
    await database.admin.query(`DROP ROLE prep_${server.version}`)
    await database.drop()
  })

  test('limits and the client’s harmless settings reach the server, the limits win', async () => {
    const relay = await over({ limits: { connections: 9, statementTimeout: 60_000, lockTimeout: 5000 } })
    const client = await wire(relay.port, {
      application_name: 'deploy',
      DateStyle: 'German',
      options: '-c statement_timeout=1h -c lock_timeout=1s --timezone=UTC',
    })
    const show = async (name: string) =>
      cells((await client.send(query(`SHOW ${name}`)).until('Z'))[1]!.body)[0]
    expect(await show('statement_timeout')).toBe('1min')
    expect(await show('lock_timeout')).toBe('1s')
    expect(await show('timezone')).toBe('UTC')
    expect(await show('application_name')).toBe('deploy')
    expect(await show('datestyle')).toMatch(/^German/)
    expect(await show('client_encoding')).toBe('UTF8')
    client.socket.destroy()
  })

  test('clients that only know a password in clear, when they are let', async () => {
    const { default: pg } = await import('pg')
    const local = { user: LOCAL_USER, password: new Secret(LOCAL_PASSWORD), cleartext: true }
    const relay = await relayed({ upstream, terms: { database: 'postgres' }, local })
    closing.push(relay)
    const client = new pg.Client({ connectionString: relay.url() })
    await client.connect()
    await client.end()
    const wrong = new pg.Client({
      connectionString: relay.url().replace(LOCAL_PASSWORD, `${LOCAL_PASSWORD}x`),
    })
    await expect(wrong.connect()).rejects.toMatchObject({ code: '28P01' })
  })

  test('a role whose settings make statements mean something else is refused', async () => {
    const database = await createDatabase(server)
    await database.admin.query(`ALTER DATABASE ${database.name} SET client_encoding = 'LATIN1'`)
    const relay = await over({ database: database.name })
    const client = await wire(relay.port)
    // What the client asks for beats the database's default.
    const answer = await client.send(query('SHOW client_encoding')).until('Z')
    expect(cells(answer[1]!.body)).toEqual(['UTF8'])
    client.socket.destroy()
    await relay.close()
    closing.length = 0
    await database.drop()
  })
})
