// The transaction of a held statement: what an approver is bound to, and what it blocks right now.
import { html } from 'hono/html'
import type { HeldStatement } from '../../../core/approval.ts'
import type { HeldBlocking, HeldLock, HeldWaiter } from '../../../core/blocking.ts'
import { sqlExcerpt } from '../excerpt.ts'
import { facts, type Html, time } from '../layout.ts'

/** https://www.postgresql.org/docs/current/explicit-locking.html */
const KEEPS: Readonly<Record<string, string>> = {
  'ACCESS EXCLUSIVE': 'nobody else can read or write it',
  EXCLUSIVE: 'others can read it, and not write to it',
  'SHARE ROW EXCLUSIVE': 'others can read it, and not write to it',
  SHARE: 'others can read it, and not write to it',
  'SHARE UPDATE EXCLUSIVE': 'others can read and write it; no VACUUM, and no other change of its definition',
  'ROW EXCLUSIVE': 'rows that it changed cannot be changed by others',
  'ROW SHARE': 'rows that it locked cannot be changed by others',
  'ACCESS SHARE': 'others can read and write it; its definition cannot be changed',
}

const WANTS: Readonly<Record<string, string>> = {
  'ACCESS SHARE': 'to read',
  'ROW SHARE': 'to lock rows of',
  'ROW EXCLUSIVE': 'to write to',
}

/** What an approval is bound to. */
export function transactionPart({ transaction, ran }: HeldStatement): Html {
  const { state, age, statements, earlier = [], idle } = transaction
  if (state === 'none') return html`<p>None: it runs on its own.</p>`
  return html`${ran ? html`<p>The statement has run. What waits is that its changes are made last; denied, they are undone.</p>` : ''}
${facts([
  [
    'Open for',
    `${seconds(age)}, ${statements} ${statements === 1 ? 'statement' : 'statements'} when it was asked`,
  ],
  [
    'Ends by itself',
    idle === undefined ? undefined : `after ${seconds(idle)} of waiting, by the target’s limits`,
  ],
])}
${
  earlier.length === 0
    ? ''
    : html`<p>What changed something in it before, the last ones:</p>
<ol>${earlier.map((text) => html`<li><code>${sqlExcerpt(text, 300)}</code></li>`)}</ol>`
}`
}

/** What it blocks, as the session said last; before that, as it was when it was asked. */
export function blockingPart({ transaction }: HeldStatement, now: HeldBlocking | undefined): Html {
  if (transaction.state === 'none') return html``
  return facts([
    ['Began', now?.since === undefined ? undefined : time(Date.parse(now.since))],
    ['Locked while it waits', locks(now?.locks ?? transaction.locks)],
    ['Waiting behind it', now ? waiting(now) : 'not told by the session'],
  ])
}

/** What it would lock itself, in the words of whoever wants to use the table meanwhile. */
export function locksPart({ effects }: HeldStatement): Html {
  const taken = effects.flatMap(({ lock, name, temporary }) =>
    lock === undefined || name === undefined || temporary ? [] : { relation: name, lock },
  )
  return taken.length === 0 ? html`` : html`<h2>What it would lock</h2>${locks(taken)}`
}

function locks(list: readonly HeldLock[]): Html | string {
  if (list.length === 0) return 'no table against others'
  const once = new Map(list.map((each) => [`${each.relation} ${each.lock}`, each]))
  return html`<ul class="plain">${[...once.values()].map(
    ({ relation, lock }) =>
      html`<li><strong>${relation}</strong>: ${KEEPS[lock] ?? 'locked'} <span class="quiet">(${lock})</span></li>`,
  )}</ul>`
}

function waiting({ waiting: some, behind }: HeldBlocking): Html | string {
  if (behind === 0) return 'nobody'
  const more = behind - some.length
  return html`<strong>${behind} ${behind === 1 ? 'connection' : 'connections'}</strong>
<ul class="plain">${some.map((each) => html`<li>${waiter(each)}</li>`)}${more > 0 ? html`<li>and ${more} more</li>` : ''}</ul>`
}

function waiter({ application, lock, relation, since }: HeldWaiter): Html {
  const who = application === '' ? 'one that gives no name' : application
  const what =
    lock === undefined || relation === undefined
      ? 'waits for a row, or for the end of a transaction'
      : `wants ${WANTS[lock] ?? 'to change'} ${relation}`
  const mode = lock === undefined ? '' : html` <span class="quiet">(${lock})</span>`
  return html`${who} ${what}${mode}${since === undefined ? '' : html`, since ${time(Date.parse(since))}`}`
}

function seconds(ms: number): string {
  const all = Math.round(ms / 1000)
  return all < 120 ? `${all} s` : `${Math.floor(all / 60)} min ${all % 60} s`
}
