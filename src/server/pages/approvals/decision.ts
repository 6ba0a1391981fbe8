// The form that decides. Enter in a field presses its first button, which says nothing and is refused.
import { html } from 'hono/html'
import type { HeldStatement } from '../../../core/approval.ts'
import type { Detail } from '../../approvals/view.ts'
import type { SignedIn } from '../../people/signed-in.ts'
import { csrf, type Html } from '../layout.ts'

/** What became of a decision that was sent and does not count, and what was written. */
export interface Refused {
  readonly why: string
  readonly reason: string
}

export function decision({ login, person }: SignedIn, detail: Detail, refused?: Refused): Html {
  if (detail.decisions.some(({ by }) => by === person.id))
    return html`<h2>Your decision</h2><p class="note good">You have approved this. It takes ${detail.min} people.</p>`
  if (!detail.may_decide)
    return html`<h2>Your decision</h2><p class="note">You cannot decide this: ${detail.why_not}.</p>`
  return html`<h2>Your decision</h2>
<form class="decide" method="post" action="/approvals/${detail.id}">
<button hidden name="decision" value=""></button>
${csrf(login)}<input type="hidden" name="request_sha256" value="${detail.request_sha256}">
<label>Why <span class="quiet">(kept in the record, told to the job; needed to deny)</span>
<textarea name="reason" rows="2" maxlength="1000" ${refused ? html`autofocus` : ''}>${refused?.reason ?? ''}</textarea></label>
${
  detail.kind === 'statement' && !isOnce(detail)
    ? html`<label class="choice"><input type="checkbox" name="scope" value="session"> <span>Equal statements of this session need not ask again</span></label>`
    : ''
}
<div class="buttons"><button class="yes" name="decision" value="approved">Approve</button><button class="no" name="decision" value="denied">Deny</button></div>
</form>`
}

/** Its bytes do not say all that it does: an equal one may do something else. */
const isOnce = ({ request }: Detail): boolean => (request.statement as HeldStatement).once === true

/** Said first of all, where somebody looks who has just clicked. */
export function refusedPart({ why }: Refused): Html {
  return html`<p class="note bad" role="alert"><strong>Your decision does not count:</strong> ${why}.</p>`
}
