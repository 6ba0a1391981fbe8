// What people do with programs: `sluice approvals`, `sluice approve`, `sluice deny`, and the pages' own code.
import { type Context, Hono } from 'hono'
import { decide, obstacleFor, startedBy, type Word } from './approvals/decide.ts'
import type { App } from './context.ts'
import { limitBody } from './limit.ts'
import { OAuthError } from './oauth/errors.ts'
import type { Person } from './people/person.ts'
import { protectFromOthers, requirePerson } from './people/signed-in.ts'
import type { Services } from './services.ts'
import { decisionsOn, findApproval, type Listed, listApprovals, standing } from './store/approvals.ts'
import { findGrant } from './store/grants.ts'
import { addLogin, endToken, tokensOf } from './store/logins.ts'
import { hit } from './store/once.ts'
import { noteErrors } from './trail.ts'

const MAX_BYTES = 16 * 1024
const MAX_PAGE = 100
const DAY_MS = 24 * 3600_000
const MAX_TOKEN_DAYS = 30
const MOST_TOKENS = 20

/** `/api`: JSON for people who are signed in, by cookie or personal token. */
export function api(services: Services): Hono<App> {
  const app = new Hono<App>()
  const { store, clock, config } = services
  app.use(noteErrors(services), limitBody(MAX_BYTES))
  app.use(async (c, next) => {
    c.var.entry.event = 'api'
    const { requestsPerMinute } = config.server.limits
    const count = await hit(store, `address:${c.var.network}`, clock())
    if (count > requestsPerMinute)
      throw new OAuthError('slow_down', 'rate-address', 'too many requests', {
        status: 429,
        quiet: count > requestsPerMinute + 1,
      })
    await next()
  })
  app.use(protectFromOthers(services))

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
    return c.json({ approvals: rows.map((row) => summary(services, person, row)) })
  })

  app.get('/approvals/:id', async (c) => {
    const { person } = await requirePerson(services, c, 'viewer')
    return c.json(await detail(services, person, c.req.param('id')))
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
    const { person, login } = await requirePerson(services, c, 'viewer')
    if (login.kind !== 'cookie')
      throw new OAuthError('access_denied', 'token-by-token', 'a token makes no tokens: sign in', {
        status: 403,
      })
    const { name, days } = readToken(await c.req.json().catch(() => undefined))
    if ((await tokensOf(store, person.id, clock())).length >= MOST_TOKENS)
      throw new OAuthError('invalid_request', 'tokens', `you have ${MOST_TOKENS} tokens: end one first`)
    const now = clock()
    const { roles: _, ...described } = person
    const expiresAt = now + days * DAY_MS
    const token = await addLogin(store, 'token', described, { now, expiresAt, name })
    return c.json({ token, name, expires_at: time(expiresAt) }, 201)
  })

  app.delete('/tokens/:id', async (c) => {
    c.var.entry.event = 'token-end'
    const { person } = await requirePerson(services, c, 'viewer')
    const id = c.req.param('id')
    const token = (await tokensOf(store, person.id, clock())).find(({ hash }) => hash.startsWith(id))
    if (!token || id.length < 16 || !(await endToken(store, person.id, token.hash)))
      throw new OAuthError('invalid_request', 'token', 'there is no such token', { status: 404 })
    return c.body(null, 204)
  })
  return app
}

function limitOf(c: Context<App>): number {
  const text = c.req.query('limit') ?? '50'
  if (!/^\d{1,4}$/.test(text) || Number(text) === 0)
    throw new OAuthError('invalid_request', 'limit', '`limit` is a number from 1 on')
  return Math.min(Number(text), MAX_PAGE)
}

/** What a list says of a request. */
function summary({ clock, config }: Services, person: Person, row: Listed) {
  const claims: Record<string, string> = JSON.parse(row.claims)
  const request = JSON.parse(row.request)
  const grant = { issuer: row.issuer, claims: row.claims }
  const obstacle = obstacleFor(config, person, row, grant)
  return {
    id: row.id,
    kind: row.kind,
    state: standing(row, clock()),
    repository: claims.repository ?? claims.project_path ?? row.repository,
    ref: claims.ref ?? '',
    started_by: startedBy(config, grant),
    access: row.rule,
    targets: row.kind === 'access' ? (JSON.parse(row.targets) as string[]) : [request.statement.target],
    ...(row.kind === 'statement'
      ? {
          statement: request.statement.text as string,
          rules: request.statement.findings.map(({ rule }: { rule: string }) => rule) as string[],
        }
      : {}),
    session: row.grant_id,
    approvers: JSON.parse(row.approvers) as string[],
    min: row.min,
    created_at: time(row.created_at),
    expires_at: time(row.expires_at),
    uri: `${config.server.url}/approvals/${row.id}`,
    may_decide: obstacle === undefined,
    ...(obstacle ? { why_not: obstacle.reason } : {}),
  }
}

/** Everything that a person decides on, with the digest that their word is bound to. */
async function detail(services: Services, person: Person, id: string) {
  const { store } = services
  const approval = await findApproval(store, id)
  const grant = approval && (await findGrant(store, approval.grant_id))
  if (!approval || !grant)
    throw new OAuthError('invalid_request', 'approval-request', 'there is no such request', { status: 404 })
  const { repository, issuer, claims, rule, targets } = grant
  const decisions = await decisionsOn(store, id)
  return {
    ...summary(services, person, { ...approval, repository, issuer, claims, rule, targets }),
    request: JSON.parse(approval.request),
    request_sha256: approval.request_sha256,
    scope: approval.scope,
    decisions: decisions.map(({ person: by, name, decision, reason, at }) => ({
      by,
      name,
      decision,
      reason,
      at: time(at),
    })),
  }
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

function readToken(body: unknown): { name: string; days: number } {
  const { name, days = 1 } = members(body)
  if (typeof name !== 'string' || !/^[^\p{Cc}]{1,100}$/u.test(name))
    throw malformed('`name` must be 1 to 100 characters')
  if (typeof days !== 'number' || !Number.isInteger(days) || days < 1 || days > MAX_TOKEN_DAYS)
    throw malformed(`\`days\` must be 1 to ${MAX_TOKEN_DAYS}`)
  return { name, days }
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
