// A job that is cancelled while the server answers: `main` of the source in the runner stand-in.
import { rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Issuer, startIssuer } from '../fixtures/issuer.ts'
import { startJob } from '../fixtures/runner.ts'
import { actionFromSource } from './source.ts'

const directory = actionFromSource()

let issuer: Issuer
let server: Server
let url = ''
let asked = 0
const revoked: (string | null)[] = []

/** Answers exchanges after a while, as a server under load does. */
beforeAll(async () => {
  issuer = await startIssuer()
  server = createServer(async (request, response) => {
    const form = new URLSearchParams(await text(request))
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(await answerTo(request.url, form)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

async function answerTo(path: string | undefined, form: URLSearchParams): Promise<unknown> {
  if (path === '/oauth/revoke') {
    revoked.push(form.get('token'))
    return { revoked: true, credentials: [], record: { sealed: false, reason: 'abandoned' } }
  }
  if (path !== '/oauth/token') return { issuer: url, token_endpoint: `${url}/oauth/token` }
  asked++
  await sleep(700)
  return {
    access_token: `token-${asked}`,
    token_type: 'DPoP',
    issued_token_type: 'urn:ietf:params:oauth:token-type:access_token',
    expires_in: 600,
    refresh_token: 'refresh',
    session: 's-1',
    session_url: `${url}/sessions/s-1`,
  }
}

afterAll(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await issuer.close()
  rmSync(directory, { recursive: true, force: true })
})

describe('a job that is cancelled during the exchange', () => {
  it('starts no proxy, and post revokes what the server gave', async () => {
    const job = await startJob({ issuer })
    const step = job.uses(directory, { server: url, target: 'orders-prod' })
    await expect.poll(() => asked, { timeout: 10_000 }).toBe(1)
    job.cancel()
    expect(await step).toMatchObject({ cancelled: true, killed: false, code: 130 })
    const { posts, orphans } = await job.end()
    expect(posts[0]).toMatchObject({ ok: true, log: expect.stringContaining('its grant was revoked') })
    expect(revoked).toEqual(['token-1'])
    expect(orphans).toEqual([])
    expect(job.log()).not.toContain('token-1')
  })
})
