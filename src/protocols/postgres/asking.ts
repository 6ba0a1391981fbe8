// What a message of the client asks for: judged, put in the pipeline, or refused in its turn.
import type { Verdict } from '../../core/verdict.ts'
import { declaredTypes } from './declared.ts'
import { denial, describePortal, FAILING, SYNC } from './deny.ts'
import type { Exchange } from './exchange.ts'
import { errorResponse, type Failure, ProtocolError, stringEnd } from './frames.ts'
import { Judge, type Judged } from './judge.ts'
import { Prepared, readName } from './names.ts'
import { mayCommit } from './naming.ts'
import { boundBy } from './parameters.ts'
import { ASKED } from './pipeline.ts'
import { Run } from './run.ts'

/** What becomes of a frame. */
export const PASS = 0
export const WAIT = 1
export const DROP = 2

export class Asking {
  readonly #x: Exchange
  readonly #judge: Judge
  /** Written in front of the frame, or in its place when it is dropped. */
  insert: Buffer | undefined
  /** A simple query runs as extended messages, without a Sync so far. */
  unfolded = false
  /** Judged, and waiting for the answers before it. */
  #kept: Judged | undefined
  /** What a person said to making last what ran; the frame that does it comes again. */
  #said: { readonly failure: Failure | undefined } | undefined
  #id = 0

  constructor(exchange: Exchange) {
    this.#x = exchange
    this.#judge = new Judge(exchange)
  }

  /** The server would not look at it. */
  skip(): number {
    this.#judge.forget()
    this.#kept = undefined
    this.#said = undefined
    return DROP
  }

  query(b: Buffer, at: number, end: number): number {
    const x = this.#x
    const { counts } = x.gate
    if (this.unfolded) return this.#folded()
    if (x.broken) {
      x.broken = false
      return DROP
    }
    if (x.unsynced) return this.#parted()
    const judged = this.#kept ?? this.#simple(b, at, end)
    if (typeof judged === 'number') return judged
    if (counts?.doubtful(false) && x.pipeline.length > 0) {
      // Whether a transaction is open is known then.
      this.#kept = judged
      return this.settle()
    }
    this.#kept = undefined
    const { statement } = judged
    const run = new Run('', statement)
    run.copy = judged.copy
    run.standing = x.standing(statement)
    run.restart(x.shared.now())
    if (counts?.doubtful(false) && counts.doubtful(true)) {
      this.#unfold(run)
      return this.settle()
    }
    this.insert = x.counting.before(true)
    counts?.synced()
    x.names.segment++
    x.pipeline.push(ASKED.query, run)
    x.runs(statement)
    return PASS
  }

