import type { Socket } from 'node:net'
import type { HeldBlocking } from '../core/blocking.ts'
import type { TargetTerms } from '../core/grant.ts'
import type { Secret } from '../core/secret.ts'
import type { Analysis, Effect, Flow, Statement, Uses } from '../core/statement.ts'
import type { Verdict } from '../core/verdict.ts'
import type { Masking } from '../masking/mask.ts'
import type { Analyser } from '../sql/analyser.ts'
import type { Defined } from '../sql/catalogue/definitions.ts'
import type { Snapshot } from '../sql/catalogue/snapshot.ts'

/** One network protocol: what the contract suite runs against and the session serves. */
export interface Protocol {
  readonly name: string
  readonly defaultPort: number
  /** A target is made once a session; its connections share catalogue, cancel keys and caches. */
  open(options: TargetOptions): Target
  /**
   * What the catalogue of the target says, taken on a connection of its own; `now` is the wall clock in milliseconds.
   * Throws `SluiceError` when the target cannot be reached or asked. Absent: there is nothing that the text does not tell.
   */
  snapshot?(options: Pick<TargetOptions, 'terms' | 'dial'>, now: number): Promise<Snapshot>
}

export interface TargetOptions {
  readonly terms: TargetTerms
  /** Dials the target: plain TCP; TLS and login are the protocol's. */
  readonly dial: () => Promise<Socket>
  /** What a local client must present. */
  readonly local: {
    readonly user: string
    readonly password: Secret
    /** True for clients that cannot do better than a password in clear; loopback and unix sockets only. */
    readonly cleartext?: boolean
  }
  readonly analyser: Analyser
  readonly masking: Masking
}

/** Keys instead of a password: made when the target is opened, of no use after the session. */
export interface Identity {
  /** The session's own public host key, `ssh-ed25519 AAAA…`. */
  readonly hostKey: string
  /** What a local client proves itself with, in OpenSSH's form. */
  readonly clientKey: Secret
}

export interface Target {
  /** Set when its clients prove themselves with a key and not with the local password. */
  readonly identity?: Identity
  /** The masks that it was opened with; the record scrubs by the same. */
  readonly masking: Masking
  /**
   * What views and partitions are made of, to follow copies: from a column (`users.ssn`, `public.v.*`) to those behind
   * it. A promise while that is not known, which rejects when the target does not answer. Absent: nothing is behind.
   */
  views?(): ((source: string) => readonly string[]) | Promise<(source: string) => readonly string[]>
  /**
   * Flows that the text of a statement does not show: what stays stored while that which it was read from changes, and what code
   * may write that goes by the name of the server's own. Asked when `views` has settled. Absent: there are none.
   */
  flows?(analysis: Analysis): readonly Flow[]
  /** True when one of these names may mean code of the database, where the text shows a column or a built-in. Absent: none does. */
  disguises?(uses: Uses): boolean
  /**
   * The effects together with what the database itself would add: triggers, rules, cascades, functions, sizes, estimates.
   * The very array of the analysis when nothing is added. `moved`: the connection changed its search_path or role, so a
   * name without its schema may mean any relation of that name. Never rejects: what cannot be told is an effect `unknown`.
   * `defined`: what the connection defined within its open transaction; `renames`: names and parents that it gave to
   * relations there, as flows. Absent: the text tells everything.
   */
  deepen?(
    analysis: Analysis,
    connection: {
      readonly moved: boolean
      readonly defined?: Defined | undefined
      readonly renames?: readonly Flow[]
    },
  ): readonly Effect[] | Promise<readonly Effect[]>
  /**
   * The effects with how many rows each DELETE and UPDATE would touch: at most, where a unique key tells, at once and as the
   * very array again; else as the server estimates, where it can be asked without running anything. Undefined when there is
   * nothing to ask. `moved`: names may mean something else on this connection than on others; `hidden`: a temporary relation
   * of this connection may have the name. Never rejects.
   */
  estimate?(
    statement: Statement,
    effects: readonly Effect[],
    connection: { readonly moved: boolean; readonly hidden?: boolean },
  ): readonly Effect[] | Promise<readonly Effect[]> | undefined
  /** How many rows its own DELETE or UPDATE touches at most, of an array that `estimate` gave; undefined when that is not certain. */
  atMost?(effects: readonly Effect[]): number | undefined
  /** How many rows the relations of this name have at most, as the catalogue has it; undefined when it does not tell. */
  rows?(name: string): number | undefined
  /** What a relation of this name is by the catalogue's last look, for people; undefined when the name may mean several, or none. */
  size?(name: string): RelationSize | undefined
  /**
   * Digests of the pieces of stored code that a text may come to by the names in it, as the catalogue has them: another one for
   * what was defined anew. Absent: there is none.
   */
  code?(text: string): readonly string[]
  /** Proves that the target is reachable, its TLS verifies and the credential works. Throws `SluiceError`. */
  check(): Promise<void>
  /**
   * Serves one accepted client (paused, no data read yet) until either side ends.
   * Never throws: failures are told to the client in its own protocol and to the gate.
   */
  serve(client: Socket, gate: Gate): Connection
  close(): Promise<void>
}

export interface Connection {
  /** Settles when both sockets are closed. */
  readonly closed: Promise<void>
  /** Ends it in the protocol's own way: the client reads `reason` as an error. */
  end(reason: string): void
}

/**
 * What the session decides for one connection; implemented by session/relay.ts.
 * A protocol calls it in wire order. Everything but `judge` and `mask` returns at once.
 */
