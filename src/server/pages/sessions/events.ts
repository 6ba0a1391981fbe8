// A session's events, a page of them.
import { html } from 'hono/html'
import { inWords } from '../../../core/words.ts'
import { effectsIn } from '../../sessions/effects.ts'
import { type Entry, GROUPS, ON_PAGE, type Slice, text } from '../../sessions/timeline.ts'
import type { Asked, SessionView } from '../../sessions/view.ts'
import { excerpt, statementExcerpt } from '../excerpt.ts'
import type { Html } from '../layout.ts'
import { query } from './asked.ts'
import { isCommand, noteInWords, outcomeCell, verdictCell } from './outcome.ts'

/** Of a statement on a page of many: its own page has all of it. */
const MOST_TEXT = 90
const MOST_EFFECTS = 70

export interface EventsOptions {
  readonly fields: Readonly<Record<string, string>>
  readonly from: number
  readonly slice: Slice
  /** Events of the record so far. */
  readonly total: number
  readonly asked: readonly Asked[]
  readonly start: SessionView['start']
}

export function filterForm({ fields }: Pick<EventsOptions, 'fields'>): Html {
  const options = (chosen: string | undefined, values: readonly string[]) =>
    values.map(
      (value) => html`<option value="${value}" ${value === chosen ? html`selected` : ''}>${value}</option>`,
    )
  return html`<form class="search" role="search" aria-label="Events of this session">
<label>Events <select name="group"><option value="">all</option>${options(fields.group, Object.keys(GROUPS))}</select></label>
<label>Verdict <select name="verdict"><option value="">any</option>${options(fields.verdict, ['allow', 'hold', 'block'])}</select></label>
<label>Text <input name="text" maxlength="200" value="${fields.text ?? ''}"></label>
<div class="buttons"><button class="yes">Show</button><a href="?">All events</a></div></form>`
}

export function eventsPart(options: EventsOptions): Html {
  const { slice } = options
  return html`${steps(options)}
${
  slice.entries.length === 0
    ? html`<p class="quiet">${slice.next === undefined ? 'No such event from here on.' : 'None here yet: the record is long.'}</p>`
    : html`<table class="list events"><thead><tr><th scope="col">Event</th><th scope="col">What</th><th scope="col">Verdict</th><th scope="col">Outcome</th></tr></thead>
<tbody>${slice.entries.map((entry) => row(entry, options))}</tbody></table>
${steps(options, 'below')}`
}`
}

/** Links to the other pages; a filtered list goes forward only, for nobody knows what passes before. */
function steps({ fields, from, slice, total }: EventsOptions, place?: string): Html | string {
  if (total === 0) return ''
  const filtered = Object.keys(fields).length > 0
  const to = (event: number) => query({ ...fields, from: event === 0 ? undefined : String(event) }) || '?'
  const last = Math.max(0, Math.floor((total - 1) / ON_PAGE) * ON_PAGE)
  return html`<nav class="steps" aria-label="${place ? 'Pages of events, below' : 'Pages of events'}">
<span class="quiet">${filtered ? `From event ${from}` : `Events ${from} to ${Math.min(from + ON_PAGE, total) - 1}`} of ${total}</span>
${from > 0 ? html`<a href="${to(0)}">First</a>` : ''}
${from > 0 && !filtered ? html`<a href="${to(Math.max(0, from - ON_PAGE))}">Earlier</a>` : ''}
${slice.next === undefined ? '' : html`<a href="${to(slice.next)}">Later</a>`}
${!filtered && from < last ? html`<a href="${to(last)}">Last</a>` : ''}</nav>`
}

function row(entry: Entry, { asked, start }: EventsOptions): Html {
  const { number, event, outcome } = entry
  const link = html`<a href="?event=${number}">${number}</a>`
  if (!event) return html`<tr><td>${link}</td><td colspan="3">This line is not an event.</td></tr>`
  const at = event.t.slice(11, 23)
  if (event.type !== 'statement')
    return html`<tr><td>${link} ${at}</td><td colspan="3">${noteInWords(event)}</td></tr>`
  return html`<tr><td>${link} ${at}</td><td><code>${statementExcerpt(text(event, 'text'), MOST_TEXT, isCommand({ start }, entry))}</code>${effects(event)}</td><td>${verdictCell(event)}</td><td>${outcomeCell(outcome, asked)}</td></tr>`
}

function effects(event: NonNullable<Entry['event']>): Html | string {
  const words = effectsIn(event).map(inWords)
  if (words.length === 0) return ''
  const more = words.length > 2 ? ` and ${words.length - 2} more` : ''
  return html`<br><span class="quiet">${excerpt(words.slice(0, 2).join('; '), MOST_EFFECTS)}${more}</span>`
}
