// The events that fit what somebody asks for, found in slices.
import { isRecord } from '../../shapes.ts'
import type { Entries } from './entries.ts'
import type { Source } from './source.ts'

export const VERDICTS = ['allowed', 'warned', 'held', 'refused', 'failed', 'observed'] as const

export type VerdictFilter = (typeof VERDICTS)[number]

/** What is empty is not asked. */
export interface Filter {
  /** `''`: all events. */
  readonly type: string
  readonly verdict: string
  readonly connection: string
  readonly relation: string
  readonly masked: string
  readonly text: string
}

export interface Selection {
  readonly filter: Filter
  /** Positions of the events, in their order. Grows until it is `complete`. */
  readonly found: readonly number[]
  /** Events that were looked at. */
  readonly scanned: number
  readonly complete: boolean
  /** Where an event is among those found, or would be. */
  position(index: number): number
  advance(due: () => boolean): void
}

export function select(source: Source, entries: Entries, filter: Filter): Selection {
  const found: number[] = []
  const text = matcher(filter.text)
  // What came of a statement is known when all that follows was read.
  const shown = text !== undefined && filter.type === 'statement'
  const later = filter.verdict !== '' || filter.masked !== '' || shown
  let scanned = 0
  /** A statement is found by what it showed, too. */
  const says = (index: number, within: (line: string) => boolean): boolean =>
    within(source.line(index)) ||
    (shown && entries.statement(index)?.outputs.some((output) => within(source.line(output))) === true)
  return {
    filter,
    found,
    get scanned() {
      return scanned
    },
    get complete() {
      return scanned >= source.count
    },
    position(index) {
      let [low, high] = [0, found.length]
      while (low < high) {
        const middle = (low + high) >>> 1
        if ((found[middle] ?? 0) < index) low = middle + 1
        else high = middle
      }
      return low
    },
    advance(due) {
      if (later && !entries.complete) return
      while (scanned < entries.count) {
        const index = scanned++
        if (fits(entries, filter, index) && (!text || says(index, text))) found.push(index)
        if (scanned % 64 === 0 && due()) return
      }
    },
  }
}

function fits(
  entries: Entries,
  { type, verdict, connection, relation, masked }: Filter,
  index: number,
): boolean {
  if (type !== '' && entries.type(index) !== type) return false
  if (connection !== '' && String(entries.conn(index)) !== connection) return false
  if (verdict === '' && relation === '' && masked === '') return true
  const statement = entries.statement(index)
  if (!statement) return false
  if (relation !== '' && !statement.relations.includes(relation)) return false
  if (masked !== '' && !statement.masked.has(masked)) return false
  switch (verdict) {
    case '':
      return true
    case 'allowed':
      return !statement.refused && !statement.held
    case 'warned':
    case 'held':
    case 'refused':
    case 'failed':
    case 'observed':
      return statement[verdict]
    default:
      return false
  }
}

/** Looks for the text in every value of a line, whatever its case; undefined when there is nothing to look for. */
function matcher(text: string): ((line: string) => boolean) | undefined {
  const wanted = text.trim().toLowerCase()
  if (wanted === '') return undefined
  // As it stands in the line: most lines are told apart without reading them as JSON.
  const written = JSON.stringify(wanted).slice(1, -1)
  return (line) => {
    if (!line.toLowerCase().includes(written)) return false
    try {
      return holds(JSON.parse(line), wanted)
    } catch {
      return true
    }
  }
}

function holds(value: unknown, wanted: string): boolean {
  if (typeof value === 'string') return value.toLowerCase().includes(wanted)
  if (typeof value === 'number') return String(value) === wanted
  if (Array.isArray(value)) return value.some((item) => holds(item, wanted))
  if (!isRecord(value)) return false
  return Object.entries(value).some(
    ([name, item]) => holds(item, wanted) || (name === 'masked' && isNamed(item, wanted)),
  )
}

/** Masked columns are the names of counts. */
function isNamed(masked: unknown, wanted: string): boolean {
  return isRecord(masked) && Object.keys(masked).some((name) => name.toLowerCase().includes(wanted))
}
