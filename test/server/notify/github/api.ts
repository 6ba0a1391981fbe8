// As much of GitHub's REST API as an app needs that answers for deployments, on loopback.

import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { jwtVerify } from 'jose'

export interface Call {
  readonly path: string
  readonly body: unknown
  readonly status: number
}

export interface FakeGithub {
  readonly url: string
  /** PKCS #1, as GitHub makes it. */
  readonly pem: string
  readonly calls: Call[]
  /** Statuses of the next reviews; 204 when this is empty. */
  readonly reviews: number[]
  /** The reviews once there are so many. */
  wait(count: number): Promise<Call[]>
  close(): Promise<void>
}

const TOKEN = 'ghs_16C7e42F292c6912E7710c838347Ae178B4a'

export async function startGithub(appId: string): Promise<FakeGithub> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const calls: Call[] = []
  const reviews: number[] = []
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = []
    for await (const piece of request) pieces.push(piece as Buffer)
    const text = Buffer.concat(pieces).toString()
    const body: unknown = text === '' ? undefined : JSON.parse(text)
    const path = request.url ?? ''
    const reply = (status: number, json?: object) => {
      calls.push({ path, body, status })
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(json ? JSON.stringify(json) : undefined)
    }
    const authorization = request.headers.authorization ?? ''
    if (/^\/app\/installations\/\d+\/access_tokens$/.test(path)) {
      if (!(await isApp(authorization, publicKey, appId))) return reply(401, { message: 'Bad credentials' })
      return reply(201, {
        token: TOKEN,
        expires_at: '2099-01-01T00:00:00Z',
        permissions: { deployments: 'write' },
      })
    }
    if (/^\/repos\/[^/]+\/[^/]+\/actions\/runs\/\d+\/deployment_protection_rule$/.test(path)) {
      if (authorization !== `token ${TOKEN}`) return reply(401, { message: 'Bad credentials' })
      const status = reviews.shift() ?? 204
      return status === 204 ? reply(204) : reply(status, { message: 'no' })
    }
    return reply(404, { message: 'Not Found' })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const reviewed = () => calls.filter(({ path }) => path.endsWith('deployment_protection_rule'))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    pem: privateKey.export({ type: 'pkcs1', format: 'pem' }).toString(),
    calls,
    reviews,
    async wait(count) {
      for (let tries = 0; reviewed().length < count; tries++) {
        if (tries > 200) throw new Error(`${reviewed().length} of ${count} reviews: ${JSON.stringify(calls)}`)
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
      return reviewed()
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function isApp(authorization: string, key: KeyObject, appId: string): Promise<boolean> {
  const [, jwt = ''] = /^bearer (.+)$/i.exec(authorization) ?? []
  try {
    const { payload } = await jwtVerify(jwt, key, { algorithms: ['RS256'], issuer: appId, clockTolerance: 5 })
    return (payload.exp ?? 0) - (payload.iat ?? 0) <= 600
  } catch {
    return false
  }
}
