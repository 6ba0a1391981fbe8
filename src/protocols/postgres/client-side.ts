// Client to upstream: every frame is looked at, statements are judged, and runs of untouched frames pass as one slice.
// Message flow: https://www.postgresql.org/docs/current/protocol-flow.html
import { describePortal, FAILING, FLUSH, failureOf, SYNC } from './deny.ts'
import { CopyDigest } from './digest.ts'
import type { Exchange } from './exchange.ts'
import {
  CLIENT,
  errorResponse,
  type Failure,
  FRAME_LIMIT,
  frameLength,
  knownTypes,
  ProtocolError,
  stringEnd,
  WHOLE_LIMIT,
} from './frames.ts'
import { Judge } from './judge.ts'
import { Prepared, readName } from './names.ts'
import { ASKED } from './pipeline.ts'
import { Run } from './run.ts'
import type { Sink } from './transport.ts'

const KNOWN = knownTypes(CLIENT)

/** What becomes of a frame. */
const PASS = 0
const WAIT = 1
const DROP = 2

/** Names, format codes and the parameter count of a Bind lie within this. */
const BIND_HEAD = 160 * 1024
/** Unanswered messages; more and the client waits. */
const MOST_UNANSWERED = 16_384

export class ClientSide implements Sink {
  readonly #x: Exchange
  readonly #judge: Judge
  /** Bytes of the current frame that are still to pass, or to be dropped. */
  #rest = 0
  #restDropped = false
  /** Written in front of the frame, or in its place when it is dropped. */
  #insert: Buffer | undefined
  /** Extended messages were sent since the last Sync. */
  #unsynced = false
  #id = 0
  terminated = false
  #digest: CopyDigest | undefined

  constructor(exchange: Exchange) {
    this.#x = exchange
    this.#judge = new Judge(exchange)
  }

  failed(error: unknown): void {
    const failure = failureOf(error, 'protocol violation', 'the proxy failed on this message')
    this.#x.gate.limit('protocol', failure.message)
    this.#x.end(failure)
  }

