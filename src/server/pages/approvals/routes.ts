import { type Context, Hono } from 'hono'
import { decide, MAX_REASON } from '../../approvals/decide.ts'
import { detailOf, summaryOf } from '../../approvals/view.ts'
import type { App } from '../../context.ts'
import { limitBody } from '../../limit.ts'
import { OAuthError } from '../../oauth/errors.ts'
import { protectFromOthers, requirePerson, type SignedIn } from '../../people/signed-in.ts'
import type { Services } from '../../services.ts'
import { countAllWaiting, findApproval, listApprovals } from '../../store/approvals.ts'
import { noteErrors } from '../../trail.ts'
import { fieldsOf, MAX_FORM_BYTES } from '../form.ts'
import { approvalPage } from './detail.ts'
import { approvalsPage } from './list.ts'

const ON_PAGE = 50
const DECISIONS = ['approved', 'denied'] as const

/** `/approvals`: seen by everybody who may look, decided by who may decide. */
export function approvalPages(services: Services): Hono<App> {
  const app = new Hono<App>()
  const { store, clock } = services
  app.use(noteErrors(services), limitBody(MAX_FORM_BYTES), protectFromOthers(services))

  app.get('/', async (c) => {
    const by = await requirePerson(services, c, 'viewer')
    const all = c.req.query('state') === 'all'
    const asked = c.req.query('before')
    const before = asked === undefined ? undefined : await findApproval(store, asked)
    const now = clock()
    const rows = await listApprovals(store, { waiting: !all, now, limit: ON_PAGE + 1, before })
    return c.html(
      approvalsPage({
        by,
        list: rows.slice(0, ON_PAGE).map((row) => summaryOf(services, by.person, row)),
        all,
        waiting: await countAllWaiting(store, now),
        before: before?.id,
        more: rows.length > ON_PAGE,
        now,
      }),
    )
  })

  app.get('/:id', async (c) => {
    const by = await requirePerson(services, c, 'viewer')
    const detail = await detailOf(services, by.person, c.req.param('id'))
    return c.html(approvalPage({ by, detail, now: clock() }))
  })

  app.post('/:id', async (c) => {
    c.var.entry.event = 'decide'
    const by = await requirePerson(services, c, 'viewer')
    const id = c.req.param('id')
    const form = await fieldsOf(c)
    const reason = form('reason').slice(0, MAX_REASON)
    try {
      await decideBy(services, c, { by, id, form, reason })
    } catch (error) {
      if (!(error instanceof OAuthError)) throw error
      // What was written stays, and the page shows how the request stands now.
      c.var.entry.check = error.check
      const detail = await detailOf(services, by.person, id)
      const refused = { why: error.message, reason }
      return c.html(approvalPage({ by, detail, now: clock(), refused }), error.status)
    }
    return c.redirect(`/approvals/${id}`, 303)
  })
  return app
}

interface Sent {
  readonly by: SignedIn
  readonly id: string
  readonly form: (name: string) => string
  readonly reason: string
}

async function decideBy(services: Services, c: Context<App>, { by, id, form, reason }: Sent): Promise<void> {
  const decision = DECISIONS.find((each) => each === form('decision'))
  if (!decision) throw new OAuthError('invalid_request', 'decision', 'it says neither approve nor deny')
  if (decision === 'denied' && reason.trim() === '')
    throw new OAuthError('invalid_request', 'reason', 'a reason is needed to deny: the job is told why')
  const scope = form('scope') === 'session' ? 'session' : 'once'
  const word = { decision, requestSha256: form('request_sha256'), scope, reason } as const
  await decide(services, by.person, { id, word, entry: c.var.entry })
}
