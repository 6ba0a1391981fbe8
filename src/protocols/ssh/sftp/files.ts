// What is open on the target: by its handle, with what passes through it.
import type { Gate, Statement } from '../../protocol.ts'
import { ProtocolError } from '../frames.ts'
import type { Contents } from '../transfer/contents.ts'
import type { Attributes } from './attributes.ts'
import type { Spot } from './paths.ts'
import { LOST } from './replies.ts'

/** As OpenSSH's server has it at most. */
const MOST = 1024

export interface OpenFile {
  readonly spot: Spot
  /** Undefined for a directory. */
  readonly statement: Statement | undefined
  readonly reads: boolean
  readonly writes: boolean
  /** What its OPEN gave it. */
  readonly attributes: Attributes
  readonly since: number
  readonly received: Contents
  readonly sent: Contents
  /** Why not all of it passed. */
  failed?: { readonly sqlstate: string; readonly message: string }
}

export class Files {
  readonly #gate: Gate
  readonly #now: () => number
  readonly #open = new Map<string, OpenFile>()
  /** Closed by the client, and not by the target yet. */
  readonly #closing = new Set<OpenFile>()
  /** Asked for. */
  #coming = 0

  constructor(gate: Gate, now: () => number) {
    this.#gate = gate
    this.#now = now
  }

  get full(): boolean {
    return this.#open.size + this.#coming >= MOST
  }

  get idle(): boolean {
    return this.#open.size + this.#closing.size + this.#coming === 0
  }

  get(handle: string | undefined): OpenFile | undefined {
    return handle === undefined ? undefined : this.#open.get(handle)
  }

  asked(): void {
    this.#coming++
  }

  refused(): void {
    this.#coming--
  }

  opened(handle: string, file: OpenFile): void {
    this.#coming--
    if (this.#open.has(handle)) throw new ProtocolError('a handle was given twice')
    this.#open.set(handle, file)
  }

  /** The client is done with it: its handle may come again. */
  closes(handle: string): void {
    const file = this.#open.get(handle)
    this.#open.delete(handle)
    if (file) this.#closing.add(file)
  }

  closed(file: OpenFile): void {
    if (this.#closing.delete(file)) this.#tell(file)
  }

  /** The channel is over. */
  end(): void {
    for (const file of [...this.#open.values(), ...this.#closing]) {
      file.failed ??= LOST
      this.#tell(file)
    }
    this.#open.clear()
    this.#closing.clear()
  }

  #tell({ statement, reads, writes, received, sent, since, failed: error }: OpenFile): void {
    if (!statement) return
    if (writes && (!reads || received.bytes > 0)) this.#transfer(statement, 'in', received)
    if (reads && (!writes || sent.bytes > 0)) this.#transfer(statement, 'out', sent)
    const ms = Math.round(this.#now() - since)
    const bytes = received.bytes + sent.bytes
    this.#gate.result(statement, { tag: error ? '' : 'closed', rows: 0, bytes, ms, error })
  }

  #transfer(statement: Statement, direction: 'in' | 'out', contents: Contents): void {
    const { bytes, sha256, whole } = contents.end()
    if (!whole) {
      const verb = direction === 'in' ? 'written' : 'read'
      this.#gate.limit(
        'transfer',
        `statement ${statement.id}: ${verb} in parts, so the digest is that of the list of its parts`,
      )
    }
    this.#gate.transfer(statement, { direction, bytes, sha256 })
  }
}
