import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { GITHUB_CLAIMS, type Issuer, startIssuer } from '../fixtures/issuer.ts'
import { AUDIENCE, type Checked, claims, encode, forge, hmac, trusted, verifier } from './tokens.ts'

let issuer: Issuer
let github: Checked
beforeAll(async () => {
  issuer = await startIssuer()
  github = verifier([trusted(issuer)])
})
afterAll(() => issuer.close())

const now = () => Math.floor(Date.now() / 1000)

test('a good token gives its claims, repository and job', async () => {
  const identity = await github.verify(
    await issuer.github(AUDIENCE, { jti: 'one', admin: true, groups: ['a'] }),
  )
  expect(identity).toMatchObject({
    issuer: 'github',
    repository: '123',
    job: '["123","1000","1","5550001"]',
    jti: 'one',
    claims: { repository: 'acme/orders', ref: 'refs/heads/main' },
  })
  expect(Object.keys(identity.claims)).not.toContain('admin')
  expect(Object.keys(identity.claims)).not.toContain('groups')
  expect(Object.keys(identity.claims)).not.toContain('head_ref')
  expect(identity.rememberUntil).toBeGreaterThan(Date.now() + 300_000)
})

describe('shape', () => {
  const changed = async (change: (token: string) => string) => change(await issuer.github(AUDIENCE))

  test.each([
    ['two parts', (token: string) => token.split('.').slice(0, 2).join('.')],
    ['no signature', (token: string) => `${token.split('.').slice(0, 2).join('.')}.`],
    ['five parts', (token: string) => `${token}.YQ.YQ`],
    ['padding', (token: string) => `${token}==`],
    ['a newline at the end', (token: string) => `${token}\n`],
    ['a newline within', (token: string) => token.replace('.', '\n.')],
    ['a space before', (token: string) => ` ${token}`],
    ['2 MB', (token: string) => token + 'A'.repeat(2_000_000)],
    ['8 KiB and one byte', (token: string) => token.padEnd(8193, 'A')],
    ['a second token behind a comma', (token: string) => `${token},${token}`],
    ['nothing', () => ''],
  ])('%s', async (_name, change) => {
    expect(await github.check(await changed(change))).toBe('token-shape')
  })

  test('base64url that is not canonical', async () => {
    const [header = '', payload = '', signature = ''] = (await issuer.github(AUDIENCE)).split('.')
    const last =
      payload.length % 4 === 0 ? `${payload}A` : payload.replace(/.$/, (c) => (c === '_' ? '-' : '_'))
    expect(await github.check(`${header}.${last}.${signature}`)).toMatch(/^token-/)
  })

  test.each([
    ['not JSON', '{"alg":'],
    ['a list', '["RS256"]'],
    ['null', 'null'],
    ['a string', '"x"'],
    ['a member twice', '{"alg":"RS256","kid":"key-1","alg":"none"}'],
    ['a member twice, spelled differently', '{"alg":"RS256","kid":"key-1","\\u0061lg":"none"}'],
    ['invalid UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])],
  ])('header: %s', async (_name, header) => {
    const token = `${Buffer.from(header).toString('base64url')}.${encode(claims(issuer))}.c2ln`
    expect(await github.check(token)).toBe('token-json')
  })

  test('duplicate members in the claims, at any depth', async () => {
    const json = JSON.stringify(claims(issuer))
    const again = json.replace(/}$/, `,"aud":"${AUDIENCE}"}`)
    expect(await github.check(forge({ alg: 'RS256', kid: 'key-1' }, again))).toBe('token-json')
    const nested = json.replace(/}$/, ',"x":[{"a":1,"b":{"a":1},"a":2}]}')
    expect(await github.check(forge({ alg: 'RS256', kid: 'key-1' }, nested))).toBe('token-json')
  })
})

