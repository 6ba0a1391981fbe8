import { createHash, randomUUID } from 'node:crypto'
import { exportJWK, generateKeyPair } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { encode, hmac } from '../identity/tokens.ts'
import { type Caller, checkOf, createCaller, details, EXCHANGE, type ProofChanges } from './caller.ts'
import { type Harness, startHarness } from './harness.ts'
import { rawExchange } from './socket.ts'

let harness: Harness
let caller: Caller
let run = 1
let token: string
beforeAll(async () => {
  harness = await startHarness()
})
afterAll(() => harness.close())
beforeEach(async () => {
  caller = await createCaller(harness)
})

const job = () => harness.issuer.github(harness.url, { run_id: String(++run) })
const now = () => Math.floor(Date.now() / 1000)
const endpoint = () => `${harness.url}/oauth/token`

describe('on an exchange', () => {
  const refused = async (proof: string | undefined) => {
    const reply = await caller.exchange(await job(), ['orders-prod'], { dpop: proof })
    expect(reply).toMatchObject({ status: 400, body: { error: 'invalid_dpop_proof' } })
    return checkOf(harness, reply)
  }
  const changed = async (changes: ProofChanges, url = endpoint()) =>
    refused(await caller.proof('POST', url, undefined, changes))

  test.each<[string, string, ProofChanges]>([
    ['typ of another token', 'dpop-typ', { header: { typ: 'JWT' } }],
    ['no typ', 'dpop-typ', { header: { typ: undefined } }],
    ['no key', 'dpop-key', { header: { jwk: undefined } }],
    ['a key that is text', 'dpop-key', { header: { jwk: 'x' } }],
    ['a symmetric key', 'dpop-private-key', { header: { jwk: { kty: 'oct', k: 'c2VjcmV0' } } }],
    ['an RSA key', 'dpop-key', { header: { jwk: { kty: 'RSA', n: 'AQAB', e: 'AQAB' } } }],
    ['another method', 'dpop-htm', { claims: { htm: 'GET' } }],
    ['method in lower case', 'dpop-htm', { claims: { htm: 'post' } }],
    ['no method', 'dpop-htm', { claims: { htm: undefined } }],
    ['no address', 'dpop-htu', { claims: { htu: undefined } }],
    ['iat a minute old', 'dpop-iat', { claims: { iat: now() - 70 } }],
    ['iat ahead', 'dpop-iat', { claims: { iat: now() + 70 } }],
    ['iat as text', 'dpop-iat', { claims: { iat: String(now()) } }],
    ['no iat', 'dpop-iat', { claims: { iat: undefined } }],
    ['no jti', 'dpop-jti', { claims: { jti: undefined } }],
    ['an empty jti', 'dpop-jti', { claims: { jti: '' } }],
    ['a long jti', 'dpop-jti', { claims: { jti: 'x'.repeat(257) } }],
    ['jti as a number', 'dpop-jti', { claims: { jti: 1 } }],
  ])('%s', async (_name, check, changes) => {
    expect(await changed(changes)).toBe(check)
  })

  test('a critical extension', async () => {
    const proof = await caller.proof('POST', endpoint())
    const [, payload, signature] = proof.split('.')
    const header = { alg: 'Ed25519', typ: 'dpop+jwt', jwk: caller.jwk, crit: ['exp'], exp: 1 }
    expect(await refused(`${encode(header)}.${payload}.${signature}`)).toBe('dpop-header')
  })

  test.each(['/oauth/token?x=1', '/oauth/token#x', '/oauth/token/', '/oauth/revoke', '/OAUTH/token', ''])(
    'address %s',
    async (path) => {
      expect(await changed({}, harness.url + path)).toBe('dpop-htu')
    },
  )

  test('another host, also when the Host header agrees', async () => {
    expect(await changed({}, 'https://evil.example/oauth/token')).toBe('dpop-htu')
  })

  test('no proof, two proofs, and what is none', async () => {
    expect(await refused(undefined)).toBe('dpop-missing')
    expect(await refused('')).toBe('dpop-missing')
    expect(await refused('x')).toBe('dpop-shape')
    const proof = await caller.proof('POST', endpoint())
    expect(await refused(`${proof}, ${await caller.proof('POST', endpoint())}`)).toBe('dpop-shape')
    expect(await refused(`${proof}=`)).toBe('dpop-shape')
  })

  test('alg none, HMAC with the public key, and a signature by another key', async () => {
    const claims = { htm: 'POST', htu: endpoint(), iat: now(), jti: randomUUID() }
    const header = { alg: 'none', typ: 'dpop+jwt', jwk: caller.jwk }
    expect(await refused(`${encode(header)}.${encode(claims)}.YQ`)).toBe('dpop-alg')
    expect(await refused(hmac({ ...header, alg: 'HS256' }, claims, String(caller.jwk.x)))).toBe('dpop-alg')
    const { privateKey } = await generateKeyPair('Ed25519')
    expect(await changed({ key: privateKey })).toBe('dpop-signature')
  })

  test('a private key in the proof', async () => {
    const { privateKey } = await generateKeyPair('Ed25519', { extractable: true })
    const jwk = await exportJWK(privateKey)
    expect(await changed({ key: privateKey, header: { jwk } })).toBe('dpop-private-key')
  })

  test('a key spelled in another way has no second thumbprint', async () => {
    expect(await changed({ header: { jwk: { ...caller.jwk, x: `${caller.jwk.x}=` } } })).toBe('dpop-key')
  })

  test('the same proof twice, with different tokens, also at once', async () => {
    const dpop = await caller.proof('POST', endpoint())
    const tokens = await Promise.all(Array.from({ length: 10 }, job))
    const replies = await Promise.all(tokens.map((id) => caller.exchange(id, ['orders-prod'], { dpop })))
    expect(replies.filter((reply) => reply.status === 200)).toHaveLength(1)
    const loser = replies.find((reply) => reply.status !== 200)
    expect(loser?.body.error).toBe('invalid_dpop_proof')
    expect(loser && (await checkOf(harness, loser))).toBe('dpop-replay')
  })

  test('two DPoP headers', async () => {
    const [one, two] = await Promise.all([1, 2].map(() => caller.proof('POST', endpoint())))
    const form = new URLSearchParams({
      ...EXCHANGE,
      subject_token: await job(),
      authorization_details: details(['orders-prod']),
    })
    const answer = await rawExchange(harness.url, 'POST', '/oauth/token', String(form), [
      ['content-type', 'application/x-www-form-urlencoded'],
      ['dpop', one ?? ''],
      ['dpop', two ?? ''],
    ])
    expect(answer).toMatch(/^HTTP\/1.1 400 /)
    expect(answer).toContain('dpop occurs twice')
  })
})