  take(buffer: Buffer, start: number, end: number): number {
    if (this.#x.gate.lagging(this.#resume)) {
      this.#x.client.hold()
      return start
    }
    let from = start
    let at = start
    if (this.#rest > 0) {
      at = this.#pass(buffer, start, Math.min(end, start + this.#rest))
      if (this.#restDropped) from = at
    }
    while (end - at >= 5) {
      const type = buffer[at]!
      if (KNOWN[type] === 0) throw unacceptable(type)
      const whole = type !== CLIENT.CopyData && type !== CLIENT.Bind
      const size = frameLength(buffer, at, whole ? WHOLE_LIMIT : FRAME_LIMIT) + 1
      const needed = type === CLIENT.CopyData ? 5 : type === CLIENT.Bind ? Math.min(size, BIND_HEAD) : size
      if (end - at < needed) {
        this.#x.client.want(needed)
        break
      }
      this.#insert = undefined
      const action = this.#frame(type, buffer, at, Math.min(end, at + size), size)
      if (action === WAIT) break
      if (action === DROP || this.#insert) {
        this.#forward(buffer, from, at)
        if (this.#insert) this.#write(this.#insert)
        from = at
      }
      this.#rest = size
      this.#restDropped = action === DROP
      at = this.#pass(buffer, at, Math.min(end, at + size), 5)
      if (action === DROP) from = at
    }
    this.#forward(buffer, from, at)
    if (this.#x.settling) this.#x.upstream.socket.write(FLUSH)
    return at
  }

  readonly #resume = () => this.#x.client.release()

  /** Counts `[from, to)` off the current frame; `header` bytes of it are no data. */
  #pass(buffer: Buffer, from: number, to: number, header = 0): number {
    this.#rest -= to - from
    if (this.#digest && !this.#restDropped && to > from + header) this.#digest.add(buffer, from + header, to)
    if (this.#rest === 0) this.#digest = undefined
    return to
  }

  #forward(buffer: Buffer, from: number, to: number): void {
    if (to > from) this.#write(buffer.subarray(from, to))
  }

  #write(bytes: Buffer): void {
    this.#x.gate.flush()
    this.#x.upstream.socket.write(bytes)
  }

  /** `end` is where the bytes at hand end, `size` the whole frame's. */
  #frame(type: number, b: Buffer, at: number, end: number, size: number): number {
    const x = this.#x
    if (x.copyingIn && !inCopy(type)) throw new ProtocolError('a message that is not data within COPY')
    if (x.skipping && type !== CLIENT.Sync && type !== CLIENT.Terminate) return DROP
    if (x.pipeline.length > MOST_UNANSWERED && type !== CLIENT.CopyData) return this.#settle()
    switch (type) {
      case CLIENT.CopyData:
        if (x.copyingIn || x.pipeline.length > 0) x.incoming ??= new CopyDigest()
        this.#digest = x.incoming
        return PASS
      case CLIENT.CopyDone:
      case CLIENT.CopyFail:
        if (x.incoming) x.finished.push(x.incoming)
        x.incoming = undefined
        x.syncHeld = false
        if (x.copyingIn) x.copyingIn = false
        else x.pipeline.push(ASKED.copyEnd, null)
        return PASS
      case CLIENT.Query:
        return this.#query(b, at, end)
      case CLIENT.Parse:
        return this.#parse(b, at, end)
      case CLIENT.Bind:
        return this.#bind(b, at, end)
      case CLIENT.Describe:
        return this.#describe(b, at, end)
      case CLIENT.Execute:
        return this.#execute(b, at, end)
      case CLIENT.Close:
        return this.#close(b, at, end)
      case CLIENT.Flush:
        return PASS
      case CLIENT.Sync:
        if (size !== 5) throw new ProtocolError('a Sync with a body')
        x.skipping = false
        this.#unsynced = false
        x.names.segment++
        if (x.copyingIn) {
          // The server ignores it while it takes data, and waits for it behind an error.
          x.syncHeld = true
          return DROP
        }
        x.pipeline.push(ASKED.sync, null)
        return PASS
      case CLIENT.Terminate:
        this.terminated = true
        return PASS
      case CLIENT.FunctionCall:
        x.gate.limit('function-call', 'the function call message was refused')
        return this.#refuseQuery({
          severity: 'ERROR',
          sqlstate: '0A000',
          message: 'the function call protocol is refused',
          hint: 'Call the function by a SELECT.',
        })
      default:
        throw unacceptable(type)
    }
  }

  #query(b: Buffer, at: number, end: number): number {
    if (stringEnd(b, at + 5, end) !== end - 1) throw new ProtocolError('a Query that does not end at its end')
    const judged = this.#judge.statement(b, at + 5, end - 1, this.#id + 1, undefined)
    if (judged === undefined) return WAIT
    this.#id++
    if (judged.failure) return this.#refuseQuery(judged.failure)
    this.#unsynced = false
    this.#x.names.segment++
    const run = new Run('', judged.statement)
    run.copy = judged.copy
    run.standing = this.#x.standing(judged.statement)
    run.restart(this.#x.shared.now())
    this.#x.pipeline.push(ASKED.query, run)
    this.#x.runs(judged.statement)
    return PASS
  }

  #parse(b: Buffer, at: number, end: number): number {
    const name = readName(b, at + 5, end)
    const from = stringEnd(b, at + 5, end) + 1
    const to = stringEnd(b, from, end)
    if (end - to < 3 || end - to !== 3 + 4 * b.readUInt16BE(to + 1))
      throw new ProtocolError('a Parse whose count of types is wrong')
    if (name !== '' && !this.#settled(name)) return this.#settle()
    const judged = this.#judge.statement(b, from, to, this.#id + 1, name, ownTypes(b, to + 1))
    if (judged === undefined) return WAIT
    this.#id++
    if (judged.failure) return this.#refuse(judged.failure)
    const prepared = new Prepared(name, judged.statement, this.#x.names.segment)
    this.#x.names.preparing(prepared)
    return this.#ask(ASKED.parse, prepared)
  }

  #bind(b: Buffer, at: number, end: number): number {
    const { names } = this.#x
    const portal = readName(b, at + 5, end)
    const second = stringEnd(b, at + 5, end) + 1
    const name = readName(b, second, end)
    const counts = stringEnd(b, second, end) + 1
    if (counts + 2 > end) throw new ProtocolError('a Bind that is cut')
    const parameters = counts + 2 + 2 * b.readUInt16BE(counts)
    if (parameters + 2 > end) throw new ProtocolError('a Bind that is cut')
    if (!this.#settled(name) || !this.#portalSettled(portal)) return this.#settle()
    const statement = names.prepared(name)
    if (!statement) return this.#refuse(unknown('26000', `prepared statement "${name}" does not exist`))
    if (this.#x.awaits(statement.analysis)) return this.#settle()
    const options = { source: name, parameters: b.readUInt16BE(parameters), segment: names.segment }
    const run = new Run(portal, statement, options)
    run.standing = this.#x.standing(statement)
    names.binding(run)
    return this.#ask(ASKED.bind, run)
  }

  #describe(b: Buffer, at: number, end: number): number {
    const name = readName(b, at + 6, end)
    const { names } = this.#x
    if (b[at + 5] === 0x53) {
      if (!this.#settled(name)) return this.#settle()
      const statement = names.prepared(name)
      return this.#ask(ASKED.describeStatement, statement ? new Run(name, statement) : null)
    }
    if (b[at + 5] !== 0x50) throw new ProtocolError('a Describe of neither statement nor portal')
    if (!this.#portalSettled(name)) return this.#settle()
    const run = names.portal(name)
    if (!run) return this.#refuse(unknown('34000', `portal "${name}" does not exist`))
    run.described = true
    return this.#ask(ASKED.describePortal, run)
  }

  #execute(b: Buffer, at: number, end: number): number {
    const x = this.#x
    const name = readName(b, at + 5, end)
    if (!this.#portalSettled(name)) return this.#settle()
    const run = x.names.portal(name)
    if (!run) return this.#refuse(unknown('34000', `portal "${name}" does not exist`))
    if (x.pends(run.statement.analysis)) return this.#settle()
    if (run.standing) {
      if (x.awaits(run.statement.analysis)) return this.#settle()
      // What it runs was described when it was bound.
      if (!same(run.standing, x.standing(run.statement)))
        return this.#refuse(unknown('26000', 'a name that the statement uses has changed since it was bound'))
    }
    const judged = this.#judge.execute(run)
    if (judged === undefined) return WAIT
    if (judged.failure) return this.#refuse(judged.failure)
    run.copy = judged.copy
    const doubtful = run.doubtful || (name !== '' && x.shared.code.opensCursors)
    if ((!run.described || doubtful) && !x.shared.plans.inert) {
      // Without a description nothing tells what the rows are: ask ourselves.
      run.described = true
      this.#insert = describePortal(name)
      x.pipeline.push(ASKED.describeOurs, run)
    }
    if (x.pipeline.length === 0) run.restart(x.shared.now())
    const asked = this.#ask(ASKED.execute, run)
    x.runs(run.statement)
    return asked
  }

  #close(b: Buffer, at: number, end: number): number {
    const name = readName(b, at + 6, end)
    const { names } = this.#x
    if (b[at + 5] === 0x53) {
      if (!this.#settled(name)) return this.#settle()
      const closed = new Prepared(name, undefined, names.segment)
      names.preparing(closed)
      return this.#ask(ASKED.close, closed)
    }
    if (b[at + 5] !== 0x50) throw new ProtocolError('a Close of neither statement nor portal')
    if (!this.#portalSettled(name)) return this.#settle()
    names.closingPortal(name)
    return this.#ask(ASKED.close, null)
  }

  /** SQL changes no unnamed statement and no unnamed portal. */
  #settled(name: string): boolean {
    return (name === '' || !this.#x.naming) && this.#x.names.settled(name)
  }

  #portalSettled(name: string): boolean {
    return (name === '' || !this.#x.naming) && this.#x.names.portalSettled(name)
  }

  #ask(kind: number, item: Run | Prepared | null): number {
    this.#unsynced = true
    this.#x.pipeline.push(kind, item)
    return PASS
  }

  /** The client waits until every answer is here; a Flush makes the server give them. */
  #settle(): number {
    if (this.#x.pipeline.length === 0) throw new ProtocolError('a name whose statement is not known')
    this.#x.settling = true
    this.#x.client.hold()
    return WAIT
  }

  /** In place of an extended message: one that fails on the server too; its error is replaced by `failure`. */
  #refuse(failure: Failure): number {
    this.#unsynced = true
    this.#x.pipeline.push(ASKED.refused, errorResponse(failure))
    this.#insert = FAILING
    return DROP
  }

  #refuseQuery(failure: Failure): number {
    if (this.#unsynced)
      throw new ProtocolError('a simple query behind extended messages without a Sync was refused')
    this.#x.pipeline.push(ASKED.refused, errorResponse(failure))
    this.#x.pipeline.push(ASKED.sync, null)
    this.#x.names.segment++
    this.#insert = Buffer.concat([FAILING, SYNC])
    return DROP
  }
}

const inCopy = (type: number): boolean =>
  type === CLIENT.CopyData ||
  type === CLIENT.CopyDone ||
  type === CLIENT.CopyFail ||
  type === CLIENT.Sync ||
  type === CLIENT.Flush ||
  type === CLIENT.Terminate

const FIRST_OWN = 16_384
const NONE: readonly number[] = []

/** OIDs of parameters whose types are not the server's own: their code runs when values are bound. */
function ownTypes(b: Buffer, at: number): readonly number[] {
  let found = NONE
  const end = at + 2 + 4 * b.readUInt16BE(at)
  for (let oid = at + 2; oid < end; oid += 4)
    if (b.readUInt32BE(oid) >= FIRST_OWN) found = [...found, b.readUInt32BE(oid)]
  return found
}

const same = (before: readonly unknown[], now: readonly unknown[] | undefined): boolean =>
  before.length === now?.length && before.every((each, index) => each === now[index])

const unknown = (sqlstate: string, message: string): Failure => ({ severity: 'ERROR', sqlstate, message })

const unacceptable = (type: number) =>
  new ProtocolError(`message type 0x${type.toString(16).padStart(2, '0')} is not accepted`)
