// What people do with programs: `sluice approvals`, `sluice approve`, `sluice deny`, and the pages' own code.
import { type Context, Hono } from 'hono'
import { decide, type Word } from './approvals/decide.ts'
import { detailOf, summaryOf } from './approvals/view.ts'
import type { App } from './context.ts'
import { evidence } from './evidence/routes.ts'
import { limitBody, limitCalls } from './limit.ts'
import { OAuthError } from './oauth/errors.ts'
import { protectFromOthers, requirePerson } from './people/signed-in.ts'
import { endLoginsOf, endOwnToken, makeToken } from './people/tokens.ts'
import type { Services } from './services.ts'
import { findApproval, listApprovals } from './store/approvals.ts'
import { tokensOf } from './store/logins.ts'
import { noteErrors } from './trail.ts'

const MAX_BYTES = 16 * 1024
const MAX_PAGE = 100

/** `/api`: JSON for people who are signed in, by cookie or personal token. */
export function api(services: Services): Hono<App> {
  const app = new Hono<App>()
  const { store, clock } = services
  app.use(noteErrors(services), limitBody(MAX_BYTES))
  app.use(async (c, next) => {
    c.var.entry.event = 'api'
    await next()
  })
  // Jobs behind the same address take nothing from approvers.
  app.use(limitCalls(services, 'api'), protectFromOthers(services))

  app.get('/me', async (c) => {
    const { person } = await requirePerson(services, c, 'viewer')
    const { id, name, groups, roles } = person
    return c.json({ id, name, groups, roles: [...roles] })
  })

  app.get('/approvals', async (c) => {
    const { person } = await requirePerson(services, c, 'viewer')
    const before = c.req.query('before')
    const rows = await listApprovals(store, {
      waiting: c.req.query('state') !== 'all',
      now: clock(),
      limit: limitOf(c),
      before: before === undefined ? undefined : await findApproval(store, before),
    })
    return c.json({ approvals: rows.map((row) => summaryOf(services, person, row)) })
  })

  app.get('/approvals/:id', async (c) => {
    const { person } = await requirePerson(services, c, 'viewer')
    return c.json(await detailOf(services, person, c.req.param('id')))
  })

  app.post('/approvals/:id/decision', async (c) => {
    const { entry } = c.var
    entry.event = 'decide'
    const { person } = await requirePerson(services, c, 'viewer')
    const word = readWord(await c.req.json().catch(() => undefined))
    const id = c.req.param('id')
    const state = await decide(services, person, { id, word, entry })
    return c.json({ id, state })
  })

  app.get('/tokens', async (c) => {
    const { person } = await requirePerson(services, c, 'viewer')
    const tokens = await tokensOf(store, person.id, clock())
    return c.json({
      tokens: tokens.map(({ hash, name, created_at, expires_at }) => ({
        id: hash.slice(0, 16),
        name,
        created_at: time(created_at),
        expires_at: time(expires_at),
      })),
    })
  })

  app.post('/tokens', async (c) => {
    c.var.entry.event = 'token'
    const by = await requirePerson(services, c, 'viewer')
    const { name, days = 1 } = members(await c.req.json().catch(() => undefined))
    const made = await makeToken(services, by, { name, days }, c.var.entry)
    return c.json({ token: made.token, name: made.name, expires_at: time(made.expiresAt) }, 201)
  })

  app.delete('/tokens/:id', async (c) => {
    c.var.entry.event = 'token-end'
    const { person } = await requirePerson(services, c, 'viewer')
    await endOwnToken(services, person, c.req.param('id'), c.var.entry)
    return c.body(null, 204)
  })

  app.post('/sign-outs', async (c) => {
    c.var.entry.event = 'sign-out-other'
    const by = await requirePerson(services, c, 'admin')
    const { person } = members(await c.req.json().catch(() => undefined))
    return c.json({ ended: await endLoginsOf(services, by.person, person, c.var.entry) })
  })
  app.route('/', evidence(services))
  return app
}

function limitOf(c: Context<App>): number {
  const text = c.req.query('limit') ?? '50'
  if (!/^\d{1,4}$/.test(text) || Number(text) === 0)
    throw new OAuthError('invalid_request', 'limit', '`limit` is a number from 1 on')
  return Math.min(Number(text), MAX_PAGE)
}

function readWord(body: unknown): Word {
  const { decision, request_sha256, scope = 'once', reason } = members(body)
  if (decision !== 'approved' && decision !== 'denied')
    throw malformed('`decision` must be approved or denied')
  if (typeof request_sha256 !== 'string') throw malformed('`request_sha256` is missing')
  if (scope !== 'once' && scope !== 'session') throw malformed('`scope` must be once or session')
  if (reason !== undefined && typeof reason !== 'string') throw malformed('`reason` must be text')
  return { decision, requestSha256: request_sha256, scope, ...(reason === undefined ? {} : { reason }) }
}

function members(body: unknown): Record<string, unknown> {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw malformed('the body must be a JSON object')
  return body as Record<string, unknown>
}

const time = (ms: number): string => new Date(ms).toISOString()

function malformed(description: string): OAuthError {
  return new OAuthError('invalid_request', 'body', description)
}
