// One session: what it was, whether its record holds, and its events.
import { html } from 'hono/html'
import type { HeldStatement } from '../../../core/approval.ts'
import { isRecord } from '../../../recording/shapes.ts'
import { problemInWords, verdictInWords } from '../../../recording/words.ts'
import type { SignedIn } from '../../people/signed-in.ts'
import type { Checked } from '../../sessions/integrity.ts'
import { fitsPage } from '../../sessions/report.ts'
import { protocolsOf, type SessionView, stateInWords } from '../../sessions/view.ts'
import { excerpt, statementExcerpt } from '../excerpt.ts'
import { job } from '../job.ts'
import { deadline, facts, type Html, liveFrom, page, time } from '../layout.ts'
import { sourceLine } from '../source.ts'
import { type EventsOptions, eventsPart, filterForm } from './events.ts'
import { happened } from './list.ts'
import { maskedInWords } from './outcome.ts'

export interface SessionOptions {
  readonly by: SignedIn
  readonly view: SessionView
  /** Undefined when the record is too long, or not closed yet. */
  readonly checked: Checked | undefined
  readonly startedBy: readonly string[]
  /** Where this rule of the policy file is shown; undefined for who may not see it, or when it is there no more. */
  readonly policyLink: string | undefined
  /** JWK `x`. */
  readonly serverKey: string
  readonly events: EventsOptions
  /** Of this page, with what it asks for. */
  readonly path: string
  readonly now: number
}

export function sessionPage(options: SessionOptions): Html {
  const { by, view, events, path } = options
  const { id, reason } = view.row
  const live = reason === null ? liveFrom(path, options.now, `/live?session=${id}`) : ''
  return page({
    title: `Session of ${view.row.repository}`,
    by,
    at: '/sessions',
    body: html`<section id="session" ${live}>${summary(options)}
<h2>The record</h2>${integrity(options)}${view.approvals.length === 0 ? '' : asked(view)}</section>
<h2>Events</h2>
${filterForm(events)}
<section id="events" ${live}>${eventsPart(events)}</section>`,
  })
}

function summary(options: SessionOptions): Html {
  const { view, policyLink, startedBy, now } = options
  const { row, grant, claims, masked, running } = view
  const state = stateInWords({ ...row, ...grant }, now)
  const end = running ? grant.expires_at : endOf(options)
  return html`${facts([
    ['State', html`<span class="state ${running ? 'waiting' : ''}">${state}</span>`],
    ['Began', time(row.started_at)],
    [running ? 'Ends at the latest' : 'Ended', end == null ? undefined : running ? deadline(end) : time(end)],
    ['Access rule', policyLink ? html`<a href="${policyLink}">${grant.rule}</a>` : grant.rule],
    ['Policy file', html`SHA-256 <code>${grant.policy_sha256}</code>`],
    ['Targets', html`${targets(view)}`],
    [
      'What happened',
      html`${happened({ ...row, ...grant })}, ${row.connections} ${row.connections === 1 ? 'connection' : 'connections'}`,
    ],
    [
      'Masked cells',
      masked.length === 0
        ? undefined
        : maskedInWords(masked.map(({ name, count }) => [name, count] as const)),
    ],
  ])}
<h2>The job</h2>
${job({ claims, repository: row.repository, startedBy, session: row.id })}`
}

/** A session that closed its record is over, even when nobody has ended its grant yet. */
function endOf({ view, checked, now }: SessionOptions): number | undefined {
  const { ended_at, expires_at } = view.grant
  const sealed = checked?.verification.seal?.t
  if (ended_at !== null) return ended_at
  if (sealed !== undefined) return Date.parse(sealed)
  return expires_at !== null && expires_at <= now ? expires_at : undefined
}

