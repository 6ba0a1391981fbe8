// What the contract suite needs to know of a protocol. A new protocol adds an adapter to `adapters.ts`.
import type { Protocol } from '../../src/protocols/protocol.ts'
import type { Relayed, RelayedOptions } from '../protocols/relayed.ts'

/** A logged-in client that speaks bytes; where a protocol encrypts, these are statements and what is sent is made of them. */
export interface ContractClient {
  /** Sends bytes as they are, in pieces of `size` when given. */
  send(bytes: Buffer, size?: number): void
  /** Reads until the answer to one statement is whole; gives a short outline of it, `refused` for a denial. */
  answer(): Promise<string>
  /** Reads to the end of the connection; `ended` and why: `record` when the record cannot be written, else the protocol's own word. */
  ended(): Promise<string>
  /** Stops and goes on reading. */
  pause(): void
  resume(): void
  /** Bytes read so far. */
  readonly bytesRead: number
  destroy(): void
}

export interface Adapter {
  readonly protocol: Protocol
  /** A real server to relay to. */
  open(options: RelayedOptions): Promise<Relayed & { cleanUp(): Promise<void> }>
  connect(relay: Relayed): Promise<ContractClient>
  /** Bytes of a statement that is answered `expected`. */
  readonly harmless: { readonly bytes: Buffer; readonly expected: string }
  /** Bytes of a statement that the suite's verdict refuses (its text holds `DROP TABLE`). */
  readonly refused: Buffer
  /** A statement that runs until it is cancelled, and the bytes (on a connection of their own) that cancel it. */
  readonly endless: Buffer
  cancel(relay: Relayed, client: ContractClient): Promise<void>
  /** A statement that returns about `size` bytes. */
  large(size: number): Buffer
  /** A frame that claims to be longer than anything may be. */
  readonly oversize: Buffer
  /** Ends the server's side of every connection. */
  crash(relay: Relayed): Promise<void>
}
