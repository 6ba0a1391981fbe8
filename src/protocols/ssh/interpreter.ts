import type { TargetTerms } from '../../core/grant.ts'
import type { Gate, Statement } from '../protocol.ts'

/** Stands between the sides of a channel that speaks a protocol of its own on its streams: SFTP, scp. */
export interface Interpreter {
  /**
   * Bytes that the client sent, in order; the next come when the promise has settled. May throw `ProtocolError`: the
   * connection ends then. Whatever may go on is given to `Sides.toUpstream`.
   */
  client(bytes: Buffer): void | Promise<void>
  /** The same for what the target sent; standard error does not come here. */
  upstream(bytes: Buffer): void | Promise<void>
  /** The client sends no more; all its bytes are dealt with. Standard input of the target is ended behind this. */
  clientEnded(): void | Promise<void>
  /** The channel is over, in whatever way: results that nobody waits for any more are told to the gate here. */
  closed(): void
}

/** What an interpreter may do. */
export interface Sides {
  /** What was said to the client before this is there before it. Never blocks: the sender is held back instead. */
  toClient(bytes: Buffer): void
  toUpstream(bytes: Buffer): void
  /** A line on the client's standard error, without its end. */
  notice(line: string): void
  /** Ends the channel for a limit that was hit; the client reads why. */
  stop(limit: string, reason: string): void
  /** The channel's own gate. */
  readonly gate: Gate
  /** The command that was judged already; undefined for a subsystem. Its `result` is told by the channel. */
  readonly command: Statement | undefined
  /** A statement with the next id of the connection; analysed by whoever makes it. */
  statement(bytes: Buffer, analysis: Statement['analysis']): Statement
  readonly terms: TargetTerms
  /** Milliseconds of a steady clock. */
  readonly now: () => number
  /** Aborts when the client has closed the channel, or is gone. */
  readonly signal: AbortSignal
}

export type MakeInterpreter = (sides: Sides) => Interpreter
