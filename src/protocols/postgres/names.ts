// Which statement a name stands for. Protocol and SQL share the names (PREPARE, DECLARE CURSOR).
//
// The server knows at once whether a Parse worked; we know when its answer is back. Within one Sync-delimited segment
// that makes no difference (an error skips the rest). Across segments a name whose maker is unanswered is ambiguous,
// and `settled` says so: the caller then waits for the answers.
import type { Statement } from '../../core/statement.ts'
import { ProtocolError, stringEnd } from './frames.ts'
import { LONGEST } from './identifiers.ts'
import type { Run } from './run.ts'

export class Prepared {
  readonly name: string
  /** Undefined for a name that is being closed. */
  readonly statement: Statement | undefined
  readonly segment: number
  /** Declared types of its parameters, as they came: only of a statement that a person may have to decide on. */
  readonly types: Buffer | undefined

  constructor(name: string, statement: Statement | undefined, segment: number, types?: Buffer) {
    this.name = name
    this.statement = statement
    this.segment = segment
    this.types = types
  }
}

export function readName(bytes: Buffer, at: number, end: number): string {
  const zero = stringEnd(bytes, at, end)
  if (zero - at > LONGEST) throw new ProtocolError(`a name longer than ${LONGEST} bytes`)
  return zero === at ? '' : bytes.toString('utf8', at, zero)
}

export class Names {
  readonly #prepared = new Map<string, Prepared>()
  readonly #preparing = new Map<string, Prepared>()
  readonly #portals = new Map<string, Run>()
  readonly #binding = new Map<string, Run | undefined>()
  /** Counts Syncs and simple queries sent. */
  segment = 0

  /** False when what `name` stands for depends on an answer that is not here yet. */
  settled(name: string): boolean {
    const making = this.#preparing.get(name)
    return making === undefined || making.segment === this.segment
  }

  /** For a name of SQL, which may be of either kind; `naming` when statements may change names out of sight. */
  settledBoth(name: string, naming: boolean): boolean {
    return !naming && this.settled(name) && this.portalSettled(name)
  }

  portalSettled(name: string): boolean {
    const making = this.#binding.get(name)
    return making === undefined || making.segment === this.segment
  }

  prepared(name: string): Statement | undefined {
    return (this.#preparing.get(name) ?? this.#prepared.get(name))?.statement
  }

  /** See `Prepared.types`. */
  types(name: string): Buffer | undefined {
    return (this.#preparing.get(name) ?? this.#prepared.get(name))?.types
  }

  portal(name: string): Run | undefined {
    return this.#binding.has(name) ? this.#binding.get(name) : this.#portals.get(name)
  }

  portals(): Iterable<Run> {
    return this.#portals.values()
  }

  preparing(prepared: Prepared): void {
    this.#preparing.set(prepared.name, prepared)
  }

  binding(run: Run): void {
    this.#binding.set(run.name, run)
  }

  closingPortal(name: string): void {
    this.#binding.delete(name)
    this.#portals.delete(name)
  }

  /** ParseComplete, CloseComplete, or a tag that says the same of an SQL statement. */
  done(prepared: Prepared): void {
    if (prepared.statement) this.#prepared.set(prepared.name, prepared)
    else this.#prepared.delete(prepared.name)
    if (this.#preparing.get(prepared.name) === prepared) this.#preparing.delete(prepared.name)
  }

  bound(run: Run): void {
    run.confirmed = true
    this.#portals.set(run.name, run)
    if (this.#binding.get(run.name) === run) this.#binding.delete(run.name)
  }

  /** It failed, or was skipped behind a failure. `first` for the one that failed itself. */
  failed(item: Prepared | Run, first: boolean): void {
    if (item instanceof Prepared) {
      if (this.#preparing.get(item.name) === item) this.#preparing.delete(item.name)
      if (first && item.name === '') this.#prepared.delete('')
    } else if (this.#binding.get(item.name) === item) {
      this.#binding.delete(item.name)
    }
  }

  /** The transaction is over: portals are gone, but for those that may be declared WITH HOLD. */
  transactionEnded(): void {
    for (const [name, run] of this.#portals)
      if (run.source !== undefined || !/\bhold\b/i.test(run.statement.text)) this.#portals.delete(name)
  }

  /** Code ran that may have put another query behind a portal's name. */
  doubtPortals(): void {
    for (const run of this.#portals.values()) run.doubtful = true
  }

  forgetPrepared(): void {
    this.#prepared.clear()
  }

  forgetPortals(): void {
    this.#portals.clear()
  }
}
