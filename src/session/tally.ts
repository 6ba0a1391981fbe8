import type { Event, EventBody } from '../core/event.ts'
import type { Recorder } from '../recording/recorder.ts'

/** What a session amounts to, counted from its own events. */
export interface Tally {
  connections: number
  /** Statements that were run or refused; a prepared statement counts each time it is executed. */
  statements: number
  refused: number
  held: number
  /** Cells. */
  masked: number
}

export interface Refusal {
  /** Sequence number of the statement's event, to find its text in the record. */
  readonly seq: number
  readonly rule: string
  /** What the statement would have done, without its literals. */
  readonly reason: string
  readonly relation?: string
  readonly sha256: string
  readonly conn: number
}

/** More refusals than a person reads are only counted. */
const KEPT_REFUSALS = 200
/** Characters of a reason; it may name what a statement names at any length. */
const LONGEST_REASON = 300

export interface Counted {
  readonly recorder: Recorder
  readonly tally: Tally
  readonly refusals: readonly Refusal[]
  /** True while a statement of this connection waits for its result. */
  busy(conn: number): boolean
  /** Called when a client has logged in, and when a connection is over. */
  onConnection(handler: (conn: number, state: 'open' | 'closed') => void): void
}

/** Looks on while events go into the record. */
export function counting(recorder: Recorder): Counted {
  const tally: Tally = { connections: 0, statements: 0, refused: 0, held: 0, masked: 0 }
  const refusals: Refusal[] = []
  const suspects = new Map<string, Omit<Refusal, 'rule'>>()
  const running = new Map<number, number>()
  let notify: (conn: number, state: 'open' | 'closed') => void = () => {}

  const begin = (conn: number) => running.set(conn, (running.get(conn) ?? 0) + 1)
  const finish = (conn: number) => running.set(conn, Math.max(0, (running.get(conn) ?? 0) - 1))

  const count = (event: EventBody, seq: number): void => {
    switch (event.type) {
      case 'connection.open':
        tally.connections++
        notify(event.conn, 'open')
        break
      case 'connection.close':
        running.delete(event.conn)
        notify(event.conn, 'closed')
        break
      case 'statement':
        if (event.verdict !== 'allow') suspects.set(`${event.conn}:${event.id}`, suspect(event, seq))
        if (event.prepared !== undefined) break
        tally.statements++
        begin(event.conn)
        break
      case 'execute':
        tally.statements++
        begin(event.conn)
        break
      case 'denied': {
        tally.refused++
        finish(event.conn)
        const key = `${event.conn}:${event.id}`
        const found = suspects.get(key)
        suspects.delete(key)
        if (found && refusals.length < KEPT_REFUSALS) refusals.push({ ...found, rule: event.rule })
        break
      }
      case 'held':
        tally.held++
        break
      case 'result':
        finish(event.conn)
        for (const cells of Object.values(event.masked ?? {})) tally.masked += cells
        break
      case 'error':
        finish(event.conn)
        break
    }
  }

  return {
    recorder: {
      append(event) {
        const seq = recorder.append(event)
        count(event, seq)
        return seq
      },
      flush: () => recorder.flush(),
      lagging: (resume) => recorder.lagging(resume),
      onFailure: (handler) => recorder.onFailure(handler),
      seal: (event) => recorder.seal(event),
    },
    tally,
    refusals,
    busy: (conn) => (running.get(conn) ?? 0) > 0,
    onConnection: (handler) => {
      notify = handler
    },
  }
}

function suspect(event: EventBody & { type: 'statement' }, seq: number): Omit<Refusal, 'rule'> {
  const effect = event.effects[0]
  const relation = effect?.name ?? event.relations[0]
  const reason = effect
    ? [effect.action, effect.object, effect.name, effect.detail].filter(Boolean).join(' ')
    : 'not analysed'
  const short =
    reason.length > LONGEST_REASON ? `${reason.slice(0, LONGEST_REASON).toWellFormed()} …` : reason
  return { seq, reason: short, sha256: event.sha256, conn: event.conn, ...(relation ? { relation } : {}) }
}

/** The same numbers from events that are read back, one at a time: a record may be larger than memory. */
export async function recount(
  events: Iterable<Event> | AsyncIterable<Event>,
): Promise<{ totals: Tally; refusals: readonly Refusal[] }> {
  let seq = 0
  const { recorder, tally, refusals } = counting({
    append: () => seq,
    flush: () => {},
    lagging: () => false,
    onFailure: () => {},
    seal: () => Promise.reject(new Error('events that were read back have no seal')),
  })
  for await (const event of events) {
    seq = event.seq
    recorder.append(event)
  }
  return { totals: tally, refusals }
}
