import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { requireSafe } from '../../src/identity/download.ts'
import { createKeySource } from '../../src/identity/keys.ts'
import { type Issuer, startIssuer } from '../fixtures/issuer.ts'
import { AUDIENCE, type Checked, claims, forge, trusted, verifier } from './tokens.ts'

let issuer: Issuer
let ahead: number
let errors: string[]
let github: Checked
const clock = () => Date.now() + ahead
const MINUTE = 60_000

beforeEach(async () => {
  issuer = await startIssuer()
  ahead = 0
  errors = []
  github = fresh()
})
afterEach(() => issuer.close())

const fresh = () =>
  verifier([trusted(issuer, { jwksUri: `${issuer.url}/.well-known/jwks` })], {
    clock,
    onKeysError: (error) => errors.push(error.message),
  })

/** A token that is good at the skewed clock. */
const good = () => {
  const now = Math.floor(clock() / 1000)
  return issuer.github(AUDIENCE, { iat: now, nbf: now, exp: now + 300 })
}
const unknown = (kid: string) => forge({ alg: 'RS256', kid }, claims(issuer))

test('50 tokens at once cause one request; keys are fresh for 10 minutes', async () => {
  const checks = await Promise.all(Array.from({ length: 50 }, async () => github.check(await good())))
  expect(new Set(checks)).toEqual(new Set(['accepted']))
  expect(issuer.jwksRequests()).toBe(1)
  ahead = 9 * MINUTE
  expect(await github.check(await good())).toBe('accepted')
  expect(issuer.jwksRequests()).toBe(1)
  ahead = 11 * MINUTE
  expect(await github.check(await good())).toBe('accepted')
  expect(issuer.jwksRequests()).toBe(2)
})

test('200 unknown key ids cause at most one request a minute', async () => {
  expect(await github.check(await good())).toBe('accepted')
  ahead = 2 * MINUTE
  const checks = await Promise.all(
    Array.from({ length: 200 }, (_, index) => github.check(unknown(`k${index}`))),
  )
  expect(new Set(checks)).toEqual(new Set(['key-unknown']))
  expect(issuer.jwksRequests()).toBe(2)
  ahead = 4 * MINUTE
  await github.check(unknown('again'))
  expect(issuer.jwksRequests()).toBe(3)
})

test('keys rotate twice: the newest are found, the oldest do not come back', async () => {
  const first = await good()
  expect(await github.check(first)).toBe('accepted')
  await issuer.rotate()
  ahead = 2 * MINUTE
  expect(await github.check(await good())).toBe('accepted')
  await issuer.rotate()
  ahead = 4 * MINUTE
  expect(await github.check(await good())).toBe('accepted')
  expect(await github.check(first)).toBe('key-unknown')
})

