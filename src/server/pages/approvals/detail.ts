// One request: how it stands, what it asks for, and the decision.
import { html } from 'hono/html'
import type { HeldStatement } from '../../../core/approval.ts'
import type { Detail } from '../../approvals/view.ts'
import type { SignedIn } from '../../people/signed-in.ts'
import { job } from '../job.ts'
import { facts, type Html, liveFrom, page, time } from '../layout.ts'
import { decision, type Refused, refusedPart } from './decision.ts'
import { banner, titleOf } from './standing.ts'
import { statement } from './statement.ts'
import { blockingPart } from './transaction.ts'

export interface DetailOptions {
  readonly by: SignedIn
  readonly detail: Detail
  readonly now: number
  /** Set when this person's decision was just refused. */
  readonly refused?: Refused
}

export function approvalPage({ by, detail, now, refused }: DetailOptions): Html {
  const held = detail.kind === 'statement' ? (detail.request.statement as HeldStatement) : undefined
  const claims = (detail.request.claims ?? {}) as Record<string, string>
  const live = liveFrom(`/approvals/${detail.id}`, now)
  const open = detail.state === 'waiting'
  return page({
    title: titleOf(detail),
    by,
    at: '/approvals',
    body: html`${refused ? refusedPart(refused) : ''}
<section id="state" tabindex="-1" ${live}>${banner(detail)}
${open && detail.may_decide ? html`<p class="jump"><a href="#decision">Your decision</a></p>` : ''}
${facts([
  ['Target', detail.targets.join(', ')],
  ['Job', [detail.repository, detail.ref, ...detail.started_by].filter(Boolean).join(', ')],
  ...detail.decisions.map(
    (each) =>
      [
        each.decision === 'approved' ? 'Approved by' : 'Denied by',
        html`${each.name}, ${time(Date.parse(each.at))}${each.reason ? html`: ${each.reason}` : ''}`,
      ] as const,
  ),
])}
</section>
${held ? statement(held, claims, detail.protocol) : ''}
<section id="blocking" ${live}>${held && open ? blockingPart(held, detail.blocking) : ''}</section>
<h2>The job</h2>
${job({
  claims: { ref: detail.ref, ...claims },
  repository: detail.repository,
  startedBy: detail.started_by,
  session: sessionOf(detail),
})}
<section id="decision" ${live}>${open ? decision(by, detail, refused) : ''}</section>
<h2>The policy</h2>
${facts([
  ['Access rule', detail.access],
  ['Approvers', `${detail.approvers.join(', ')}${detail.min > 1 ? ` (${detail.min} must agree)` : ''}`],
])}`,
  })
}

function sessionOf({ kind, session }: Detail): Html | string {
  if (kind === 'deployment') return ''
  return kind === 'statement' ? html`<a href="/sessions/${session}">${session}</a>` : session
}