describe('signature', () => {
  test.each([
    'none',
    'None',
    'NONE',
    'HS256',
    'RS384',
    'RS512',
    'PS256',
    'ES256',
    'EdDSA',
    '',
    undefined,
    1,
    ['RS256'],
  ])('alg %j', async (alg) => {
    expect(await github.check(forge({ alg, kid: 'key-1' }, claims(issuer)))).toBe('algorithm')
  })

  test('HS256 with the public PEM as the secret, also when the header says RS256', async () => {
    const pem = await issuer.publicPem()
    expect(await github.check(hmac({ alg: 'HS256', kid: 'key-1' }, claims(issuer), pem))).toBe('algorithm')
    expect(await github.check(hmac({ alg: 'RS256', kid: 'key-1' }, claims(issuer), pem))).toBe('signature')
  })

  test('a key in the header is not used, and nothing that the header names is fetched', async () => {
    let connections = 0
    const listener = createServer((_request, response) => response.end()).on(
      'connection',
      () => connections++,
    )
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
    const evil = `http://127.0.0.1:${(listener.address() as AddressInfo).port}/keys`
    const { privateKey, publicKey } = await generateKeyPair('RS256')
    const jwk = { ...(await exportJWK(publicKey)), kid: 'mine' }
    const sign = (header: Record<string, unknown>) =>
      new SignJWT(claims(issuer))
        .setProtectedHeader({ alg: 'RS256', ...header } as { alg: string })
        .sign(privateKey)
    expect(await github.check(await sign({ jwk, kid: 'key-1' }))).toBe('signature')
    expect(await github.check(await sign({ jwk }))).toBe('key-id')
    expect(await github.check(await sign({ jku: evil, kid: 'key-1' }))).toBe('signature')
    expect(await github.check(await sign({ x5u: evil, kid: 'key-1', x5c: ['MIIB'] }))).toBe('signature')
    const elsewhere = { ...claims(issuer), iss: evil.replace('/keys', '') }
    expect(await github.check(await issuer.sign(elsewhere))).toBe('issuer')
    expect(connections).toBe(0)
    await new Promise((resolve) => listener.close(resolve))
  })

  test('critical extensions, unencoded payloads and encrypted tokens', async () => {
    const payload = claims(issuer)
    expect(await github.check(forge({ alg: 'RS256', kid: 'key-1', crit: ['exp'] }, payload))).toBe('header')
    expect(await github.check(forge({ alg: 'RS256', kid: 'key-1', crit: [] }, payload))).toBe('header')
    expect(await github.check(forge({ alg: 'RS256', kid: 'key-1', b64: false }, payload))).toBe('header')
    expect(await github.check(forge({ alg: 'RSA-OAEP', enc: 'A256GCM', kid: 'key-1' }, payload))).toBe(
      'header',
    )
    expect(await github.check(`${forge({ alg: 'RSA-OAEP', enc: 'A256GCM' }, payload)}.YQ.YQ`)).toBe(
      'token-shape',
    )
  })

  test.each([undefined, '', 7, null, 'x'.repeat(300), { a: 1 }])('key id %j', async (kid) => {
    expect(await github.check(forge({ alg: 'RS256', kid }, claims(issuer)))).toBe('key-id')
  })

  test.each(['../keys', '../../etc/passwd', '__proto__', 'constructor', 'key-1/../key-1', "' or 1=1 --"])(
    'unknown key id %s',
    async (kid) => {
      expect(await github.check(forge({ alg: 'RS256', kid }, claims(issuer)))).toBe('key-unknown')
    },
  )

  test('changed claims or signature', async () => {
    const [header = '', payload = '', signature = ''] = (await issuer.github(AUDIENCE)).split('.')
    const other = encode(claims(issuer, { repository_id: '999' }))
    expect(await github.check(`${header}.${other}.${signature}`)).toBe('signature')
    expect(await github.check(`${header}.${payload}.${signature.slice(0, -4)}`)).toBe('signature')
  })
})

describe('issuer', () => {
  test.each([
    ['a slash at the end', (url: string) => `${url}/`],
    ['a path below', (url: string) => `${url}/acme`],
    ['another case', (url: string) => url.replace('http', 'HTTP')],
    ['user information', (url: string) => url.replace('//', '//x@')],
    ['a list', (url: string) => [url]],
    ['nothing', () => undefined],
    ['an object', () => ({})],
    ['a name of every object', () => '__proto__'],
  ])('%s', async (_name, change) => {
    expect(await github.check(await issuer.sign(claims(issuer, { iss: change(issuer.url) })))).toBe('issuer')
  })

  test('another tenant’s issuer, really signing', async () => {
    const other = await startIssuer()
    expect(await github.check(await other.github(AUDIENCE))).toBe('issuer')
    expect(await github.check(await other.sign(claims(issuer)))).toBe('signature')
    expect(other.jwksRequests()).toBe(0)
    await other.close()
  })
})

describe('audience', () => {
  test.each([
    ['a list with ours', [AUDIENCE]],
    ['a list of two', [AUDIENCE, 'x']],
    ['a slash at the end', `${AUDIENCE}/`],
    ['a path below', `${AUDIENCE}/oauth`],
    ['a prefix', AUDIENCE.slice(0, -1)],
    ['ours as a prefix', `${AUDIENCE}.evil.com`],
    ['another case', AUDIENCE.toUpperCase()],
    ['GitHub’s default', 'https://github.com/acme'],
    ['nothing', undefined],
    ['empty', ''],
    ['null', null],
  ])('%s', async (_name, aud) => {
    expect(await github.check(await issuer.sign(claims(issuer, { aud })))).toBe('audience')
  })

  test('an issuer without a configured audience accepts nothing', async () => {
    const open = verifier([trusted(issuer, { audience: '' })])
    expect(await open.check(await issuer.sign(claims(issuer, { aud: '' })))).toBe('audience')
  })
})

