// One line of the list.

import { oneLine } from '../../../core/spelled.ts'
import { h } from './dom.ts'
import type { Entries } from './entries.ts'
import { eventOf, type Source } from './source.ts'
import { inWords, outcomeOf, timeInWords, toneOf, typeInWords, verdictOf } from './words.ts'

const MOST = 300
/** Characters that are seen of it on a phone. */
const SEEN = 30

export interface RowOptions {
  /** It does not hold. */
  readonly bad?: boolean
  /** What was searched for: a part with it is shown. */
  readonly wanted?: string
}

export function rowOf(
  source: Source,
  entries: Entries,
  index: number,
  { bad = false, wanted = '' }: RowOptions = {},
): HTMLElement[] {
  const event = eventOf(source.line(index))
  const type = entries.type(index)
  const statement = type === 'statement' ? entries.statement(index) : undefined
  const conn = entries.conn(index)
  const word = statement ? verdictOf(statement) : typeInWords(type)
  const text = event ? inWords(event) : source.line(index).slice(0, MOST * 4)
  return [
    h('span', { class: 'at' }, timeInWords(entries.time(index)).slice(11)),
    h('span', { class: 'conn' }, conn === undefined ? '' : `c${conn}`),
    h('span', { class: `word ${statement ? `verdict ${toneOf(word)}` : ''}` }, word),
    h(
      'span',
      { class: statement ? 'text code' : 'text' },
      bad ? '⚠ does not hold: ' : '',
      oneLine(around(text, wanted.trim().toLowerCase()), MOST),
    ),
    h('span', { class: 'outcome' }, statement ? outcomeOf(statement) : ''),
  ]
}

/** The text from shortly before what was searched for, when that would not be seen otherwise. */
function around(text: string, wanted: string): string {
  const at = wanted === '' ? -1 : text.toLowerCase().indexOf(wanted)
  return at < SEEN ? text : `…${text.slice(at - SEEN / 2)}`
}
