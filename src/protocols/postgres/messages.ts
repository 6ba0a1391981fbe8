// The login phase reads one message at a time; the relay takes over the same inlet afterwards.
import { frameLength, ProtocolError } from './frames.ts'
import type { Inlet, Sink } from './transport.ts'

export interface Message {
  /** 0 for a startup packet. */
  readonly type: number
  readonly body: Buffer
}

/** A sink that hands out messages on demand and leaves what follows in the inlet. */
export class Messages implements Sink {
  #inlet: Inlet | undefined
  #startup = false
  #limit = 0
  #resolve: ((message: Message) => void) | undefined
  #reject: ((error: unknown) => void) | undefined
  #error: unknown

  attach(inlet: Inlet): void {
    this.#inlet = inlet
    inlet.hold()
    const gone = () => this.failed(new ProtocolError('the connection ended during login'))
    inlet.socket.once('end', gone)
    inlet.socket.once('close', gone)
  }

  /** The next message; `startup` for the one without a type byte. `limit` bounds its length word. */
  next(limit: number, startup = false): Promise<Message> {
    if (this.#error !== undefined) return Promise.reject(this.#error)
    this.#limit = limit
    this.#startup = startup
    return new Promise((resolve, reject) => {
      this.#resolve = resolve
      this.#reject = reject
      this.#inlet!.release()
    })
  }

  take(buffer: Buffer, start: number, end: number): number {
    if (!this.#resolve) {
      this.#inlet!.hold()
      return start
    }
    const skip = this.#startup ? 0 : 1
    if (end - start < 4 + skip) return start
    const length = frameLength(buffer, start + skip - 1, this.#limit)
    if (end - start < length + skip) return start
    const type = this.#startup ? 0 : buffer[start]!
    const from = start + skip + 4
    const body = Buffer.from(buffer.subarray(from, start + skip + length))
    const resolve = this.#resolve
    this.#resolve = this.#reject = undefined
    this.#inlet!.hold()
    resolve({ type, body })
    return start + skip + length
  }

  failed(error: unknown): void {
    this.#error ??= error
    const reject = this.#reject
    this.#resolve = this.#reject = undefined
    reject?.(error)
  }
}
