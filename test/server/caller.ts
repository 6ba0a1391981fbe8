// A caller that speaks to the server by hand, so that every header and parameter can be wrong.
import { createHash, randomUUID } from 'node:crypto'
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose'
import type { Harness } from './harness.ts'

export interface Reply {
  readonly status: number
  readonly body: Record<string, unknown>
  readonly headers: Headers
}

export interface ProofChanges {
  readonly header?: Record<string, unknown>
  readonly claims?: Record<string, unknown>
  readonly key?: CryptoKey
}

export interface Caller {
  readonly jwk: JWK
  proof(method: string, url: string, accessToken?: string, changes?: ProofChanges): Promise<string>
  /** `POST` of a form with a good proof; `headers` replace its own, undefined leaves one out. */
  post(path: string, form: Form, headers?: Record<string, string | undefined>): Promise<Reply>
  exchange(
    idToken: string,
    targets?: readonly string[],
    headers?: Record<string, string | undefined>,
    more?: Record<string, string>,
  ): Promise<Reply>
  /** A resource call with a good proof, and JSON if given. */
  call(
    method: string,
    path: string,
    token: string,
    headers?: Record<string, string | undefined>,
    body?: unknown,
  ): Promise<Reply>
}

export type Form = Record<string, string> | URLSearchParams | string

export const EXCHANGE = {
  grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
  subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
} as const

export const details = (targets: readonly string[]) =>
  JSON.stringify(targets.map((target) => ({ type: 'sluice', target })))

export async function createCaller(harness: Harness, algorithm = 'Ed25519'): Promise<Caller> {
  const { privateKey, publicKey } = await generateKeyPair(algorithm)
  const jwk = await exportJWK(publicKey)
  const proof: Caller['proof'] = (method, url, accessToken, changes = {}) => {
    const ath = accessToken && createHash('sha256').update(accessToken).digest('base64url')
    const claims = {
      htm: method,
      htu: url,
      jti: randomUUID(),
      iat: Math.floor((Date.now() + harness.skew) / 1000),
      ...(ath ? { ath } : {}),
      ...changes.claims,
    }
    return new SignJWT(claims)
      .setProtectedHeader({ alg: algorithm, typ: 'dpop+jwt', jwk, ...changes.header } as { alg: string })
      .sign(changes.key ?? privateKey)
  }
  const post: Caller['post'] = async (path, form, headers = {}) =>
    send(`${harness.url}${path}`, {
      method: 'POST',
      body: new URLSearchParams(form).toString(),
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        dpop: await proof('POST', `${harness.url}${path}`),
        ...headers,
      },
    })
  return {
    jwk,
    proof,
    post,
    exchange: (idToken, targets = ['orders-prod'], headers = {}, more = {}) =>
      post(
        '/oauth/token',
        { ...EXCHANGE, subject_token: idToken, authorization_details: details(targets), ...more },
        headers,
      ),
    call: async (method, path, token, headers = {}, body = undefined) =>
      send(`${harness.url}${path}`, {
        method,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        headers: {
          authorization: `DPoP ${token}`,
          dpop: await proof(method, `${harness.url}${path.split('?')[0]}`, token),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
      }),
  }
}

export async function send(
  url: string,
  init: Omit<RequestInit, 'headers'> & { headers: Record<string, string | undefined> },
): Promise<Reply> {
  const headers: [string, string][] = []
  for (const [name, value] of Object.entries(init.headers))
    if (value !== undefined) headers.push([name, value])
  const response = await fetch(url, { ...init, headers, redirect: 'manual' })
  const text = await response.text()
  return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : {} }
}

/** Audit rows of a reply's correlation id. */
export const auditOf = (harness: Harness, reply: Reply) =>
  harness.server.services.store
    .selectFrom('audit')
    .selectAll()
    .where('correlation_id', '=', String(reply.body.correlation_id))
    .execute()

/** The check that the audit log names for a refusal. */
export async function checkOf(harness: Harness, reply: Reply): Promise<string | null> {
  const rows = await auditOf(harness, reply)
  return rows.length === 1 ? (rows[0]?.check_id ?? null) : `${rows.length} audit rows`
}