describe('an issuer that is away', () => {
  const faults: [string, Parameters<Issuer['intercept']>[0], RegExp][] = [
    ['answers 500', (_request, response) => response.writeHead(500).end('{}'), /status 500/],
    ['answers nothing sensible', (_request, response) => response.end('<html>'), /JSON/],
    ['answers an empty list', (_request, response) => response.end('{"keys":[]}'), /no RSA signing key/],
    ['answers no list', (_request, response) => response.end('{"keys":"x"}'), /no list of keys/],
    ['answers an empty body', (_request, response) => response.end(), /JSON/],
    ['answers members twice', (_request, response) => response.end('{"keys":[],"keys":[]}'), /twice/],
    [
      'redirects',
      (_request, response) =>
        response.writeHead(302, { location: `${issuer.url}/.well-known/jwks?again` }).end(),
      /redirect/,
    ],
    [
      'sends 50 MB',
      (_request, response) => {
        response.writeHead(200)
        const chunk = Buffer.alloc(64 * 1024, ' ')
        const send = () => {
          while (response.writable && response.write(chunk));
        }
        response.on('drain', send).on('error', () => {})
        send()
      },
      /256 KiB/,
    ],
    ['breaks off', (_request, response) => response.writeHead(200).destroy(), /./],
  ]

  test.each(faults)('%s: known keys stay usable for a day', async (_name, fault, message) => {
    expect(await github.check(await good())).toBe('accepted')
    issuer.intercept(fault)
    ahead = 11 * MINUTE
    expect(await github.check(await good())).toBe('accepted')
    expect(errors.at(-1)).toMatch(message)
    ahead = 23 * 60 * MINUTE
    expect(await github.check(await good())).toBe('accepted')
    expect(await github.check(unknown('new'))).toBe('key-unknown')
    ahead = 25 * 60 * MINUTE
    expect(await github.check(await good())).toBe('keys-unavailable')
    issuer.intercept(undefined)
    ahead += 6000
    expect(await github.check(await good())).toBe('accepted')
  })

  test('from the start: no token is accepted, and it is not asked for every token', async () => {
    issuer.intercept((_request, response) => response.writeHead(500).end())
    for (let count = 0; count < 20; count++) expect(await github.check(await good())).toBe('keys-unavailable')
    expect(issuer.jwksRequests()).toBe(1)
    ahead = 6000
    issuer.intercept(undefined)
    expect(await github.check(await good())).toBe('accepted')
  })

  test('hangs: given up after 5 seconds', async () => {
    issuer.intercept(() => {})
    const started = Date.now()
    expect(await github.check(await good())).toBe('keys-unavailable')
    expect(Date.now() - started).toBeLessThan(7000)
    expect(errors[0]).toMatch(/time/i)
  })
})

test('keys that must not sign tokens are ignored', async () => {
  expect(await github.check(await good())).toBe('accepted')
  const { keys } = (await (await fetch(`${issuer.url}/.well-known/jwks`)).json()) as { keys: object[] }
  for (const change of [{ use: 'enc' }, { alg: 'RSA-OAEP' }, { kty: 'EC' }, { kid: 7 }, { n: 'AQAB' }]) {
    issuer.intercept((_request, response) => {
      response.end(JSON.stringify({ keys: [null, 1, { ...keys[0], ...change }] }))
    })
    expect(await fresh().check(await good())).toBe('keys-unavailable')
  }
})

test('the address comes from the issuer’s own document, which must name the issuer', async () => {
  const discovered = verifier([trusted(issuer)], { clock })
  expect(await discovered.check(await good())).toBe('accepted')
  const other = verifier([trusted(issuer, { issuer: `${issuer.url}/other` })], {
    onKeysError: (error) => errors.push(error.message),
  })
  expect(await other.check(await issuer.github(AUDIENCE, { iss: `${issuer.url}/other` }))).toBe(
    'keys-unavailable',
  )
})

test.each([
  'http://example.com/jwks',
  'file:///etc/passwd',
  'ftp://127.0.0.1/',
  'https://user:secret@example.com/',
])('keys are not fetched from %s', (address) => {
  expect(() => requireSafe(address)).toThrow()
})

test.each(['https://example.com/jwks', 'http://127.0.0.1:1/', 'http://localhost/', 'http://[::1]/'])(
  'keys may be fetched from %s',
  (address) => {
    requireSafe(address)
  },
)

test('an issuer’s document that names an address without TLS is refused, and nothing is fetched from there', async () => {
  const asked: string[] = []
  const errors: string[] = []
  const keys = createKeySource({
    issuer: 'https://ci.example',
    fetch: async (address) => {
      asked.push(String(address))
      return Response.json({ issuer: 'https://ci.example', jwks_uri: 'http://127.0.0.1:1/keys' })
    },
    clock: Date.now,
    onError: ({ message }) => errors.push(message),
  })
  await expect(keys.find('x')).rejects.toMatchObject({ check: 'keys-unavailable' })
  expect(asked).toEqual(['https://ci.example/.well-known/openid-configuration'])
  expect(errors.join()).toContain('without TLS')
})
