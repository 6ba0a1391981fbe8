// One line of the list.
import { h } from './dom.ts'
import type { Entries } from './entries.ts'
import { eventOf, type Source } from './source.ts'
import { oneLine } from './spelled.ts'
import { inWords, outcomeOf, timeInWords, typeInWords, verdictOf } from './words.ts'

const MOST = 300

export function rowOf(source: Source, entries: Entries, index: number, bad: boolean): HTMLElement[] {
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
      oneLine(text, MOST),
    ),
    h('span', { class: 'outcome' }, statement ? outcomeOf(statement) : ''),
  ]
}

/** How a verdict is coloured; the word says it, too. */
export function toneOf(verdict: string): string {
  if (verdict === 'refused' || verdict === 'held, denied') return 'bad'
  if (verdict === 'allowed') return 'good'
  return verdict === 'held, approved' ? 'good' : 'wait'
}