export interface Gate {
  /**
   * Another sequence of statements on the same connection, as SSH has channels: judged, held and counted apart from this one.
   * Ids of statements and the totals stay those of the connection; `opened` and `closed` are told to the first gate only.
   */
  fork(): Gate
  /** Logged in on both sides. */
  opened(info: { client: string; user: string; application: string; tls: string }): void
  /**
   * Inspect is done; decide and record. When this returns (or its promise settles) with `allow`, the statement's
   * bytes may go upstream, after `flush`. A promise only when someone has to be asked or the record lags.
   * `prepared` is the name under which the client prepares it (empty string: unnamed), undefined when it runs at once.
   */
  judge(statement: Statement, prepared?: string): Verdict | Promise<Verdict>
  /**
   * A prepared statement is run. Same contract as `judge`. `bound` when it has values and somebody can be asked. `planned`: it is
   * only planned so far, which may run code that it calls: judged when there is any.
   */
  execute(
    statement: Statement,
    parameters: number,
    bound?: Bound,
    planned?: boolean,
  ): Verdict | Promise<Verdict>
  /**
   * Asks a person about a statement that runs and whose verdict is `hold`. Settles with undefined when it may go on: it is
   * judged again then, by what is known at that time. Else with what it is refused by. Never rejects. While it waits nothing
   * else of the connection is judged. Absent when nobody can be asked: then a `hold` is a refusal.
   */
  hold?(statement: Statement, verdict: Verdict, waiting: Waiting): Promise<Verdict | undefined>
  /** Puts what was recorded into the file. Called before bytes go upstream: once for all statements of a chunk. Throws `SluiceError`. */
  flush(): void
  /** A statement ended with a command tag (or `error`). */
  result(statement: Statement, result: Result): void
  /** The server is in no transaction: what ran before is done or undone. */
  idle(): void
  /** The open transaction has failed: until something succeeds, its COMMIT only rolls back. */
  failed(): void
  /** Absent when nobody wants to know how many rows are changed. */
  readonly counts?: RowCounts | undefined
  notice(sqlstate: string, message: string): void
  transfer(statement: Statement, transfer: { direction: 'in' | 'out'; bytes: number; sha256: string }): void
  /** What a command showed its client, masked; told as it is shown. */
  output(statement: Statement, output: Output): void
  /** A terminal has this size from now on, in characters. */
  terminal(statement: Statement, size: { readonly columns: number; readonly rows: number }): void
  /** A limit was hit, or something was refused that is not a statement. */
  limit(limit: string, detail: string): void
  /** True when the session record lags so far that nothing more may be forwarded; `resume` is called once. */
  lagging(resume: () => void): boolean
  closed(reason: string, totals: { bytesIn: number; bytesOut: number }): void
}

/** Values that a client bound to the parameters of a prepared statement. */
export interface Bound {
  /** As they came, with their formats and declared types. */
  readonly bytes: Buffer
  /** How many values there are. */
  readonly count: number
  /** For people, the first hundred; values that are no text in hex. */
  values(): readonly (string | null)[]
}

/** A relation with its indexes, as the catalogue has it. */
export interface RelationSize {
  /** By the server's statistics; absent when it was never analysed. */
  readonly rows?: number
  readonly bytes: number
}

/** What is known of a statement that waits for a person. Every answer before it is here. */
export interface Waiting {
  readonly transaction: 'none' | 'open'
  readonly bound?: Bound
  /** What its transaction has locked by now, and who waits behind it. Never rejects: undefined when the server does not tell. */
  readonly blocking?: (() => Promise<HeldBlocking | undefined>) | undefined
  /** Tells the client, who goes on waiting. */
  notice(message: string): void
  /** Aborts when the client is gone, or cancels. */
  readonly signal: AbortSignal
}

/**
 * Rows that a connection changes. Tags do not tell all of them: where they do not, the protocol asks the server's own counters
 * (rows deleted and updated by this connection, growing) before the statement and before what it did is made last.
 */
export interface RowCounts {
  /** After an `allow`, before it is sent: ask in front of it. `alone`: it is made last as soon as it has run, unless a transaction is open. */
  before(alone: boolean): boolean
  /** Before what ran is made last, with every answer here: ask now. */
  after(): boolean
  /** What the counters said; undefined when they could not be read. */
  told(when: 'before' | 'after', rows: number | undefined): void
  /** The server is in a transaction that somebody began. */
  inside(): void
  /**
   * True when what was sent since the last `synced` may change too many rows and is made last at its end. `answered`: every
   * answer is here, so that it is known whether a transaction is open.
   */
  doubtful(answered: boolean): boolean
  /** Whether what ran outside of a transaction may be made last. Asked after `after`, with every answer here. */
  settled(): Verdict
  /**
   * Asks a person about what `settled` would hold, as `Gate.hold` does; undefined when it may be made last. It is not judged
   * again: nothing else of the connection comes in between. Absent when nobody can be asked.
   */
  release?(verdict: Verdict, waiting: Waiting): Promise<Verdict | undefined>
  /** Every answer is here, and nothing is judged that was not sent. */
  answered(): void
  /** A Sync, or a simple query, was sent: what comes behind it is another matter. */
  synced(): void
}

export interface Output {
  readonly stream: 'stdout' | 'stderr'
  readonly text: string
}

export interface Result {
  readonly tag: string
  readonly rows: number
  readonly bytes: number
  readonly ms: number
  readonly masked?: Readonly<Record<string, number>> | undefined
  /** Set when it failed: SQLSTATE and a message without values. */
  readonly error?: { readonly sqlstate: string; readonly message: string } | undefined
}

export type { Analysis, Statement }
