// Message to statement text, exactly as the server reads it.

import { isUtf8 } from 'node:buffer'
import { hash } from 'node:crypto'

export interface Text {
  readonly text: string
  /** Of the exact bytes, hex. */
  readonly sha256: string
}

/** Statements come again and again: their digests are kept, up to this many characters. */
const KEPT = 256 * 1024
const LONGEST_KEPT = 8 * 1024

/** Text and digest of statement bytes, cached by text. */
export class Inspector {
  readonly #known = new Map<string, Text>()
  #size = 0

  /** Undefined when the bytes are not UTF-8: what cannot be read is not judged. `bytes[from, to)` holds no NUL. */
  read(bytes: Buffer, from: number, to: number): Text | undefined {
    const text = bytes.toString('utf8', from, to)
    const known = this.#known.get(text)
    if (known) return known
    const exact = bytes.subarray(from, to)
    // A replaced sequence would make two different statements one.
    if (text.includes('\ufffd') && !isUtf8(exact)) return undefined
    const read = { text, sha256: hash('sha256', exact, 'hex') }
    if (text.length <= LONGEST_KEPT && !text.includes('\ufffd')) this.#keep(read)
    return read
  }

  #keep(read: Text): void {
    if (this.#size > KEPT) {
      this.#known.clear()
      this.#size = 0
    }
    this.#known.set(read.text, read)
    this.#size += read.text.length
  }
}
