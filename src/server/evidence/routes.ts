// For auditors: exports as streams, and the server's own log.
import { type Context, Hono } from 'hono'
import type { App } from '../context.ts'
import { OAuthError } from '../oauth/errors.ts'
import { requirePerson } from '../people/signed-in.ts'
import type { Services } from '../services.ts'
import { audit } from '../store/audit.ts'
import { latestAudit, type Span } from '../store/evidence.ts'
import { FORMATS, type Format } from './formats.ts'
import { auditRow, KINDS, type Kind } from './rows.ts'

const MOST_AT_ONCE = 2
const LONGEST_MS = 366 * 24 * 3600_000
const MAX_PAGE = 500
/** Lines that are sent together. */
const PIECE = 64 * 1024

/** `/export/{kind}?from=&to=&format=` and `/audit?before=&limit=&event=`, for administrators; for mounting at `/api`. */
export function evidence(services: Services): Hono<App> {
  const app = new Hono<App>()
  const { store, clock } = services
  let running = 0

  app.get('/export/:kind', async (c) => {
    const { entry } = c.var
    entry.event = 'export'
    const { person } = await requirePerson(services, c, 'admin')
    const kind = oneOf(c.req.param('kind'), KINDS, 'what') as Kind
    const format = oneOf(c.req.query('format') ?? 'jsonl', FORMATS, 'format') as Format
    const span = spanOf(c, clock())
    if (running >= MOST_AT_ONCE)
      throw new OAuthError('slow_down', 'exports', 'other exports are running', { status: 429 })
    const range = `${new Date(span.from).toISOString()} to ${new Date(span.to).toISOString()}`
    const detail = `${person.name} (${person.id}): ${kind} as ${format}, ${range}`
    await audit(store, clock(), 'ok', { ...entry, detail })
    running++
    const { type, lines } = FORMATS[format]
    const stream = textStream(lines(kind, KINDS[kind](services, span)), (error) => {
      running--
      if (error) services.log.error({ err: error, correlationId: c.var.correlation }, 'an export failed')
    })
    return c.body(stream, 200, {
      'content-type': type,
      'content-disposition': `attachment; filename="${kind}.${format}"`,
    })
  })

  app.get('/audit', async (c) => {
    await requirePerson(services, c, 'admin')
    const before = c.req.query('before')
    const rows = await latestAudit(store, {
      before: before === undefined ? undefined : number(before, 'before'),
      limit: Math.min(number(c.req.query('limit') ?? '100', 'limit'), MAX_PAGE),
      event: c.req.query('event'),
    })
    return c.json({ audit: rows.map(auditRow) })
  })
  return app
}

function oneOf(name: string, known: object, parameter: string): string {
  if (Object.hasOwn(known, name)) return name
  const names = Object.keys(known).join(', ')
  throw new OAuthError('invalid_request', parameter, `\`${parameter}\` is one of ${names}`)
}

function spanOf(c: Context<App>, now: number): Span {
  const from = instant(c.req.query('from') ?? '', 'from')
  const to = c.req.query('to') === undefined ? now : instant(c.req.query('to') ?? '', 'to')
  if (from < to && to - from <= LONGEST_MS) return { from, to }
  throw new OAuthError('invalid_request', 'span', '`from` must be before `to`, and a year at most')
}

function instant(text: string, name: string): number {
  const form = /^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d))?$/
  const ms = form.test(text) && isDay(text.slice(0, 10)) ? Date.parse(text) : Number.NaN
  if (!Number.isNaN(ms)) return ms
  throw new OAuthError(
    'invalid_request',
    name,
    `\`${name}\` is a date or a time: 2026-11-01, 2026-11-01T12:00:00Z`,
  )
}

/** `Date` takes February 31st for March 3rd. */
function isDay(day: string): boolean {
  const ms = Date.parse(day)
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(day)
}

function number(text: string, name: string): number {
  if (/^[1-9]\d{0,15}$/.test(text)) return Number(text)
  throw new OAuthError('invalid_request', name, `\`${name}\` is a number from 1 on`)
}

/** Asked for piece by piece, as fast as the caller reads; an error cuts the answer off, so that nobody takes it for whole. */
function textStream(
  lines: AsyncGenerator<string>,
  done: (error?: unknown) => void,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let over = false
  const end = (error?: unknown) => {
    if (!over) done(error)
    over = true
  }
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { text, last } = await piece(lines)
          if (text !== '') controller.enqueue(encoder.encode(text))
          if (!last) return
          controller.close()
          end()
        } catch (error) {
          end(error)
          controller.error(error)
        }
      },
      async cancel() {
        end()
        await lines.return(undefined)
      },
    },
    { highWaterMark: 1 },
  )
}

async function piece(lines: AsyncGenerator<string>): Promise<{ text: string; last: boolean }> {
  let text = ''
  while (text.length < PIECE) {
    const { value, done } = await lines.next()
    if (done) return { text, last: true }
    text += value
  }
  return { text, last: false }
}