describe('on a resource call', () => {
  beforeEach(async () => {
    const reply = await caller.exchange(await job())
    token = String(reply.body.access_token)
  })
  const grant = () => `${harness.url}/v1/grant`
  const refused = async (headers: Record<string, string | undefined>) => {
    const reply = await caller.call('GET', '/v1/grant', token, headers)
    expect(reply.status).toBeGreaterThanOrEqual(400)
    expect(reply.body).not.toHaveProperty('targets')
    return reply.body.error
  }

  test('a good call, then the same proof again', async () => {
    const dpop = await caller.proof('GET', grant(), token)
    expect((await caller.call('GET', '/v1/grant', token, { dpop })).status).toBe(200)
    expect(await refused({ dpop })).toBe('invalid_dpop_proof')
  })

  test.each<[string, ProofChanges]>([
    ['no ath', { claims: { ath: undefined } }],
    ['ath of another token', { claims: { ath: createHash('sha256').update('x').digest('base64url') } }],
    ['ath in hex', { claims: { ath: createHash('sha256').update('x').digest('hex') } }],
    ['another method', { claims: { htm: 'POST' } }],
  ])('%s', async (_name, changes) => {
    expect(await refused({ dpop: await caller.proof('GET', grant(), token, changes) })).toBe(
      'invalid_dpop_proof',
    )
  })

  test('a proof for another path', async () => {
    const dpop = await caller.proof('GET', `${harness.url}/v1/sessions/x/chunks`, token)
    expect(await refused({ dpop })).toBe('invalid_dpop_proof')
  })

  test('another key', async () => {
    const thief = await createCaller(harness)
    const reply = await thief.call('GET', '/v1/grant', token)
    expect(reply).toMatchObject({ status: 401, body: { error: 'invalid_token' } })
    expect(reply.headers.get('www-authenticate')).toBe('DPoP error="invalid_token"')
  })

  test('no proof, a Bearer token, no token, a pipeline token', async () => {
    expect(await refused({ dpop: undefined })).toBe('invalid_dpop_proof')
    expect(await refused({ authorization: `Bearer ${token}` })).toBe('invalid_token')
    expect(await refused({ authorization: undefined })).toBe('invalid_token')
    expect(await refused({ authorization: `DPoP ${await job()}` })).toBe('invalid_token')
  })

  test('a refresh token is no access token', async () => {
    const { body } = await caller.exchange(await job())
    const reply = await caller.call('GET', '/v1/grant', String(body.refresh_token))
    expect(reply).toMatchObject({ status: 401, body: { error: 'invalid_token' } })
  })

  test('attempt 2 with attempt 1’s grant: its own key does not fit', async () => {
    const second = await createCaller(harness)
    const attempt = await harness.issuer.github(harness.url, { run_id: String(run), run_attempt: '2' })
    expect((await second.exchange(attempt)).status).toBe(200)
    expect((await second.call('GET', '/v1/grant', token)).status).toBe(401)
  })

  test('the token ends after 15 minutes, the session with its rule', async () => {
    harness.skew = 14.9 * 60_000
    expect((await caller.call('GET', '/v1/grant', token)).status).toBe(200)
    harness.skew = 15.1 * 60_000
    expect((await caller.call('GET', '/v1/grant', token)).body.error_description).toBe(
      'the token has expired',
    )
    harness.skew = 0
  })
})
