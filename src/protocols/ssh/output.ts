// What a command shows: masked as a stream, told to the record, and counted.
import { createHash } from 'node:crypto'
import type { Scrubber } from '../../masking/index.ts'
import type { Gate, Statement } from '../protocol.ts'

/** An `output` event stays far below the longest line of a record, whatever its text is escaped to. */
const LONGEST_PIECE = 16 * 1024
/** Text of one command that the record keeps; of the rest there is a digest. */
const KEPT = 8 * 1024 * 1024
/** Of all commands of a session. */
export const KEPT_TOGETHER = 64 * 1024 * 1024

type Stream = 'stdout' | 'stderr'

export interface ShownOptions {
  readonly gate: Gate
  readonly statement: Statement
  /** A terminal is drawn on: what it was sent is text, whatever bytes are in it. */
  readonly terminal: boolean
  /** Characters that the record of the session may still take in of any output; counted down. */
  readonly budget: { characters: number }
}

/** What both streams of a command amount to in the record. */
export class Shown {
  readonly #options: ShownOptions
  readonly #hash = createHash('sha256')
  bytes = 0
  #kept = 0
  /** There is no more text of it in the record. */
  #cut = false

  constructor(options: ShownOptions) {
    this.#options = options
  }

  /** `bytes` went to the client; `text` is for the record. */
  tell(stream: Stream, bytes: Buffer, text: string): void {
    if (bytes.length > 0) {
      this.bytes += bytes.length
      this.#hash.update(bytes)
    }
    if (text === '' || this.#cut) return
    const why = this.#limit(text)
    if (why === undefined) this.#pieces(stream, text)
    else {
      this.#cut = true
      const { gate, statement } = this.#options
      gate.limit('output', `statement ${statement.id}: ${why}`)
    }
  }

  /** No more comes. */
  end(): void {
    if (!this.#cut) return
    const sha256 = this.#hash.digest('hex')
    this.#options.gate.transfer(this.#options.statement, { direction: 'out', bytes: this.bytes, sha256 })
  }

  /** Why the record keeps nothing from here on. */
  #limit(text: string): string | undefined {
    const { terminal, budget } = this.#options
    if (!terminal && text.includes('\0')) return 'binary output is kept as its digest'
    this.#kept += text.length
    if (this.#kept > KEPT) return `of a command’s output ${KEPT} characters are kept`
    if (budget.characters < text.length) return `of a session’s output ${KEPT_TOGETHER} characters are kept`
    budget.characters -= text.length
    return undefined
  }

  #pieces(stream: Stream, text: string): void {
    const { gate, statement } = this.#options
    for (let at = 0; at < text.length; ) {
      let end = Math.min(text.length, at + LONGEST_PIECE)
      // Both halves of a character stay together.
      if (end < text.length && /[\ud800-\udbff]/.test(text[end - 1] ?? '')) end--
      gate.output(statement, { stream, text: text.slice(at, end) })
      at = end
    }
  }
}

/** A question has no end of line: after this many milliseconds of silence what can be shown of it is. */
const SILENCE_MS = 40
/** On a terminal the last word is shown, too, after so many more: somebody may wait for it to type on. */
const RELEASE_MS = 1000
/** Characters of a line that somebody types. */
const LONGEST_LINE = 4096
const NOTHING = Buffer.alloc(0)

export interface StreamOptions {
  readonly stream: Stream
  /** Undefined when nothing is masked: every byte passes as it is. */
  readonly scrubber: () => Scrubber | undefined
  readonly shown: Shown
  /** Takes what is shown because nothing else has come. */
  readonly rested: (bytes: Buffer) => void
  readonly terminal: boolean
}

/** Undefined when nothing was. */
export function maskedIn(
  streams: readonly Pick<OutputStream, 'masked'>[],
): Readonly<Record<string, number>> | undefined {
  const counts: Record<string, number> = {}
  for (const { masked } of streams)
    for (const [id, count] of Object.entries(masked)) counts[id] = (counts[id] ?? 0) + count
  return Object.keys(counts).length > 0 ? counts : undefined
}

/** One stream of a command. */
export class OutputStream {
  readonly #options: StreamOptions
  readonly #scrubber: Scrubber | undefined
  /** A terminal's record never sees what was only released, or echoed in pieces. */
  readonly #recorded: Scrubber | undefined
  readonly #decoder = new TextDecoder()
  #typed = NOTHING
  #silence: NodeJS.Timeout | undefined

  constructor(options: StreamOptions) {
    this.#options = options
    this.#scrubber = options.scrubber()
    this.#recorded = options.terminal ? options.scrubber() : undefined
  }

  /** What the client may see by now. */
  pass(bytes: Buffer): Buffer {
    if (!this.#scrubber) return this.#tell(bytes)
    this.#listen(this.#scrubber)
    return this.#tell(this.#scrubber.write(bytes), this.#recorded?.write(bytes))
  }

  /** The client sent this: its echo tells it nothing new. */
  typed(bytes: Buffer): void {
    if (!this.#recorded) return
    const line = Math.max(bytes.lastIndexOf(0x0a), bytes.lastIndexOf(0x0d)) + 1
    const typed = line > 0 ? bytes.subarray(line) : Buffer.concat([this.#typed, bytes])
    this.#typed = Buffer.from(typed.subarray(-LONGEST_LINE))
  }

  end(): Buffer {
    clearTimeout(this.#silence)
    const masked = this.#scrubber?.end() ?? NOTHING
    const recorded = this.#recorded?.end() ?? masked
    this.#options.shown.tell(this.#options.stream, masked, this.#decoder.decode(recorded))
    return masked
  }

  /** By detector or pattern, as the record has it. */
  get masked(): Readonly<Record<string, number>> {
    return (this.#recorded ?? this.#scrubber)?.masked ?? {}
  }

  /** Nobody waits for more. */
  stop(): void {
    clearTimeout(this.#silence)
  }

  #tell(masked: Buffer, recorded = masked): Buffer {
    if (masked.length > 0 || recorded.length > 0)
      this.#options.shown.tell(this.#options.stream, masked, this.#decoder.decode(recorded, { stream: true }))
    return masked
  }

  #listen(scrubber: Scrubber): void {
    clearTimeout(this.#silence)
    this.#silence = setTimeout(() => this.#rest(scrubber), SILENCE_MS)
  }

  #rest(scrubber: Scrubber): void {
    this.#show(scrubber.rest(this.#typed), this.#recorded?.rest())
    if (this.#recorded)
      this.#silence = setTimeout(() => this.#show(scrubber.release(), NOTHING), RELEASE_MS - SILENCE_MS)
  }

  #show(bytes: Buffer, recorded: Buffer | undefined): void {
    const masked = this.#tell(bytes, recorded)
    if (masked.length > 0) this.#options.rested(masked)
  }
}
