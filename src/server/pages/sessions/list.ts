// All sessions, and the form that looks for some.
import { html } from 'hono/html'
import type { SignedIn } from '../../people/signed-in.ts'
import { isRunning, stateInWords } from '../../sessions/view.ts'
import { type Found, VERDICTS } from '../../store/search.ts'
import { type Html, liveFrom, page, time } from '../layout.ts'
import { query, SHORTEST_TEXT, VERDICT_NAMES, type Wanted } from './asked.ts'

export interface ListOptions {
  readonly by: SignedIn
  readonly wanted: Wanted
  readonly found: readonly Found[]
  /** Where the next page begins. */
  readonly more: string | undefined
  /** It is the first page: new sessions come in. */
  readonly live: boolean
  readonly now: number
}

export function sessionsPage({ by, wanted, found, more, live, now }: ListOptions): Html {
  const { fields } = wanted
  const path = `/sessions${query(fields)}`
  return page({
    title: 'Sessions',
    by,
    at: '/sessions',
    body: html`${form(wanted)}
<section id="list" ${live ? liveFrom(path, now, '/live?of=sessions') : ''}>
${found.length === 0 ? html`<p class="quiet">${Object.keys(fields).length === 0 ? 'There is no session yet.' : 'No session has all of this.'}</p>` : table(found, now)}</section>
${more === undefined ? '' : html`<p><a href="/sessions${query({ ...fields, before: more })}">Older ones</a></p>`}`,
  })
}

function form({ fields, short }: Wanted): Html {
  const field = (name: string, label: string, type = 'text') =>
    html`<label>${label} <input name="${name}" type="${type}" maxlength="200" value="${fields[name] ?? ''}"></label>`
  const chosen = VERDICTS.find((each) => each === fields.verdict)
  return html`<form class="search" action="/sessions" role="search" aria-label="Sessions">
${field('repository', 'Repository')}${field('target', 'Target')}${field('actor', 'Started by')}
<label>Statement <input name="text" maxlength="200" minlength="${SHORTEST_TEXT}" value="${fields.text ?? ''}"></label>
<label>Verdict <select name="verdict"><option value="">any</option>${VERDICTS.map(
    (each) =>
      html`<option value="${each}" ${each === chosen ? html`selected` : ''}>${VERDICT_NAMES[each]}</option>`,
  )}</select></label>
${field('masked', 'Masked column')}${field('from', 'From (UTC)', 'date')}${field('to', 'To (UTC)', 'date')}
<div class="buttons"><button class="yes">Search</button><a href="/sessions">Everything</a></div>
</form>
${short ? html`<p class="note">A part of a statement has at least ${SHORTEST_TEXT} characters: it was not looked for.</p>` : ''}`
}

function table(found: readonly Found[], now: number): Html {
  return html`<table class="list requests">
<thead><tr><th scope="col">Session</th><th scope="col">Job</th><th scope="col">Target</th><th scope="col">What happened</th><th scope="col">State</th></tr></thead>
<tbody>${found.map(
    (each) => html`<tr>
<td><a href="/sessions/${each.id}">${time(each.started_at)}</a><br><span class="quiet">${each.rule}</span></td>
<td>${each.repository}<br><span class="quiet">${each.actor}</span></td>
<td>${(JSON.parse(each.targets) as string[]).join(', ')}</td>
<td>${happened(each)}</td>
<td><span class="state ${isRunning(each, now) ? 'waiting' : ''}">${stateInWords(each, now)}</span></td>
</tr>`,
  )}</tbody></table>`
}

/** `12 statements, 1 refused`. */
export function happened({ statements, held, blocked, refused, masked, errors }: Found): string {
  const more = [
    blocked > 0 && `${blocked} to be blocked`,
    held > 0 && `${held} to be held`,
    refused > 0 && `${refused} refused`,
    errors > 0 && `${errors} ${errors === 1 ? 'error' : 'errors'}`,
    masked > 0 && `${masked} ${masked === 1 ? 'cell' : 'cells'} masked`,
  ]
  return [`${statements} ${statements === 1 ? 'statement' : 'statements'}`, ...more]
    .filter(Boolean)
    .join(', ')
}
