// As much of GitHub's API as a job's token uses to tell of a session, on loopback.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'

export const TOKEN = 'ghs_16C7e42F292c6912E7710c838347Ae178B4a'

interface Stored {
  readonly id: string
  readonly number: number
  body: string
  readonly author: { readonly __typename: string; readonly login: string } | null
}

export interface Call {
  /** `POST /repos/…`, or `graphql` and the operation. */
  readonly what: string
  readonly status: number
  readonly body: unknown
}

export interface FakeGithub {
  readonly url: string
  readonly calls: Call[]
  readonly comments: Stored[]
  readonly checks: Record<string, unknown>[]
  /** Pull requests that a commit is said to belong to. */
  pulls: object[]
  /** What the token may do. */
  rights: { comments: 'none' | 'read' | 'write'; checks: boolean }
  /** Answers of the next requests, before they are looked at. */
  readonly faults: Fault[]
  close(): Promise<void>
}

export type Fault = { readonly status: number; readonly headers?: Record<string, string> } | 'hang' | 'cut'

export const BOT = { __typename: 'Bot', login: 'github-actions' }
const DENIED = { message: 'Resource not accessible by integration' }

export async function startGithub(): Promise<FakeGithub> {
  const server = createServer(async (request, response) => {
    const body = request.method === 'GET' ? undefined : await json(request)
    const path = request.url ?? ''
    const fault = fake.faults.shift()
    if (fault === 'hang') return
    if (fault === 'cut') {
      response.destroy()
      return
    }
    const known = request.headers.authorization === `token ${TOKEN}`
    const given: Answer = fault
      ? { what: path, json: { message: 'no' }, ...fault }
      : !known
        ? { what: path, status: 401, json: { message: 'Bad credentials' } }
        : path === '/graphql'
          ? graphql(fake, body as Query)
          : rest(fake, `${request.method} ${path}`, body)
    fake.calls.push({ what: given.what, status: given.status, body })
    response.writeHead(given.status, { 'content-type': 'application/json', ...given.headers })
    response.end(JSON.stringify(given.json))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const fake: FakeGithub = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls: [],
    comments: [],
    checks: [],
    pulls: [],
    rights: { comments: 'write', checks: true },
    faults: [],
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return fake
}

interface Answer {
  readonly what: string
  readonly status: number
  readonly json: object
  readonly headers?: Record<string, string>
}

function rest(fake: FakeGithub, what: string, body: unknown): Answer {
  const reply = (status: number, json: object): Answer => ({ what, status, json })
  const [, number] = /^POST \/repos\/acme\/orders\/issues\/(\d+)\/comments$/.exec(what) ?? []
  if (number !== undefined) {
    if (fake.rights.comments !== 'write') return reply(403, DENIED)
    const { body: text } = body as { body: string }
    if (text.length > 65_536) return reply(422, { message: 'Body is too long' })
    fake.comments.push({
      id: `IC_${fake.comments.length + 1}`,
      number: Number(number),
      body: text,
      author: BOT,
    })
    return reply(201, { id: fake.comments.length })
  }
  if (what === 'POST /repos/acme/orders/check-runs') {
    const check = body as { output: { summary: string; annotations: object[] } }
    if (!fake.rights.checks) return reply(403, DENIED)
    if (check.output.summary.length > 65_535 || check.output.annotations.length > 50)
      return reply(422, { message: 'Invalid request.' })
    fake.checks.push(body as Record<string, unknown>)
    return reply(201, { id: fake.checks.length })
  }
  if (/^GET \/repos\/acme\/orders\/commits\/[0-9a-f]{40}\/pulls\?per_page=100$/.test(what))
    return reply(200, fake.pulls)
  return reply(404, { message: 'Not Found' })
}

interface Query {
  readonly query: string
  readonly variables: { number?: number; before?: string | null; id?: string; text?: string }
}

const PAGE = 100

function graphql(fake: FakeGithub, { query, variables }: Query): Answer {
  const reply = (what: string, json: object): Answer => ({ what: `graphql ${what}`, status: 200, json })
  const { rights } = fake
  const error = (type: string) => ({ data: null, errors: [{ type, message: 'said of it: ghs_secret' }] })
  if (query.startsWith('mutation')) {
    const found = fake.comments.find(({ id }) => id === variables.id)
    if (rights.comments !== 'write' || !found) return reply('update', error('FORBIDDEN'))
    found.body = variables.text ?? ''
    return reply('update', { data: { updateIssueComment: { issueComment: { id: found.id } } } })
  }
  if (rights.comments === 'none') return reply('comments', error('NOT_FOUND'))
  const all = fake.comments.filter(({ number }) => number === variables.number)
  const end = variables.before == null ? all.length : Number(variables.before)
  const start = Math.max(0, end - PAGE)
  const nodes = all.slice(start, end).map(({ id, body, author }) => ({
    id,
    body,
    author,
    viewerDidAuthor: author === BOT,
  }))
  const comments = { pageInfo: { hasPreviousPage: start > 0, startCursor: String(start) }, nodes }
  return reply('comments', {
    data: { viewer: { login: 'github-actions[bot]' }, repository: { pullRequest: { comments } } },
  })
}
