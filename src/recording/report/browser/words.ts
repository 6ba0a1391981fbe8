// Events in words, one line each.
import type { AnyEvent } from '../../reading.ts'
import { readable } from '../../terminal/plain.ts'
import { countsRows } from '../../words.ts'
import type { StatementEntry } from './entries.ts'
import { countsOf, numberOf, recordsOf, textOf } from './members.ts'

/** What an event says; for a statement its text. */
export function inWords(event: AnyEvent): string {
  const text = (name: string) => textOf(event[name]) ?? '?'
  const number = (name: string) => grouped(numberOf(event[name]) ?? 0)
  const because = textOf(event.reason) ? `: ${text('reason')}` : ''
  switch (event.type) {
    case 'session.start':
      return `for ${recordsOf(event.targets)
        .map(({ name }) => textOf(name) ?? '?')
        .join(', ')}, by access rule ${text('access')}`
    case 'session.end':
      return `${text('reason')}: ${number('statements')} statements, ${number('refused')} refused, ${number('held')} held, ${number('masked')} values masked`
    case 'connection.open':
      return `to ${text('target')} from ${text('client')}${event.application === undefined ? '' : ` (${text('application')})`}`
    case 'connection.close':
      return `${text('reason')}: ${number('statements')} statements, ${number('bytes_in')} bytes in, ${number('bytes_out')} out`
    case 'statement':
      return text('text')
    case 'execute':
      return `with ${number('parameters')} values`
    case 'result':
      return `${text('tag')}: ${countsRows(event) ? `${number('rows')} ${event.rows === 1 ? 'row' : 'rows'}, ` : ''}${number('bytes')} bytes, ${number('ms')} ms${maskedIn(countsOf(event.masked))}`
    case 'denied':
      return `by the rule ${text('rule')}${event.sqlstate === undefined ? '' : `, ${text('sqlstate')}`}`
    case 'held':
      return `waits for an approver, request ${text('approval')}`
    case 'approval':
      return `${text('decision')} by ${text('by')}${because} (request ${text('id')})`
    case 'error':
    case 'notice':
      return `${text('sqlstate')}: ${text('message')}`
    case 'transfer':
      return `${number('bytes')} bytes ${event.direction === 'in' ? 'to the target' : 'from the target'}, SHA-256 ${text('sha256')}`
    case 'terminal':
      return `${number('columns')} columns, ${number('rows')} lines`
    case 'output':
      return readable(text('text'))
    case 'limit':
      return `${text('limit')}: ${text('detail')}`
    default:
      return JSON.stringify(event)
  }
}

const TYPES: Readonly<Record<string, string>> = {
  'session.start': 'session begins',
  'session.end': 'session ends',
  'connection.open': 'connected',
  'connection.close': 'disconnected',
  execute: 'runs',
  output: 'shows',
  terminal: 'terminal',
  denied: 'refused',
  approval: 'decision',
  unreadable: 'cannot be read',
}

export const typeInWords = (type: string): string =>
  Object.hasOwn(TYPES, type) ? (TYPES[type] ?? type) : type

/** The verdict on a statement in a word or two. */
export function verdictOf({ refused, held, decision, results, observed, warned }: StatementEntry): string {
  if (held && DECISIONS.has(decision)) return `held, ${decision}`
  if (refused) return 'refused'
  // Somebody has approved equal statements for the whole session.
  if (held) return results > 0 ? 'approved before' : 'held'
  if (observed) return 'observed'
  return warned ? 'warned' : 'allowed'
}

const DECISIONS: ReadonlySet<string> = new Set(['approved', 'denied', 'expired', 'withdrawn'])

const TONES: Readonly<Record<string, 'good' | 'bad'>> = {
  allowed: 'good',
  'approved before': 'good',
  'held, approved': 'good',
  refused: 'bad',
  'held, denied': 'bad',
  'held, expired': 'bad',
  'held, withdrawn': 'bad',
}

/** How a verdict is coloured; the word says it, too. */
export const toneOf = (verdict: string): 'good' | 'bad' | 'wait' => TONES[verdict] ?? 'wait'

/** What came of it: `UPDATE 5 · 5 rows · 12 ms · 3 masked`. */
export function outcomeOf(entry: StatementEntry): string {
  const masked = [...entry.masked.values()].reduce((sum, cells) => sum + cells, 0)
  return [
    entry.failed && 'failed',
    entry.results > 1 && `${grouped(entry.results)} results`,
    entry.results === 1 && entry.command && entry.tag,
    entry.results > 0 &&
      (entry.command
        ? `${grouped(entry.bytes)} ${entry.bytes === 1 ? 'byte' : 'bytes'}`
        : `${grouped(entry.rows)} ${entry.rows === 1 ? 'row' : 'rows'}`),
    entry.results > 0 && `${grouped(entry.ms)} ms`,
    masked > 0 && `${grouped(masked)} masked`,
  ]
    .filter(Boolean)
    .join(' · ')
}

export function maskedIn(counts: readonly (readonly [string, number])[]): string {
  if (counts.length === 0) return ''
  return `; masked: ${counts.map(([name, cells]) => `${name} ${grouped(cells)}`).join(', ')}`
}

export const grouped = (value: number): string => value.toLocaleString('en')

/** `2026-11-22 10:00:00.123`; all times are UTC. A record may name a day that never was. */
export function timeInWords(ms: number): string {
  const date = new Date(ms)
  return Number.isNaN(date.getTime()) ? 'at no time' : date.toISOString().replace('T', ' ').slice(0, 23)
}
