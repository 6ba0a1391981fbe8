// Masks over server-sent events: https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream
import type { Scrubber } from '../stream.ts'
import { type BodyMask, Counts, Finder, type Tools, Unmaskable } from './body.ts'
import { JsonMask } from './json.ts'

const LONGEST = 1024 * 1024

/** An event is shown when it is whole. */
export class EventsMask implements BodyMask {
  readonly #counts = new Counts()
  readonly #tools: Tools
  readonly #finder: Finder
  readonly #scrubber: () => Scrubber
  #held: Buffer = Buffer.alloc(0)
  /** How much of it was looked at for its end. */
  #looked = 0

  constructor(tools: Tools, scrubber: () => Scrubber) {
    this.#tools = tools
    this.#finder = new Finder(tools, this.#counts)
    this.#scrubber = scrubber
  }

  get masked(): Readonly<Record<string, number>> {
    return this.#counts.masked
  }

  rest(): Buffer {
    return Buffer.alloc(0)
  }

  write(chunk: Buffer): Buffer {
    const bytes = Buffer.concat([this.#held, chunk])
    const shown: Buffer[] = []
    let from = 0
    for (let end = eventEnd(bytes, this.#looked); end !== -1; end = eventEnd(bytes, from)) {
      shown.push(this.#event(bytes.subarray(from, end)))
      from = end
    }
    this.#held = Buffer.from(bytes.subarray(from))
    // A line end may be cut in two.
    this.#looked = Math.max(0, this.#held.length - 3)
    if (this.#held.length > LONGEST) throw new Unmaskable('an event is too large')
    return Buffer.concat(shown)
  }

  end(): Buffer {
    const left = this.#held
    this.#held = Buffer.alloc(0)
    return left.length === 0 ? left : this.#event(left)
  }

  /** Its lines, those of its data taken together. */
  #event(bytes: Buffer): Buffer {
    const lines = bytes.toString().split(/\r\n|\r|\n/)
    const data = lines.flatMap((line) => {
      const value = /^\uFEFF?data(?:: ?(.*))?$/s.exec(line)
      return value ? [value[1] ?? ''] : []
    })
    const masked = this.#data(data.join('\n'))
    const others = lines.map((line) =>
      /^\uFEFF?data(?::|$)/.test(line) ? line : (this.#finder.masked(line, undefined) ?? line),
    )
    if (masked === undefined && others.every((line, at) => line === lines[at])) return bytes
    let first = true
    const shown = others.flatMap((line) => {
      if (!/^\uFEFF?data(?::|$)/.test(line)) return [line]
      if (masked === undefined) return [line]
      if (!first) return []
      first = false
      return masked.split('\n').map((part) => `data: ${part}`)
    })
    return Buffer.from(shown.join('\n'))
  }

  /** Undefined when it stays as it is. */
  #data(data: string): string | undefined {
    if (data.trim() === '') return undefined
    try {
      const mask = new JsonMask(this.#tools, this.#scrubber)
      const shown = Buffer.concat([mask.write(Buffer.from(data)), mask.end()]).toString()
      for (const [label, times] of Object.entries(mask.masked))
        for (let n = 0; n < times; n++) this.#counts.add(label)
      return shown === data ? undefined : shown
    } catch (error) {
      if (!(error instanceof Unmaskable)) throw error
    }
    // Where fields are to be masked, what may hold some and cannot be read is not shown.
    if (!this.#tools.fields.none && /["{=]/.test(data)) {
      this.#counts.add('unread')
      return '****'
    }
    return this.#finder.masked(data, undefined)
  }
}

/** Behind the empty line that ends an event; -1 when more must come. */
function eventEnd(bytes: Buffer, from: number): number {
  for (let at = from; at < bytes.length; at++) {
    const end = lineEnd(bytes, at)
    if (end === -1) continue
    if (end === 0) return -1
    const next = end < bytes.length ? lineEnd(bytes, end) : 0
    if (next === 0) return -1
    if (next !== -1) return next
    at = end - 1
  }
  return -1
}

/** Behind the line end at `at`; -1 when there is none, 0 when more must come. */
function lineEnd(bytes: Buffer, at: number): number {
  if (bytes[at] === 0x0a) return at + 1
  if (bytes[at] !== 0x0d) return -1
  if (at + 1 === bytes.length) return 0
  return bytes[at + 1] === 0x0a ? at + 2 : at + 1
}
