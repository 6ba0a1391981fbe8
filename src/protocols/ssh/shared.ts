import type { SshTerms, TargetTerms } from '../../core/grant.ts'
import type { Secret } from '../../core/secret.ts'
import type { Analysis } from '../../core/statement.ts'
import type { Scrubber } from '../../masking/index.ts'
import type { Gate } from '../protocol.ts'
import type { MakeInterpreter } from './interpreter.ts'
import type { Upstream } from './upstream-login.ts'

/** What a command would do. Never rejects: what cannot be analysed has an effect `unknown`. */
export type AnalyseCommand = (
  text: string,
  /** Variables that the client set and that are passed on. */
  environment: Readonly<Record<string, string>>,
  gone: AbortSignal,
) => Analysis | Promise<Analysis>

/** Keys of a target that are made with it and go with it. */
export interface Identity {
  /** What local clients must find, as in a `known_hosts` file: `ssh-ed25519 AAAA…`. */
  readonly hostKey: string
  readonly hostPrivateKey: Secret
  /** What local clients must show. */
  readonly clientKey: Secret
  /** The public half of it, as on the wire. */
  readonly clientPublicKey: Buffer
}

/** What all connections of a target share. */
export interface Shared {
  readonly terms: TargetTerms
  readonly ssh: SshTerms
  readonly identity: Identity
  /** The user of the session, then that of the target: either may be asked for. */
  readonly users: readonly string[]
  readonly analyse: AnalyseCommand
  /** Undefined when nothing is masked. */
  readonly scrubber: () => Scrubber | undefined
  /** Characters of output that the record may still take in. */
  readonly budget: { characters: number }
  /** What reads the streams of a command or subsystem as a protocol; undefined for streams of bytes, and for an unknown subsystem. */
  readonly interpreter: (kind: 'exec' | 'shell' | 'subsystem', text: string) => MakeInterpreter | undefined
  /** Logs in to the target. Throws `SluiceError`. */
  readonly login: () => Promise<Upstream>
  /** Milliseconds of a steady clock. */
  readonly now: () => number
}

/** What the channels of one connection share. */
export interface Around {
  readonly shared: Shared
  readonly gate: Gate
  /** The next statement's id. */
  next(): number
  /** Settles when the record keeps up: at once in the common case. */
  keptUp(): Promise<void> | undefined
  /** Looks whether it does, and stops data until then. */
  watch(): void
  /** Something was refused that is not a statement: told once for each kind. */
  note(limit: string, detail: string): void
  /** The connection cannot go on. */
  fail(error: unknown, peer: 'client' | 'target'): void
}
