// Everything about one event; about a statement also what came of it.
import { highlight } from '../../../core/highlight.ts'
import { inWords as effectInWords } from '../../../core/words.ts'
import type { AnyEvent } from '../../reading.ts'
import { facts, h, link } from './dom.ts'
import type { Entries, StatementEntry } from './entries.ts'
import type { JobLinks } from './links.ts'
import { effectsOf, numberOf, textOf, textsOf } from './members.ts'
import { outputOf } from './output.ts'
import { eventOf, type Source } from './source.ts'
import {
  grouped,
  inWords,
  maskedIn,
  outcomeOf,
  timeInWords,
  toneOf,
  typeInWords,
  verdictOf,
} from './words.ts'

/** A statement that was prepared once may have run a million times. */
const MOST_RELATED = 100

/** Where a statement stands in the job's files, as the job found it: not part of the record. */
export interface Place {
  readonly file: string
  readonly line: number
}

export interface DetailOptions {
  readonly source: Source
  readonly entries: Entries
  readonly links: JobLinks
  place(index: number): Place | undefined
}

export function detailOf(options: DetailOptions, index: number): HTMLElement[] {
  const { source, entries } = options
  const line = source.line(index)
  const event = eventOf(line)
  const owner = entries.statement(index)
  if (!event)
    return [
      h('h2', { tabindex: -1 }, `Line ${index + 1}`),
      h('p', {}, 'This line is no event: it was cut or changed.'),
      raw([line]),
    ]
  if (event.type === 'statement' && owner) return statement(options, event, owner)
  const seen = new Set(['type', 't', 'seq', 'v'])
  return [
    h('h2', { tabindex: -1 }, `${typeInWords(event.type)}: event ${index}`),
    h('p', { class: 'wide' }, inWords(event)),
    facts([
      ['Time', `${timeInWords(Date.parse(event.t))} UTC`],
      ...Object.entries(event)
        .filter(([name, value]) => !seen.has(name) && ['string', 'number', 'boolean'].includes(typeof value))
        .map(([name, value]) => [name, String(value)] as const),
    ]),
    raw([line]),
  ]
}

function statement(options: DetailOptions, event: AnyEvent, entry: StatementEntry): HTMLElement[] {
  const { source, place, links } = options
  const related = entry.related.slice(0, MOST_RELATED)
  const lines = related.map((index) => source.line(index))
  const events = lines.map(eventOf).filter((each) => each !== undefined)
  const found = place(entry.index)
  const word = verdictOf(entry)
  const prepared = textOf(event.prepared)
  return [
    h('h2', { tabindex: -1 }, `Statement ${numberOf(event.id) ?? '?'} of connection ${entry.conn}`),
    facts([
      ['Verdict', h('span', { class: `verdict ${toneOf(word)}` }, word)],
      ['Rules', textsOf(event.rules).join(', ')],
      ['Time', `${timeInWords(Date.parse(event.t))} UTC`],
      ['Result', resultOf(entry)],
      ['Masked', maskedIn([...entry.masked]).replace('; masked: ', '')],
      ['Decided', decided(events)],
      ['Prepared as', prepared === '' ? 'a statement without a name' : prepared],
      ['Its author says', textsOf(event.hints).join('; ')],
      ['In the checkout', found && link(links.file(found.file, found.line), `${found.file}:${found.line}`)],
    ]),
    code(textOf(event.text) ?? '', entry.command),
    ...(event.redacted === true
      ? [h('p', { class: 'note' }, 'This is not all of it: literals are hidden, or it was cut.')]
      : []),
    ...effects(event),
    ...history(events, entry.related.length),
    ...outputOf(source, entry, textOf(event.text) ?? '', Date.parse(event.t)),
    h(
      'p',
      { class: 'quiet' },
      'SHA-256 of its exact bytes: ',
      h('code', {}, textOf(event.sha256) ?? 'unknown'),
    ),
    raw([
      source.line(entry.index),
      ...lines,
      ...entry.outputs.slice(0, MOST_RELATED).map((output) => source.line(output)),
    ]),
  ]
}

function resultOf(entry: StatementEntry): string {
  // Of a command its status is part of the outcome.
  const tag = entry.results === 1 && !entry.command ? entry.tag : ''
  return [tag, outcomeOf(entry)].filter(Boolean).join(': ')
}

function decided(events: readonly AnyEvent[]): string {
  return events
    .filter(({ type }) => type === 'approval')
    .map(inWords)
    .join('; ')
}

/** Words of SQL mean nothing in a command. */
function code(text: string, command: boolean): HTMLElement {
  const pieces = command
    ? [text]
    : highlight(text).map(({ text: part, kind }) => (kind ? h('span', { class: kind }, part) : part))
  return h('pre', { tabindex: 0, 'aria-label': 'The statement' }, h('code', {}, ...pieces))
}

function effects(event: AnyEvent): HTMLElement[] {
  const list = effectsOf(event.effects)
  if (list.length === 0) return []
  return [
    h('h3', {}, 'What it does'),
    h('ul', {}, ...list.map((effect) => h('li', {}, effectInWords(effect)))),
  ]
}

function history(events: readonly AnyEvent[], all: number): HTMLElement[] {
  if (events.length === 0) return []
  const items = events.map((each) =>
    h(
      'li',
      {},
      h('span', { class: 'quiet' }, timeInWords(Date.parse(each.t)).slice(11)),
      ` ${typeInWords(each.type)} `,
      inWords(each),
    ),
  )
  const more =
    all > events.length ? [h('p', { class: 'quiet' }, `The first ${events.length} of ${grouped(all)}.`)] : []
  return [h('h3', {}, 'What came of it'), h('ul', {}, ...items), ...more]
}

function raw(lines: readonly string[]): HTMLElement {
  return h('details', {}, h('summary', {}, 'As recorded'), h('pre', { tabindex: 0 }, lines.join('\n')))
}
