// What is known of every event without reading it again: enough for filters, rows and the timeline.
import type { AnyEvent } from '../../reading.ts'
import { createSummary, type Summary } from '../../summary.ts'
import { countsOf, numberOf, recordsOf, textOf, textsOf } from './members.ts'
import { eventOf, type Source } from './source.ts'

/** A statement with what came of it. */
export interface StatementEntry {
  readonly index: number
  readonly conn: number
  readonly verdict: string
  readonly warned: boolean
  readonly observed: boolean
  /** It is a command and no SQL. */
  readonly command: boolean
  readonly relations: readonly string[]
  results: number
  rows: number
  bytes: number
  ms: number
  tag: string
  failed: boolean
  refused: boolean
  held: boolean
  /** What people said to it, last. */
  decision: string
  /** Masked cells by column or detector. */
  readonly masked: Map<string, number>
  /** It drew on a terminal. */
  terminal: boolean
  /** The events that belong to it. */
  readonly related: number[]
  /** What it showed: many events, apart from the others. */
  readonly outputs: number[]
}

export interface Entries {
  /** Events that were taken in. */
  readonly count: number
  /** True when no more are there now. */
  readonly complete: boolean
  type(index: number): string
  /** Milliseconds; of the event before when it has none. */
  time(index: number): number
  conn(index: number): number | undefined
  /** The statement that the event is or belongs to. */
  statement(index: number): StatementEntry | undefined
  /** Values to filter by, with how often they are there. */
  readonly types: ReadonlyMap<string, number>
  readonly connections: ReadonlyMap<string, number>
  readonly relations: ReadonlyMap<string, number>
  readonly masked: ReadonlyMap<string, number>
  readonly summary: Summary
  /** Takes in the next events, until `due`. */
  advance(due: () => boolean): void
}

/** Of a line that is no event. */
export const UNREADABLE = 'unreadable'

export function createEntries(source: Source): Entries {
  const types: string[] = []
  const times: number[] = []
  const conns: (number | undefined)[] = []
  const owners: (StatementEntry | undefined)[] = []
  const byId = new Map<string, StatementEntry>()
  const byApproval = new Map<string, StatementEntry>()
  /** Protocols of targets, and what connections speak. */
  const spoken = new Map<string, string>()
  const protocols = new Map<number, string>()
  const facets = { types: new Map(), connections: new Map(), relations: new Map(), masked: new Map() }
  const summary = createSummary()

  const ownerOf = (event: AnyEvent): StatementEntry | undefined => {
    if (event.type === 'approval') return byApproval.get(String(event.id))
    return event.conn === undefined || event.id === undefined
      ? undefined
      : byId.get(`${event.conn}:${event.id}`)
  }
  const take = (index: number) => {
    const event = eventOf(source.line(index))
    const type = event?.type ?? UNREADABLE
    const conn = numberOf(event?.conn)
    types.push(type)
    conns.push(conn)
    times.push(event ? Date.parse(event.t) || 0 : (times.at(-1) ?? 0))
    count(facets.types, type)
    if (event?.type === 'session.start')
      for (const { name, protocol } of recordsOf(event.targets))
        spoken.set(textOf(name) ?? '', textOf(protocol) ?? '')
    if (event?.type === 'connection.open' && conn !== undefined)
      protocols.set(conn, spoken.get(textOf(event.target) ?? '') ?? '')
    if (event?.type === 'statement') {
      const entry = statementOf(event, index, protocols.get(conn ?? -1) === 'ssh')
      byId.set(`${event.conn}:${event.id}`, entry)
      for (const relation of entry.relations) count(facets.relations, relation)
      if (conn !== undefined) count(facets.connections, String(conn))
      owners.push(entry)
    } else {
      const owner = event && ownerOf(event)
      owners.push(owner)
      if (owner && (type === 'output' || type === 'terminal')) {
        owner.outputs.push(index)
        if (type === 'terminal') owner.terminal = true
      } else if (owner && event) {
        owner.related.push(index)
        addOutcome(owner, event)
        if (event.type === 'held') byApproval.set(String(event.approval), owner)
        if (event.type === 'result')
          for (const [name, cells] of countsOf(event.masked)) count(facets.masked, name, cells)
      }
    }
    if (event) summary.add(event)
  }
  return {
    get count() {
      return types.length
    },
    get complete() {
      return types.length >= source.count
    },
    type: (index) => types[index] ?? UNREADABLE,
    time: (index) => times[index] ?? 0,
    conn: (index) => conns[index],
    statement: (index) => owners[index],
    ...facets,
    get summary() {
      return summary.result()
    },
    advance(due) {
      while (types.length < source.count) {
        take(types.length)
        if (types.length % 16 === 0 && due()) return
      }
    },
  }
}

function statementOf(event: AnyEvent, index: number, command: boolean): StatementEntry {
  const rules = textsOf(event.rules)
  const verdict = textOf(event.verdict) ?? ''
  return {
    index,
    conn: numberOf(event.conn) ?? 0,
    verdict,
    warned: verdict === 'allow' && rules.length > 0,
    observed: event.observed === true,
    command,
    relations: textsOf(event.relations),
    results: 0,
    rows: 0,
    bytes: 0,
    ms: 0,
    tag: '',
    failed: false,
    refused: verdict === 'block',
    held: verdict === 'hold',
    decision: '',
    masked: new Map(),
    terminal: false,
    related: [],
    outputs: [],
  }
}

function addOutcome(entry: StatementEntry, event: AnyEvent): void {
  switch (event.type) {
    case 'result':
      entry.results++
      entry.rows += numberOf(event.rows) ?? 0
      entry.bytes += numberOf(event.bytes) ?? 0
      entry.ms += numberOf(event.ms) ?? 0
      entry.tag = textOf(event.tag) ?? ''
      for (const [name, cells] of countsOf(event.masked)) count(entry.masked, name, cells)
      break
    case 'error':
      entry.failed = true
      break
    case 'denied':
      entry.refused = true
      break
    case 'held':
      entry.held = true
      break
    case 'approval':
      entry.decision = textOf(event.decision) ?? ''
  }
}

function count(map: Map<string, number>, key: string, by = 1): void {
  map.set(key, (map.get(key) ?? 0) + by)
}
