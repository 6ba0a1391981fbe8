import { type Context, Hono } from 'hono'
import { createCast } from '../../../recording/terminal/cast.ts'
import { startedBy } from '../../approvals/starter.ts'
import type { App } from '../../context.ts'
import { OAuthError } from '../../oauth/errors.ts'
import { requirePerson, type SignedIn } from '../../people/signed-in.ts'
import type { Services } from '../../services.ts'
import { createIntegrity, type Integrity } from '../../sessions/integrity.ts'
import { READ_FOR_PAGE, READ_FOR_REPLAY, shownBy } from '../../sessions/output.ts'
import { noteRead } from '../../sessions/reads.ts'
import { type Filter, text, timeline } from '../../sessions/timeline.ts'
import { type SessionView, viewOf } from '../../sessions/view.ts'
import { searchSessions } from '../../store/search.ts'
import { findSession, pieceBefore } from '../../store/sessions.ts'
import { noteErrors } from '../../trail.ts'
import { accessLink } from '../policy/links.ts'
import { eventNumber, filterOf, query, wanted } from './asked.ts'
import { downloads } from './downloads.ts'
import { eventPage } from './event.ts'
import { sessionsPage } from './list.ts'
import { type ReplayOptions, replayPage } from './replay.ts'
import { sessionPage } from './session.ts'

const ON_PAGE = 50
/** What begins in an hour is listed when somebody looks, should the record be late. */
const RECENT_MS = 3600_000

/** `/sessions`: for everybody who may look. */
export function sessionPages(services: Services): Hono<App> {
  const app = new Hono<App>()
  const { store, clock, reader, catalogue } = services
  const integrity = createIntegrity(reader, services.serverKey, clock)
  app.use(noteErrors(services))

  app.get('/', async (c) => {
    const by = await requirePerson(services, c, 'viewer')
    const asked = wanted(c)
    const last = c.req.query('before')
    const before = last === undefined ? undefined : await findSession(store, last)
    if (!before) await catalogue.list(clock() - RECENT_MS)
    const found = await searchSessions(store, asked.search, { limit: ON_PAGE, before })
    const more = found.length === ON_PAGE ? found.at(-1)?.id : undefined
    return c.html(sessionsPage({ by, wanted: asked, found, more, live: !before, now: clock() }))
  })

  app.get('/:id', async (c) => {
    const by = await requirePerson(services, c, 'viewer')
    const view = await viewOf(services, c.req.param('id'))
    await noteRead(services, by.person, view.row.id, c.var.entry)
    const number = c.req.query('event')
    if (number !== undefined) return one(services, c, { by, view, number: eventNumber(number) })
    return whole(services, c, { by, view, integrity })
  })

  app.get('/:id/replay', async (c) => c.html(replayPage(await replayed(services, c))))

  app.get('/:id/replay.cast', async (c) => {
    const { entry, shown } = await replayed(services, c)
    const cast = createCast()
    for (const event of shown.events) cast.add(event)
    return c.body(cast.end(text(entry.event, 'text'))?.cast ?? '', 200, {
      'content-type': 'application/x-asciicast',
    })
  })

  app.route('/', downloads(services))
  return app
}

interface Shown {
  readonly by: SignedIn
  readonly view: SessionView
}

async function whole(
  services: Services,
  c: Context<App>,
  { by, view, integrity }: Shown & { integrity: Integrity },
): Promise<Response> {
  const { config, clock, serverKey } = services
  const { row, grant, standing, approvals } = view
  const { filter, fields } = filterOf(c)
  const from = eventNumber(c.req.query('from')) ?? 0
  const slice = await stretch(services, view, from, filter)
  return c.html(
    sessionPage({
      by,
      view,
      checked: standing?.seal && (await integrity.check(row.id, standing)),
      startedBy: startedBy(config, grant),
      policyLink: by.person.roles.has('admin') ? accessLink(config, grant.rule) : undefined,
      serverKey,
      events: { fields, from, slice, total: standing ? row.events : 0, asked: approvals, start: view.start },
      path: `/sessions/${row.id}${query({ ...fields, from: from === 0 ? undefined : String(from) })}`,
      now: clock(),
    }),
  )
}

async function one(
  services: Services,
  c: Context<App>,
  { by, view, number }: Shown & { number: number | undefined },
): Promise<Response> {
  const { entry, at } = await entryAt(services, view, number)
  const line = await lineAt(services.reader.lines(view.row.id, at.off, endOf(view)), entry.number - at.event)
  const { event } = entry
  const shown =
    event?.type === 'statement'
      ? await shownBy(services.reader, view.row.id, {
          ...{ statement: event, off: at.off, end: endOf(view), most: READ_FOR_PAGE },
        })
      : undefined
  return c.html(eventPage({ by, view, entry, line, shown }))
}

/** `/:id/replay` and `/:id/replay.cast`: of a statement that has drawn on a terminal. */
async function replayed(services: Services, c: Context<App>): Promise<ReplayOptions> {
  const by = await requirePerson(services, c, 'viewer')
  const view = await viewOf(services, c.req.param('id') ?? '')
  await noteRead(services, by.person, view.row.id, c.var.entry)
  const { entry, at } = await entryAt(services, view, eventNumber(c.req.query('event')))
  const { event } = entry
  if (event?.type !== 'statement') throw noTerminal()
  const most = READ_FOR_REPLAY
  const read = { statement: event, off: at.off, end: endOf(view), most }
  const shown = await shownBy(services.reader, view.row.id, read)
  if (!shown.events.some(({ type }) => type === 'terminal')) throw noTerminal()
  return { by, view, entry: { ...entry, event }, shown }
}

const noTerminal = () =>
  new OAuthError('invalid_request', 'session-event', 'it has drawn on no terminal', { status: 404 })

async function entryAt(services: Services, view: SessionView, number: number | undefined) {
  const slice = number === undefined ? undefined : await stretch(services, view, number, {})
  const entry = slice?.entries[0]
  if (entry === undefined || entry.number !== number)
    throw new OAuthError('invalid_request', 'session-event', 'there is no such event', { status: 404 })
  return { entry, at: await pieceBefore(services.store, view.row.id, number) }
}

async function stretch({ store, reader }: Services, view: SessionView, from: number, filter: Filter) {
  const { id } = view.row
  const at = await pieceBefore(store, id, from)
  return timeline(reader, id, { from, at, end: endOf(view), filter })
}

/** What was read for the search, so that numbers and totals of a page fit together. */
function endOf({ row, standing }: SessionView): number {
  return Math.min(row.bytes, standing?.sizes.session ?? 0)
}

async function lineAt(lines: AsyncGenerator<Buffer>, index: number): Promise<string> {
  let here = 0
  for await (const line of lines) if (here++ === index) return line.toString('utf8')
  return ''
}
