import { describe, expect, test } from 'vitest'
import {
  createVerifier,
  prepare,
  saltedPassword,
  scramClient,
  scramServer,
} from '../../../src/protocols/postgres/scram.ts'
import { createDatabase, servers } from '../../fixtures/database.ts'

const verifier = createVerifier('pencil', Buffer.from('W22ZaJ0SNY7soEsUEjb6gQ==', 'base64'))
const client = (password: string, nonce = 'rOprNGfwEbeRWgbNEkqO') =>
  scramClient(nonce, (salt, iterations) => saltedPassword(password, salt, iterations), 'user')

describe('RFC 7677, section 3', () => {
  test('the example exchange, byte by byte', () => {
    const server = scramServer(verifier, '%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0')
    const ours = client('pencil')
    expect(ours.first).toBe('n,,n=user,r=rOprNGfwEbeRWgbNEkqO')
    const first = server.first(ours.first)
    expect(first).toBe(
      'r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096',
    )
    const final = ours.final(first)
    expect(final).toBe(
      'c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=',
    )
    const proof = server.final(final)
    expect(proof).toBe('v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=')
    ours.verify(proof!)
  })
})

describe('the server', () => {
  test('a wrong password gives no signature', () => {
    const server = scramServer(verifier, 'x'.repeat(18))
    const other = client('pen')
    expect(server.final(other.final(server.first(other.first)))).toBeUndefined()
  })

  test.each([
    ['channel binding', 'p=tls-server-end-point,,n=user,r=rOprNGfwEbeRWgbNEkqO'],
    ['a short nonce', 'n,,n=user,r=abc'],
    ['a reserved extension', 'n,,m=x,n=user,r=rOprNGfwEbeRWgbNEkqO'],
    ['nothing', ''],
  ])('refuses %s', (_, message) => {
    expect(() => scramServer(verifier, 'server').first(message)).toThrow(/SCRAM/)
  })

  test.each([
    ['another nonce', 'c=biws,r=other'],
    ['another header', 'c=eSws,r=NONCE'],
    ['an attribute twice', 'c=biws,c=biws,r=NONCE'],
  ])('refuses a final message with %s', (_, message) => {
    const server = scramServer(verifier, 'server-nonce')
    server.first(client('pencil').first)
    const text = message.replace('NONCE', 'rOprNGfwEbeRWgbNEkqOserver-nonce')
    expect(() => server.final(`${text},p=${Buffer.alloc(32).toString('base64')}`)).toThrow(/SCRAM/)
    expect(() => server.final(text)).toThrow(/SCRAM/)
  })
})

describe('the client', () => {
  test('a signature that is wrong, or before there is one', () => {
    const ours = client('pencil')
    expect(() => ours.verify('v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=')).toThrow(/prove/)
    ours.final('r=rOprNGfwEbeRWgbNEkqOx,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096')
    expect(() => ours.verify('v=AAAA')).toThrow(/prove/)
    expect(() => ours.verify('e=other-error')).toThrow(/prove/)
  })
})

describe('a password with letters beyond ASCII', () => {
  const cases = servers().flatMap((server) =>
    ['Ⅸ and a soft\u00adhyphen', 'pässwörd', 'no\u00a0break', 'bell\u0007ü'].map(
      (password) => [server.version, password, server] as const,
    ),
  )

  test.each(cases)('is kept by PostgreSQL %d as we prepare %j', async (_version, password, server) => {
    const database = await createDatabase(server)
    const role = `scram_${database.name}`
    try {
      await database.admin.query(`CREATE ROLE ${role} PASSWORD ${database.admin.escapeLiteral(password)}`)
      const { rows } = await database.admin.query('SELECT rolpassword FROM pg_authid WHERE rolname = $1', [
        role,
      ])
      const [, iterations, salt, stored] = /^SCRAM-SHA-256\$(\d+):([^$]+)\$([^:]+):/.exec(
        rows[0].rolpassword,
      )!
      const ours = createVerifier(await prepare(password), Buffer.from(salt!, 'base64'), Number(iterations))
      expect(ours.storedKey.toString('base64')).toBe(stored)
    } finally {
      await database.admin.query(`DROP ROLE IF EXISTS ${role}`)
      await database.drop()
    }
  })
})
