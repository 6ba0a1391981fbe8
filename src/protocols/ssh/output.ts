// What a command shows: masked as a stream, told to the record, and counted.
import { createHash } from 'node:crypto'
import type { Scrubber } from '../../masking/index.ts'
import type { Gate, Statement } from '../protocol.ts'

/** An `output` event stays far below the longest line of a record, whatever its text is escaped to. */
const LONGEST_PIECE = 16 * 1024
/** Text of one command that the record keeps; of the rest there is a digest. */
const KEPT = 8 * 1024 * 1024

/** What both streams of a command amount to in the record. */
export class Shown {
  readonly #gate: Gate
  readonly #statement: Statement
  readonly #hash = createHash('sha256')
  bytes = 0
  #kept = 0
  /** Why there is no more text of it in the record. */
  #cut: string | undefined

  constructor(gate: Gate, statement: Statement) {
    this.#gate = gate
    this.#statement = statement
  }

  tell(stream: 'stdout' | 'stderr', bytes: Buffer, text: string): void {
    this.bytes += bytes.length
    this.#hash.update(bytes)
    if (text === '' || this.#cut !== undefined) return
    this.#kept += text.length
    if (text.includes('\0')) this.#cut = 'binary output is kept as its digest'
    else if (this.#kept > KEPT) this.#cut = `of a command’s output ${KEPT} characters are kept`
    if (this.#cut !== undefined) this.#gate.limit('output', this.#cut)
    else this.#pieces(stream, text)
  }

  /** No more comes. */
  end(): void {
    if (this.#cut === undefined) return
    const sha256 = this.#hash.digest('hex')
    this.#gate.transfer(this.#statement, { direction: 'out', bytes: this.bytes, sha256 })
  }

  #pieces(stream: 'stdout' | 'stderr', text: string): void {
    for (let at = 0; at < text.length; ) {
      let end = Math.min(text.length, at + LONGEST_PIECE)
      // Both halves of a character stay together.
      if (end < text.length && /[\ud800-\udbff]/.test(text[end - 1] ?? '')) end--
      this.#gate.output(this.#statement, { stream, text: text.slice(at, end) })
      at = end
    }
  }
}

/** A question has no end of line: after this many milliseconds of silence what can be shown of it is. */
const SILENCE_MS = 40

/** One stream of a command. Without masks every byte passes as it is. */
export class OutputStream {
  readonly #stream: 'stdout' | 'stderr'
  readonly #scrubber: Scrubber | undefined
  readonly #shown: Shown
  readonly #rested: (bytes: Buffer) => void
  readonly #decoder = new TextDecoder()
  #silence: NodeJS.Timeout | undefined

  /** `rested` takes what is shown because nothing else has come. */
  constructor(
    stream: 'stdout' | 'stderr',
    scrubber: Scrubber | undefined,
    shown: Shown,
    rested: (bytes: Buffer) => void,
  ) {
    this.#stream = stream
    this.#scrubber = scrubber
    this.#shown = shown
    this.#rested = rested
  }

  /** What the client may see by now. */
  pass(bytes: Buffer): Buffer {
    if (!this.#scrubber) return this.#tell(bytes)
    this.#listen(this.#scrubber)
    return this.#tell(this.#scrubber.write(bytes))
  }

  end(): Buffer {
    clearTimeout(this.#silence)
    const masked = this.#scrubber?.end() ?? Buffer.alloc(0)
    this.#shown.tell(this.#stream, masked, this.#decoder.decode(masked))
    return masked
  }

  /** Nobody waits for more. */
  stop(): void {
    clearTimeout(this.#silence)
  }

  #tell(masked: Buffer): Buffer {
    if (masked.length > 0)
      this.#shown.tell(this.#stream, masked, this.#decoder.decode(masked, { stream: true }))
    return masked
  }

  #listen(scrubber: Scrubber): void {
    if (this.#silence) {
      this.#silence.refresh()
      return
    }
    this.#silence = setTimeout(() => {
      this.#silence = undefined
      const masked = this.#tell(scrubber.rest())
      if (masked.length > 0) this.#rested(masked)
    }, SILENCE_MS)
  }
}
