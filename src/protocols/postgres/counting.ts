// How many rows the open transaction has changed, asked of the server on the client's own connection, between the
// client's messages. The server keeps these counters for each connection until it is idle outside of a transaction for
// a while, so only their growth says something. They count what was rolled back to a savepoint, too.
// https://www.postgresql.org/docs/current/monitoring-stats.html#MONITORING-STATS-FUNCTIONS
import { randomBytes } from 'node:crypto'
import { describePortal, FLUSH, SYNC } from './deny.ts'
import type { Exchange } from './exchange.ts'
import {
  CLIENT,
  errorResponse,
  type Failure,
  frame,
  int32,
  ProtocolError,
  readFields,
  UPSTREAM,
} from './frames.ts'
import { KEEP, type Outcome } from './outcome.ts'
import { ASKED } from './pipeline.ts'
import { redact } from './redact.ts'
import type { Run } from './run.ts'
import { readRow } from './side.ts'

/**
 * Permanent tables that are not the server's own; no name in it is looked up in the search_path. Any role may.
 * Besides: whether it counts, and whether code may run only when the transaction is made last.
 */
const TEXT = `SELECT pg_catalog.sum(pg_catalog.pg_stat_get_xact_tuples_updated(c.oid)
 OPERATOR(pg_catalog.+) pg_catalog.pg_stat_get_xact_tuples_deleted(c.oid)),
 pg_catalog.current_setting('track_counts'),
 EXISTS (SELECT FROM pg_catalog.pg_trigger t WHERE t.tgdeferrable AND NOT t.tgisinternal)
FROM pg_catalog.pg_class c
WHERE c.relkind OPERATOR(pg_catalog.=) 'r' AND c.relpersistence OPERATOR(pg_catalog.<>) 't'
 AND c.oid OPERATOR(pg_catalog.>=) '16384'`
const NOW = 'SET CONSTRAINTS ALL IMMEDIATE'

/** One question and its answer. */
export class Count {
  rows: number | undefined
  /** Code waits for the end of the transaction. */
  deferred = false
  /** Statements of it that are not closed. */
  open: number
  readonly synced: boolean
  readonly #told: (count: Count) => void

  constructor(statements: number, synced: boolean, told: (count: Count) => void) {
    this.open = statements
    this.synced = synced
    this.#told = told
  }

  /** A DataRow's body. */
  read(body: Buffer): void {
    const [sum, counting, deferred] = readRow(body)
    this.rows = counting === 'on' ? Number(sum ?? 0) : undefined
    this.deferred = deferred === 't'
  }

  /** Nothing more comes. */
  end(): void {
    this.#told(this)
  }

  /** It failed, or what stands before it. */
  skipped(): void {
    this.rows = undefined
    this.deferred = false
    if (!this.synced) this.end()
  }
}

const UNCOUNTED: Failure = {
  severity: 'ERROR',
  sqlstate: '42501',
  message: 'refused by policy: the server did not say how many rows this transaction has changed',
  hint: 'The guard counts rows. See the record of the session for the reason.',
}

export class Counting {
  readonly #x: Exchange
  /** No name of the client's. */
  readonly #name = `sluice ${randomBytes(9).toString('hex')}`
  #asked = 0

  constructor(exchange: Exchange) {
    this.#x = exchange
  }

  /** Frames in front of what was just allowed; undefined when nobody wants to know. */
  before(alone: boolean): Buffer | undefined {
    const { counts } = this.#x.gate
    if (!counts?.before(alone)) return undefined
    return this.#question([TEXT], (count) => counts.told('before', count.rows))
  }

  /** Asks when something that ran was not counted by its tag, and settles when that is answered. Every other answer is here. */
  after(): Promise<void> | undefined {
    const { counts } = this.#x.gate
    if (!counts?.after()) return undefined
    return this.#ask([TEXT])
      .then((count) => (count.deferred ? this.#ask([NOW, TEXT]) : count))
      .then(({ rows }) => counts.told('after', rows))
  }

  #ask(texts: readonly string[]): Promise<Count> {
    return new Promise((resolve) => {
      const question = this.#question(texts, resolve)
      this.#x.upstream.socket.write(question)
      if (this.#x.unsynced) this.#x.upstream.socket.write(FLUSH)
    })
  }

  /** A simple query as messages that leave its transaction open until a Sync comes. Names of the client's stay as they are. */
  unfolded(run: Run): Buffer {
    const { pipeline } = this.#x
    const name = this.#named()
    for (const kind of [ASKED.unseen, ASKED.unseen, ASKED.describeQuery, ASKED.execute])
      pipeline.push(kind, run)
    for (let closes = 0; closes < 2; closes++) pipeline.push(ASKED.unseen, null)
    const [parse, bind, ...rest] = messages(name, run.statement.text)
    return Buffer.concat([parse, bind, describePortal(name), ...rest])
  }

  #named(): string {
    return `${this.#name} ${this.#asked++}`
  }

  /** Behind unsynced messages without a Sync of ours: it would end what they began. */
  #question(texts: readonly string[], told: (count: Count) => void): Buffer {
    const synced = !this.#x.unsynced
    const count = new Count(texts.length, synced, told)
    this.#x.pipeline.push(ASKED.count, count)
    const frames = texts.flatMap((text): Buffer[] => messages(this.#named(), text))
    if (synced) {
      this.#x.pipeline.push(ASKED.countSync, count)
      frames.push(SYNC)
    }
    return Buffer.concat(frames)
  }
}

const messages = (name: string, text: string): [parse: Buffer, bind: Buffer, ...rest: Buffer[]] => [
  frame(CLIENT.Parse, name, text, Buffer.alloc(2)),
  frame(CLIENT.Bind, name, name, Buffer.alloc(6)),
  frame(CLIENT.Execute, name, int32(0)),
  frame(CLIENT.Close, Buffer.of(0x50), name),
  frame(CLIENT.Close, Buffer.of(0x53), name),
]

/** An answer to the question at the head of the pipeline: no client reads it. KEEP: it has nothing to do with it. */
export function counted(
  x: Exchange,
  count: Count,
  type: number,
  b: Buffer,
  at: number,
  end: number,
): Outcome {
  switch (type) {
    case UPSTREAM.ParseComplete:
    case UPSTREAM.BindComplete:
    case UPSTREAM.CommandComplete:
      return undefined
    case UPSTREAM.DataRow:
      count.read(b.subarray(at + 5, end))
      return undefined
    case UPSTREAM.CloseComplete:
      count.open -= 0.5
      if (count.open > 0) return undefined
      x.pipeline.shift()
      if (!count.synced) count.end()
      return undefined
    case UPSTREAM.ErrorResponse:
      return failed(x, count, b, at, end)
    case UPSTREAM.NoticeResponse:
      // Ours is no transaction block.
      return new Map(readFields(b, at + 5, end)).get('C') === '25P01' ? undefined : KEEP
    case UPSTREAM.ParameterStatus:
    case UPSTREAM.NotificationResponse:
      return KEEP
    default:
      throw new ProtocolError('an answer out of order')
  }
}

/** Its rows stay unknown. Behind unsynced messages the server skips what the client sent, which reads an error for it. */
function failed(x: Exchange, count: Count, b: Buffer, at: number, end: number): Outcome {
  const told = redact(x, null, b, at, end)
  x.gate.notice(told.sqlstate, told.record)
  if (told.fatal) return told.frame ?? b.subarray(at, end)
  x.skip()
  return count.synced ? undefined : errorResponse(UNCOUNTED)
}