  /**
   * Behind extended messages without a Sync: some servers let it run in the transaction that these began, and leave that open
   * though nobody said BEGIN; others make it last. A Sync of ours in front of it ends that, or it would tell of an open one.
   */
  #parted(): number {
    const x = this.#x
    if (x.pipeline.length > 0) return this.settle()
    const refused = this.#closing()
    if (refused === WAIT) return WAIT
    this.#synced()
    if (refused) return this.refuseQuery(refused)
    x.pipeline.push(ASKED.ownSync, null)
    x.gate.flush()
    x.upstream.socket.write(SYNC)
    return this.settle()
  }

  #synced(): void {
    const x = this.#x
    x.unsynced = false
    x.names.segment++
    x.gate.counts?.synced()
  }

  /** The verdict on a simple query, or what becomes of its frame. */
  #simple(b: Buffer, at: number, end: number): Judged | number {
    if (!this.#judge.waiting) this.#x.gate.counts?.synced()
    if (stringEnd(b, at + 5, end) !== end - 1) throw new ProtocolError('a Query that does not end at its end')
    const judged = this.#judge.statement(b, at + 5, end - 1, this.#id + 1, undefined)
    if (judged === undefined) return WAIT
    this.#id++
    return judged.failure ? this.refuseQuery(judged.failure) : judged
  }

  /** It runs as messages behind which its transaction is open, so that what it changed can be counted. */
  #unfold(run: Run): void {
    const x = this.#x
    x.unsynced = true
    const counting = x.counting.before(false)
    const messages = x.counting.unfolded(run)
    x.runs(run.statement)
    x.gate.flush()
    x.upstream.socket.write(counting ? Buffer.concat([counting, messages]) : messages)
    this.unfolded = true
  }

  /** It has run: what it changed is made last, or refused. */
  #folded(): number {
    const x = this.#x
    const refused = this.#closing()
    if (refused === WAIT) return WAIT
    this.unfolded = false
    if (refused) x.pipeline.push(ASKED.refused, errorResponse(refused))
    x.pipeline.push(ASKED.sync, null)
    this.insert = refused ? Buffer.concat([FAILING, SYNC]) : SYNC
    x.skipping = false
    this.#synced()
    return DROP
  }

  parse(b: Buffer, at: number, end: number): number {
    const name = readName(b, at + 5, end)
    const from = stringEnd(b, at + 5, end) + 1
    const to = stringEnd(b, from, end)
    if (end - to < 3 || end - to !== 3 + 4 * b.readUInt16BE(to + 1))
      throw new ProtocolError('a Parse whose count of types is wrong')
    if (name !== '' && !this.#settled(name)) return this.settle()
    const judged = this.#judge.statement(b, from, to, this.#id + 1, name, declaredTypes(b, to + 1))
    if (judged === undefined) return WAIT
    this.#id++
    if (judged.failure) return this.#refuse(judged.failure)
    // Any statement's verdict may be `hold` by the time that it runs.
    const types = this.#x.gate.hold && Buffer.from(b.subarray(to + 1, end))
    const prepared = new Prepared(name, judged.statement, this.#x.names.segment, types)
    this.#x.names.preparing(prepared)
    return this.#ask(ASKED.parse, prepared)
  }

  /** `end` is where the bytes at hand end, `size` the whole frame's. */
  bind(b: Buffer, at: number, end: number, size: number): number {
    const { names } = this.#x
    const portal = readName(b, at + 5, end)
    const second = stringEnd(b, at + 5, end) + 1
    const name = readName(b, second, end)
    const counts = stringEnd(b, second, end) + 1
    if (counts + 2 > end) throw new ProtocolError('a Bind that is cut')
    const parameters = counts + 2 + 2 * b.readUInt16BE(counts)
    if (parameters + 2 > end) throw new ProtocolError('a Bind that is cut')
    if (!this.#settled(name) || !this.#portalSettled(portal)) return this.settle()
    const statement = names.prepared(name)
    if (!statement) return this.#refuse(unknown('26000', `prepared statement "${name}" does not exist`))
    if (this.#x.awaits(statement.analysis)) return this.settle()
    const options = { source: name, parameters: b.readUInt16BE(parameters), segment: names.segment }
    const run = new Run(portal, statement, options)
    run.standing = this.#x.standing(statement)
    const types = names.types(name)
    if (types && run.parameters > 0) {
      run.bound = boundBy(b, counts, end, types)
      run.unseen = end - at < size
    }
    const judged = this.#judge.execute(run, true)
    if (judged === undefined) return WAIT
    if (judged.failure) return this.#refuse(judged.failure)
    this.#x.judging = undefined
    this.insert = this.#x.counting.before(false)
    names.binding(run)
    return this.#ask(ASKED.bind, run)
  }

  describe(b: Buffer, at: number, end: number): number {
    const name = readName(b, at + 6, end)
    const { names } = this.#x
    if (b[at + 5] === 0x53) {
      if (!this.#settled(name)) return this.settle()
      const statement = names.prepared(name)
      return this.#ask(ASKED.describeStatement, statement ? new Run(name, statement) : null)
    }
    if (b[at + 5] !== 0x50) throw new ProtocolError('a Describe of neither statement nor portal')
    if (!this.#portalSettled(name)) return this.settle()
    const run = names.portal(name)
    if (!run) return this.#refuse(unknown('34000', `portal "${name}" does not exist`))
    run.described = true
    return this.#ask(ASKED.describePortal, run)
  }

  execute(b: Buffer, at: number, end: number): number {
    const x = this.#x
    const name = readName(b, at + 5, end)
    if (!this.#portalSettled(name)) return this.settle()
    const run = x.names.portal(name)
    if (!run) return this.#refuse(unknown('34000', `portal "${name}" does not exist`))
    if (x.pends(run.statement.analysis)) return this.settle()
    if (run.standing) {
      if (x.awaits(run.statement.analysis)) return this.settle()
      // What it runs was described when it was bound.
      if (!same(run.standing, x.standing(run.statement)))
        return this.#refuse(unknown('26000', 'a name that the statement uses has changed since it was bound'))
    }
    const ends = !this.#judge.waiting && run.statement.analysis.effects.some(mayCommit)
    const refused = ends ? this.#closing() : undefined
    if (refused === WAIT) return WAIT
    if (refused) return this.#refuse(refused)
    const judged = this.#judge.execute(run)
    if (judged === undefined) return WAIT
    if (judged.failure) return this.#refuse(judged.failure)
    run.copy = judged.copy
    const counting = x.counting.before(false)
    const doubtful = run.doubtful || (name !== '' && x.shared.code.opensCursors)
    if ((!run.described || doubtful) && !x.shared.plans.inert) {
      // Without a description nothing tells what the rows are: ask ourselves.
      run.described = true
      this.insert = describePortal(name)
      x.pipeline.push(ASKED.describeOurs, run)
    }
    if (counting) this.insert = this.insert ? Buffer.concat([counting, this.insert]) : counting
    if (x.pipeline.length === 0) run.restart(x.shared.now())
    const asked = this.#ask(ASKED.execute, run)
    x.runs(run.statement)
    return asked
  }

  /** What ran outside of a transaction is made last by it. */
  sync(): number {
    const x = this.#x
    const refused = this.#closing()
    if (refused === WAIT) return WAIT
    if (refused) {
      x.pipeline.push(ASKED.refused, errorResponse(refused))
      this.insert = FAILING
    }
    if (!x.taking) x.gate.counts?.synced()
    return PASS
  }

  /** What is said against making last what ran outside of a transaction; WAIT until that is known. */
  #closing(): typeof WAIT | Failure | undefined {
    const { gate, pipeline, counting, client, skipping } = this.#x
    const { counts } = gate
    const said = this.#said
    this.#said = undefined
    if (skipping || !counts?.doubtful(false)) return undefined
    if (said) return said.failure
    if (pipeline.length > 0) {
      this.settle()
      return WAIT
    }
    if (!counts.doubtful(true)) return undefined
    const asked = counting.after()
    if (!asked) return this.#agreed(counts.settled())
    client.hold()
    void asked.then(() => client.release())
    return WAIT
  }

  /** Nothing of the client is read until the person has said something. */
  #agreed(verdict: Verdict): typeof WAIT | Failure | undefined {
    const { holding, client } = this.#x
    if (verdict.kind === 'allow') return undefined
    const asked = verdict.kind === 'hold' ? holding.settle(verdict) : undefined
    if (!asked) return denial(verdict)
    client.hold()
    void asked.then((failure) => {
      this.#said = { failure }
      client.release()
    })
    return WAIT
  }

  close(b: Buffer, at: number, end: number): number {
    const name = readName(b, at + 6, end)
    const { names } = this.#x
    if (b[at + 5] === 0x53) {
      if (!this.#settled(name)) return this.settle()
      const closed = new Prepared(name, undefined, names.segment)
      names.preparing(closed)
      return this.#ask(ASKED.close, closed)
    }
    if (b[at + 5] !== 0x50) throw new ProtocolError('a Close of neither statement nor portal')
    if (!this.#portalSettled(name)) return this.settle()
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
    this.#x.unsynced = true
    this.#x.pipeline.push(kind, item)
    return PASS
  }

  /** The client waits until every answer is here; a Flush makes the server give them. */
  settle(): number {
    if (this.#x.pipeline.length === 0) throw new ProtocolError('a name whose statement is not known')
    this.#x.settling = true
    this.#x.client.hold()
    return WAIT
  }

  /** In place of an extended message: one that fails on the server too; its error is replaced by `failure`. */
  #refuse(failure: Failure): number {
    this.#x.unsynced = true
    this.#x.pipeline.push(ASKED.refused, errorResponse(failure))
    this.insert = FAILING
    return DROP
  }

  refuseQuery(failure: Failure): number {
    if (this.#x.unsynced)
      throw new ProtocolError('a simple query behind extended messages without a Sync was refused')
    this.#x.pipeline.push(ASKED.refused, errorResponse(failure))
    this.#x.pipeline.push(ASKED.sync, null)
    this.#x.names.segment++
    this.insert = Buffer.concat([FAILING, SYNC])
    return DROP
  }
}

const same = (before: readonly unknown[], now: readonly unknown[] | undefined): boolean =>
  before.length === now?.length && before.every((each, index) => each === now[index])

const unknown = (sqlstate: string, message: string): Failure => ({ severity: 'ERROR', sqlstate, message })
