// One event with everything that the record says of it.
import { html } from 'hono/html'
import { inWords } from '../../../core/words.ts'
import type { SignedIn } from '../../people/signed-in.ts'
import { effectsIn } from '../../sessions/effects.ts'
import type { Shown } from '../../sessions/output.ts'
import { type Entry, text, texts } from '../../sessions/timeline.ts'
import type { SessionView } from '../../sessions/view.ts'
import { excerpt } from '../excerpt.ts'
import { facts, type Html, page, time } from '../layout.ts'
import { plain, sql } from '../sql.ts'
import { isCommand, noteInWords, outcomeCell, verdictCell } from './outcome.ts'
import { outputPart } from './output.ts'

/** Characters of a line that are shown. */
const MOST = 64 * 1024
const MOST_ITEMS = 200

export interface EventOptions {
  readonly by: SignedIn
  readonly view: SessionView
  readonly entry: Entry
  /** As it stands in the record. */
  readonly line: string
  /** Set for a statement. */
  readonly shown?: Shown | undefined
}

export function eventPage(options: EventOptions): Html {
  const { by, view, entry, line } = options
  const { event, number } = entry
  const { id, repository, events } = view.row
  return page({
    title: `Event ${number} of ${repository}`,
    by,
    at: '/sessions',
    body: html`<nav class="steps" aria-label="Events"><a href="/sessions/${id}">The session</a>
${number > 0 ? html`<a href="?event=${number - 1}">Event ${number - 1}</a>` : ''}
${number + 1 < events ? html`<a href="?event=${number + 1}">Event ${number + 1}</a>` : ''}</nav>
${event ? html`<p class="quiet">${excerpt(event.type, 60)}, ${when(event.t)}</p>` : html`<p class="note">This line is not an event.</p>`}
${event?.type === 'statement' ? statement(event, options) : event ? html`<p>${noteInWords(event)}</p>` : ''}
<h2>As it stands in the record</h2>
<pre tabindex="0"><code>${line.slice(0, MOST)}</code></pre>
${line.length > MOST ? html`<p class="note">It is longer: the download has all of it.</p>` : ''}`,
  })
}

/** A runner’s clock can say anything. */
function when(t: string): Html | string {
  const ms = Date.parse(t)
  return Number.isNaN(ms) ? t : time(ms)
}

function statement(event: NonNullable<Entry['event']>, { view, entry, shown }: EventOptions): Html {
  const { outcome } = entry
  const effects = effectsIn(event)
  const hints = texts(event, 'hints').slice(0, 20)
  const whole = text(event, 'text').slice(0, MOST)
  return html`${isCommand(view, entry) ? plain(whole) : sql(whole)}
${event.redacted === true ? html`<p class="note">This is not all of it: literals are hidden, or it was cut. SHA-256 of all: <code>${excerpt(text(event, 'sha256'), 64)}</code></p>` : ''}
${hints.length > 0 ? html`<p>Its author says: ${hints.map((hint) => html`<q>${excerpt(hint, 500)}</q> `)}</p>` : ''}
${facts([
  ['Verdict', verdictCell(event)],
  ['Outcome', outcomeCell(outcome, view.approvals)],
  ['Prepared as', excerpt(text(event, 'prepared'), 100)],
  ['Relations', excerpt(texts(event, 'relations').slice(0, MOST_ITEMS).join(', '), 4000)],
])}
<h2>What it does</h2>
${effects.length === 0 ? html`<p class="quiet">Nothing that the guard looks at.</p>` : html`<ul>${effects.slice(0, MOST_ITEMS).map((effect) => html`<li>${excerpt(inWords(effect), 1000)}</li>`)}</ul>`}
${effects.length > MOST_ITEMS ? html`<p>and ${effects.length - MOST_ITEMS} more</p>` : ''}
${outcome.notes.length > 0 ? html`<h2>What was said of it</h2><ul>${outcome.notes.map((note) => html`<li>${noteInWords(note)}</li>`)}</ul>` : ''}
${shown && shown.events.length > 0 ? output(shown, event, `/sessions/${view.row.id}/replay?event=${entry.number}`) : ''}`
}

function output(shown: Shown, event: NonNullable<Entry['event']>, replay: string): Html {
  const terminal = shown.events.some(({ type }) => type === 'terminal')
  return html`<h2>${terminal ? 'What its terminal showed' : 'What it showed'}</h2>
${terminal ? html`<p><a class="button" href="${replay}">Replay</a></p>` : ''}${outputPart(shown, Date.parse(event.t))}`
}
