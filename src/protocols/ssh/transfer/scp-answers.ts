// What the receiver of scp says to each record: a NUL, or a line that says why not.
import { ProtocolError } from '../frames.ts'

const LONGEST_LINE = 8 * 1024

export class Answers {
  readonly #told: (well: boolean) => void
  /** Length of a line that has begun. */
  #line = 0

  constructor(told: (well: boolean) => void) {
    this.#told = told
  }

  /** Throws `ProtocolError` for a line that is longer than there are any. */
  take(bytes: Buffer): void {
    for (const byte of bytes) {
      if (this.#line === 0 && byte === 0) this.#told(true)
      else if (byte === 0x0a) {
        this.#line = 0
        this.#told(false)
      } else if (++this.#line > LONGEST_LINE) throw new ProtocolError('an answer of scp is too long')
    }
  }
}