/** Guard and mode are what the session said when it began. */
function targets({ targets: names, start }: SessionView): Html[] {
  const told = Array.isArray(start?.targets) ? start.targets.filter(isRecord) : []
  return names.map((name) => {
    const own = told.find((target) => target.name === name)
    const part = (key: string) => (typeof own?.[key] === 'string' ? excerpt(own[key], 100) : '')
    const where = ['protocol', 'address', 'database'].map(part).filter(Boolean).join(' ')
    const mode = part('mode') === 'observe' ? ', observed only' : ''
    return html`<div><strong>${name}</strong>${own ? ` ${where}, guard ${part('guard')}${mode}` : ''}</div>`
  })
}

function integrity(options: SessionOptions): Html {
  const { view, checked, serverKey } = options
  const { standing, row } = view
  if (!standing)
    return html`<p class="note">${row.events > 0 ? 'The record is not kept any more.' : 'Nothing was ever recorded.'}</p>`
  const { verification, at } = checked ?? {}
  const { chunks, sizes, seal } = standing
  return html`${
    verification
      ? html`<p class="${verification.status === 'broken' ? 'note bad' : 'note good'}"><strong>The record ${said(verdictInWords(verification))}.</strong> Checked by the server ${time(at ?? 0)}.</p>
${verification.problems.length === 0 ? '' : html`<ul>${verification.problems.slice(0, 20).map((problem) => html`<li>${problemInWords(problem)}</li>`)}</ul>`}`
      : ''
  }
${facts([
  [
    'Chain',
    `${chunks} ${chunks === 1 ? 'chunk' : 'chunks'}, ${sizes.session} bytes. Each was signed by the session’s key and continued the one before it when it arrived.`,
  ],
  [
    'Receipts',
    verification
      ? `Countersigned by this server: ${verification.acknowledged.chunks} of ${chunks}`
      : 'Each chunk was countersigned by this server',
  ],
  [
    'Seal',
    seal
      ? `${seal.reason === 'abandoned' ? 'Set by the server, because the session did not end its record' : `Set by the session: ${seal.reason}`}; SHA-256 ${seal.sha256}`
      : 'None yet: the record is still open',
  ],
])}
${seal && !checked ? html`<p class="note">The record is too long to be checked anew on a page.</p>` : ''}
<p>Check it yourself: ${fitsPage(standing) ? html`take it <a href="/sessions/${row.id}/session.html" download>as one page</a>, which your own browser checks without any network; or ` : ''}<a href="/sessions/${row.id}/record.zip" download>download the record</a> and run
<code>sluice verify sluice-session-${row.id}.zip --server-key ${serverKey}</code></p>`
}

/** `intact: …` in a sentence. */
function said(words: string): string {
  return /^does/.test(words) ? words : `is ${words}`
}

function asked(view: SessionView): Html {
  const { approvals, claims } = view
  return html`<h2>What people were asked</h2>
<table class="list"><thead><tr><th scope="col">Request</th><th scope="col">State</th><th scope="col">Decided by</th></tr></thead>
<tbody>${approvals.map(
    ({ approval, state, decisions }) => html`<tr>
<td><a href="/approvals/${approval.id}">${approval.kind === 'access' ? 'The session itself' : whatOf(view, statementOf(approval.request))}</a>${sourceOf(approval.request, claims)}</td>
<td><span class="state ${state}">${state}</span></td>
<td>${decisions.map(({ name, decision, reason, at }) => html`<div>${decision} by ${name}, ${time(at)}${reason ? `: ${excerpt(reason, 300)}` : ''}</div>`)}</td></tr>`,
  )}</tbody></table>`
}

function whatOf(view: SessionView, { text, target }: ReturnType<typeof statementOf>): string {
  return statementExcerpt(text, 120, protocolsOf(view).get(target ?? '') === 'ssh')
}

/** As `heldFrom` let it in. */
function statementOf(request: string): Partial<HeldStatement> & { readonly text: string } {
  const { statement } = JSON.parse(request) as { statement?: HeldStatement }
  return { text: 'a statement', ...statement }
}

function sourceOf(request: string, claims: Readonly<Record<string, string>>): Html | string {
  const { source } = statementOf(request)
  return source ? sourceLine(source, claims) : ''
}
