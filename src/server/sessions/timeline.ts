// A stretch of a record, each statement with what became of it. The events were written by the job's runner.
import type { AnyEvent } from '../../recording/reading.ts'
import { eventIn, maskedIn } from './facts.ts'
import type { RecordReader } from './reader.ts'

/** Events on a page. */
export const ON_PAGE = 200
/** Read for one page at most. */
const MOST_BYTES = 8 * 1024 * 1024
/** So far behind the page the outcome of its last statements is looked for. */
const AHEAD = 200

export interface Entry {
  readonly number: number
  /** Undefined for a line that is no event. */
  readonly event: AnyEvent | undefined
  readonly outcome: Outcome
}

export interface Outcome {
  /** Times that it ran to its end. */
  runs: number
  tag: string
  rows: number
  bytes: number
  /** Milliseconds. */
  ms: number
  readonly masked: Map<string, number>
  /** The rule that refused it. */
  refused?: string
  /** Requests for it, and what became of each. */
  readonly asked: Map<string, AnyEvent | undefined>
  /** Events of output, and whether a terminal drew it. */
  shown: number
  terminal: boolean
  /** The last event that says what went wrong or was moved. */
  readonly notes: AnyEvent[]
}

export const GROUPS = {
  statements: ['statement'],
  refusals: ['denied'],
  held: ['held', 'approval'],
  'errors and notices': ['error', 'notice', 'limit'],
  connections: ['connection.open', 'connection.close', 'session.start', 'session.end'],
  'transfers and output': ['transfer', 'output', 'terminal'],
} as const satisfies Record<string, readonly string[]>

export type Group = keyof typeof GROUPS

export interface Filter {
  readonly group?: Group
  /** Of statements. */
  readonly verdict?: 'allow' | 'hold' | 'block'
  /** Part of what an event says, without regard to case. */
  readonly text?: string
}

export interface Slice {
  readonly entries: readonly Entry[]
  /** The event to go on from; absent at the end of the record. */
  readonly next?: number
}

const MOST_NOTES = 20

/**
 * Events from number `from` on that pass the filter. `at` is a place in the record where an event begins that is not
 * behind it; `end` is where the record ends now.
 */
export async function timeline(
  reader: Pick<RecordReader, 'lines'>,
  session: string,
  { from, at, end, filter }: { from: number; at: Place; end: number; filter: Filter },
): Promise<Slice> {
  const passes = passing(filter)
  const whole = !filter.group && !filter.verdict && !filter.text
  const folds = whole || filter.verdict !== undefined || filter.group === 'statements'
  const entries: Entry[] = []
  const outcomes = new Map<string, Outcome>()
  let next: number | undefined
  let number = at.event
  let read = 0
  for await (const line of reader.lines(session, at.off, end)) {
    const here = number++
    if (here < from) continue
    read += line.length
    if (next === undefined && (full(entries, whole, here - from) || read > MOST_BYTES)) next = here
    if (next !== undefined && (here - next > AHEAD || read > 2 * MOST_BYTES)) break
    const event = eventIn(line.toString('utf8'))
    const key = event && keyOf(event)
    const of = folds && key !== undefined ? outcomes.get(key) : undefined
    if (event && of && event.type !== 'statement') {
      absorb(of, event, (id) => outcomes.set(id, of))
      continue
    }
    if (next !== undefined || !passes(event)) continue
    const outcome = noOutcome()
    entries.push({ number: here, event, outcome })
    if (event?.type === 'statement' && key !== undefined) outcomes.set(key, outcome)
  }
  return { entries, ...(next === undefined ? {} : { next }) }
}

export interface Place {
  readonly event: number
  readonly off: number
}

/** Unfiltered pages have the same borders whatever is in them, so that one can go back. */
function full(entries: readonly Entry[], whole: boolean, seen: number): boolean {
  return whole ? seen >= ON_PAGE : entries.length >= ON_PAGE
}

function noOutcome(): Outcome {
  return {
    ...{ runs: 0, tag: '', rows: 0, bytes: 0, ms: 0 },
    ...{ masked: new Map(), asked: new Map(), shown: 0, terminal: false, notes: [] },
  }
}

/** What ties an event to its statement: connection and number, or the request for an approval. */
function keyOf(event: AnyEvent): string | undefined {
  if (event.type === 'approval') return `approval ${text(event, 'id')}`
  return typeof event.conn === 'number' && typeof event.id === 'number'
    ? `${event.conn} ${event.id}`
    : undefined
}

function absorb(outcome: Outcome, event: AnyEvent, also: (key: string) => void): void {
  switch (event.type) {
    case 'result':
      outcome.runs++
      outcome.tag = text(event, 'tag')
      outcome.rows += count(event, 'rows')
      outcome.bytes += count(event, 'bytes')
      outcome.ms += count(event, 'ms')
      for (const [column, cells] of maskedIn(event))
        outcome.masked.set(column, (outcome.masked.get(column) ?? 0) + cells)
      break
    case 'denied':
      outcome.refused = text(event, 'rule')
      break
    case 'held':
      outcome.asked.set(text(event, 'approval'), undefined)
      also(`approval ${text(event, 'approval')}`)
      break
    case 'approval':
      outcome.asked.set(text(event, 'id'), event)
      break
    case 'execute':
      break
    case 'output':
      outcome.shown++
      break
    case 'terminal':
      outcome.terminal = true
      break
    default:
      if (outcome.notes.length < MOST_NOTES) outcome.notes.push(event)
  }
}

function passing({ group, verdict, text: part }: Filter): (event: AnyEvent | undefined) => boolean {
  const types: readonly string[] | undefined = group && GROUPS[group]
  const wanted = part?.toLowerCase()
  return (event) => {
    if (!event) return !types && !verdict && wanted === undefined
    if (types && !types.includes(event.type)) return false
    if (verdict && (event.type !== 'statement' || event.verdict !== verdict)) return false
    return wanted === undefined || says(event, wanted)
  }
}

/** Spaces and line ends count alike, as in the search over all sessions. */
function says(event: AnyEvent, wanted: string): boolean {
  return Object.values(event).some((value) =>
    (Array.isArray(value) ? value : [value]).some(
      (each) => typeof each === 'string' && each.replace(/\s+/g, ' ').toLowerCase().includes(wanted),
    ),
  )
}

/** A member that should be text; empty when it is not. */
export function text(event: AnyEvent, name: string): string {
  const value = event[name]
  return typeof value === 'string' ? value : ''
}

/** A member that should be a count; 0 when it is not. */
export function count(event: AnyEvent, name: string): number {
  const value = event[name]
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : 0
}

export function texts(event: AnyEvent, name: string): string[] {
  const value = event[name]
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
}
