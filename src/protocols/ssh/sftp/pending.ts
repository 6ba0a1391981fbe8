// Requests that the target has not answered.
import type { Statement } from '../../protocol.ts'
import { ProtocolError } from '../frames.ts'
import type { OpenFile } from './files.ts'
import type { Spot } from './paths.ts'
import type { Request } from './requests.ts'

/** More wait: OpenSSH's client has 64, others up to a few hundred. */
const MOST = 1024

export interface Pending {
  readonly request: Request
  readonly since: number
  /** Set for what was judged on its own. */
  readonly statement?: Statement | undefined
  /** Of OPEN and OPENDIR. */
  readonly spot?: Spot | undefined
  /** Of what is asked about an open file. */
  readonly file?: OpenFile | undefined
  /** Asked by us: takes the answer, or undefined when there will be none. */
  readonly own?: (answer: Answer | undefined) => void
}

export interface Answer {
  readonly type: number
  readonly raw: Buffer
}

export class Outstanding {
  readonly #pending = new Map<number, Pending>()
  #room: PromiseWithResolvers<void> | undefined
  #last = 0xffffffff

  /** Settles when there is room; undefined when there is some. */
  room(): Promise<void> | undefined {
    if (this.#pending.size < MOST) return undefined
    this.#room ??= Promise.withResolvers<void>()
    return this.#room.promise
  }

  /** Throws `ProtocolError` for a number that is in use. */
  add(pending: Pending): void {
    this.check(pending.request.id)
    this.#pending.set(pending.request.id, pending)
  }

  check(id: number): void {
    if (this.#pending.has(id)) throw new ProtocolError('two requests have one number')
  }

  /** A number that is neither in use nor `reserved`. */
  free(reserved: number): number {
    do this.#last = this.#last === 0 ? 0xffffffff : this.#last - 1
    while (this.#pending.has(this.#last) || this.#last === reserved)
    return this.#last
  }

  /** What this is the answer to. Throws `ProtocolError` when nobody asked. */
  take(id: number): Pending {
    const pending = this.#pending.get(id)
    if (!pending) throw new ProtocolError('an answer came that nobody asked for')
    this.#pending.delete(id)
    this.#room?.resolve()
    this.#room = undefined
    return pending
  }

  /** The channel is over. */
  end(): Pending[] {
    const left = [...this.#pending.values()]
    this.#pending.clear()
    this.#room?.resolve()
    return left
  }
}
