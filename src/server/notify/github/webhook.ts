// https://docs.github.com/actions/how-tos/deploy/configure-and-manage-deployments/create-custom-protection-rules
import { createHmac, timingSafeEqual } from 'node:crypto'
import { Hono } from 'hono'
import type { Secrets } from '../../../credentials/provider.ts'
import type { GithubConfig } from '../../../policy/config.ts'
import type { App } from '../../context.ts'
import { limitBody, limitCalls } from '../../limit.ts'
import { OAuthError } from '../../oauth/errors.ts'
import type { Services } from '../../services.ts'
import { noteErrors } from '../../trail.ts'
import { askDeployment } from './ask.ts'
import { requestedFrom } from './payload.ts'

const MAX_BYTES = 1024 * 1024

/** `POST /webhook`, for mounting at `/github`. */
export function githubWebhook(services: Services, github: GithubConfig, secrets: Secrets): Hono<App> {
  const app = new Hono<App>()
  app.use(noteErrors(services), limitBody(MAX_BYTES))
  app.use(async (c, next) => {
    c.var.entry.event = 'github'
    await next()
  })
  app.use(limitCalls(services))
  app.post('/webhook', async (c) => {
    const { entry } = c.var
    const body = Buffer.from(await c.req.arrayBuffer())
    const secret = secrets(github.webhookSecret).reveal()
    if (!signatureHolds(secret, body, c.req.header('x-hub-signature-256') ?? ''))
      throw new OAuthError('access_denied', 'github-signature', 'the signature does not hold', {
        status: 403,
      })
    const json = parse(body)
    const event = c.req.header('x-github-event')
    if (event !== 'deployment_protection_rule' || json?.action !== 'requested')
      return c.json({ ignored: true }, event === 'ping' ? 200 : 202)
    const asked = requestedFrom(json, github.apiUrl)
    if (!asked) throw new OAuthError('invalid_request', 'github-payload', 'the event has another form')
    const gate = github.environments.find(
      ({ repositoryId, environment }) =>
        repositoryId === asked.repository.id && environment.toLowerCase() === asked.environment.toLowerCase(),
    )
    if (!gate) {
      // It goes on waiting at GitHub, where somebody may see it.
      Object.assign(entry, { check: 'github-environment', repository: asked.repository.id })
      return c.json({ ignored: true }, 202)
    }
    const { id } = await askDeployment(services, asked, gate, entry)
    return c.json({ approval: id }, 202)
  })
  return app
}

/** Over the bytes as they came. */
function signatureHolds(secret: string, body: Buffer, header: string): boolean {
  const expected = Buffer.from(`sha256=${createHmac('sha256', secret).update(body).digest('hex')}`)
  const given = Buffer.from(header)
  return given.length === expected.length && timingSafeEqual(given, expected)
}

function parse(body: Buffer): Record<string, unknown> | undefined {
  try {
    const json: unknown = JSON.parse(body.toString('utf8'))
    return typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : undefined
  } catch {
    throw new OAuthError('invalid_request', 'github-payload', 'the body is not JSON')
  }
}