describe('times', () => {
  test.each([
    ['no exp', { exp: undefined }, 'times'],
    ['exp as text', { exp: '99999999999' }, 'times'],
    ['exp null', { exp: null }, 'times'],
    ['exp in 10 years', { exp: now() + 315_360_000 }, 'lifetime'],
    ['exp beyond the hour', { exp: now() + 3700 }, 'lifetime'],
    ['exp before iat', { iat: now() - 10, exp: now() - 20 }, 'lifetime'],
    ['expired', { iat: now() - 400, exp: now() - 31 }, 'times'],
    ['expired within the leeway', { iat: now() - 400, exp: now() - 20 }, 'accepted'],
    ['no iat', { iat: undefined }, 'times'],
    ['iat as text', { iat: String(now()) }, 'times'],
    ['iat in the future', { iat: now() + 60 }, 'times'],
    ['iat within the leeway', { iat: now() + 20 }, 'accepted'],
    ['no nbf', { nbf: undefined }, 'times'],
    ['nbf in the future', { nbf: now() + 60 }, 'times'],
    ['nbf as a list', { nbf: [now()] }, 'times'],
    ['negative', { iat: -1 }, 'times'],
  ])('%s', async (_name, changes, check) => {
    expect(await github.check(await issuer.sign(claims(issuer, changes)))).toBe(check)
  })

  test.each([
    [-5, 'times'],
    [5, 'times'],
    [-0.4, 'accepted'],
    [4, 'accepted'],
  ])('server clock off by %d minutes', async (minutes, check) => {
    const clock = () => Date.now() + minutes * 60_000
    const skewed = verifier([trusted(issuer)], { clock })
    const token = await issuer.sign(claims(issuer, { nbf: now(), exp: now() + 269 }))
    expect(await skewed.check(token)).toBe(check)
  })
})

describe('claims', () => {
  test.each([
    ['no jti', { jti: undefined }, 'token-id'],
    ['an empty jti', { jti: '' }, 'token-id'],
    ['a number as jti', { jti: 7 }, 'token-id'],
    ['a long jti', { jti: 'x'.repeat(257) }, 'token-id'],
    ['no repository id', { repository_id: undefined }, 'claims'],
    ['a number as repository id', { repository_id: 123 }, 'claims'],
    ['an empty run id', { run_id: '' }, 'claims'],
    ['no owner id', { repository_owner_id: undefined }, 'claims'],
    ['ref as a list', { ref: ['refs/heads/main'] }, 'claims'],
  ])('%s', async (_name, changes, check) => {
    expect(await github.check(await issuer.sign(claims(issuer, changes)))).toBe(check)
  })

  test('claims named like members of objects are plain claims', async () => {
    const json = JSON.stringify(claims(issuer)).replace(/}$/, ',"__proto__":"x","constructor":"y"}')
    const { claims: kept } = await github.verify(await issuer.sign(JSON.parse(json)))
    expect(Object.getPrototypeOf(kept)).toBeNull()
    expect(Object.getPrototypeOf({})).toBe(Object.prototype)
  })

  test('GitLab’s tokens live longer and name their job otherwise', async () => {
    const gitlab = verifier([trusted(issuer, { name: 'gitlab', platform: 'gitlab' })])
    const good = {
      ...claims(issuer, Object.fromEntries(Object.keys(GITHUB_CLAIMS).map((name) => [name, undefined]))),
      project_id: '7',
      project_path: 'group/sub/orders',
      pipeline_id: '50',
      job_id: '500',
      pipeline_source: 'push',
      ref: 'main',
      ref_type: 'branch',
      exp: now() + 86_000,
    }
    expect(await gitlab.verify(await issuer.sign(good))).toMatchObject({
      repository: '7',
      job: '["7","50","500"]',
    })
    expect(await gitlab.check(await issuer.sign({ ...good, exp: now() + 90_000 }))).toBe('lifetime')
    expect(await gitlab.check(await issuer.sign({ ...good, job_id: undefined }))).toBe('claims')
    for (const job_project_id of [8, '', null, ['7']])
      expect(await gitlab.check(await issuer.sign({ ...good, job_project_id }))).toBe('claims')
    expect(await gitlab.check(await issuer.sign({ ...good, job_project_id: '7' }))).toBe('accepted')
    expect(await github.check(await issuer.sign({ ...good, exp: now() + 300 }))).toBe('claims')
  })
})
