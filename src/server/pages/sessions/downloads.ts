// What people take away of a session; each leaves a line in the audit log.
import { type Context, Hono } from 'hono'
import type { App } from '../../context.ts'
import { OAuthError } from '../../oauth/errors.ts'
import { requirePerson } from '../../people/signed-in.ts'
import type { Services } from '../../services.ts'
import { archive, fits } from '../../sessions/archive.ts'
import { fitsPage, reportOf } from '../../sessions/report.ts'
import type { Standing } from '../../sessions/store.ts'
import { viewOf } from '../../sessions/view.ts'
import { audit } from '../../store/audit.ts'

const MOST_AT_ONCE = 2

/** `/:id/record.zip` and `/:id/session.html`. */
export function downloads(services: Services): Hono<App> {
  const app = new Hono<App>()
  const { reader } = services
  let making = 0

  app.get('/:id/record.zip', async (c) => {
    const { id, standing } = await taken(services, c, fits, 'a zip')
    return c.body(archive(reader, id, standing), 200, {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="sluice-session-${id}.zip"`,
    })
  })

  // As a file: what runs in it is nothing that this server's pages allow.
  app.get('/:id/session.html', async (c) => {
    const { id, standing } = await taken(services, c, fitsPage, 'one page')
    if (making >= MOST_AT_ONCE)
      throw new OAuthError('slow_down', 'reports', 'other pages are being made: try again', { status: 429 })
    making++
    try {
      return c.body(await reportOf(reader, id, standing), 200, {
        'content-type': 'text/html; charset=utf-8',
        'content-disposition': `attachment; filename="sluice-session-${id}.html"`,
      })
    } finally {
      making--
    }
  })
  return app
}

async function taken(
  services: Services,
  c: Context<App>,
  fitting: (standing: Standing) => boolean,
  form: string,
): Promise<{ id: string; standing: Standing }> {
  c.var.entry.event = 'download'
  const { person } = await requirePerson(services, c, 'viewer')
  const { row, standing } = await viewOf(services, c.req.param('id') ?? '')
  if (!standing) throw new OAuthError('invalid_request', 'session-record', NOTHING, { status: 404 })
  if (!fitting(standing)) {
    const message = `the record is too long for ${form}: copy its directory from the server`
    throw new OAuthError('invalid_request', 'session-record', message, { status: 413 })
  }
  const detail = `${person.name} (${person.id})`
  await audit(services.store, services.clock(), 'ok', { ...c.var.entry, grant: row.id, detail })
  return { id: row.id, standing }
}

const NOTHING = 'nothing was recorded of this session'
