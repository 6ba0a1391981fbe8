// Masks over JSON as it comes (RFC 8259), byte by byte: values in front of the one that is being read are shown already.
import { isUtf8 } from 'node:buffer'
import type { Scrubber } from '../stream.ts'
import { type BodyMask, Counts, Finder, type Tools, Unmaskable } from './body.ts'
import { escaped, LongText } from './escapes.ts'
import type { FieldMask } from './fields.ts'

const MOST_DEPTH = 128
/** A longer text is looked at in pieces. */
const LONG = 16 * 1024
const MOST_NUMBER = 400

const QUOTE = 0x22
const BACKSLASH = 0x5c
const COLON = 0x3a
const COMMA = 0x2c
const OPEN_OBJECT = 0x7b
const CLOSE_OBJECT = 0x7d
const OPEN_ARRAY = 0x5b
const CLOSE_ARRAY = 0x5d
const NUMBER = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/

/** What may come next. */
type Next = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end'

interface Container {
  readonly kind: 'object' | 'array'
  /** The name of the member that is read. */
  key: string | undefined
}

export class JsonMask implements BodyMask {
  readonly #counts = new Counts()
  readonly #tools: Tools
  readonly #finder: Finder
  readonly #scrubber: () => Scrubber
  readonly #stack: Container[] = []
  readonly #path: string[] = []
  #next: Next = 'value'
  #held: Buffer = NOTHING
  #first = true
  #long: LongText | undefined
  /** Within a value of a masked field that is no scalar: how deep, and whether in a text. */
  #hidden: { depth: number; text: boolean; escape: boolean } | undefined

  constructor(tools: Tools, scrubber: () => Scrubber) {
    this.#tools = tools
    this.#finder = new Finder(tools, this.#counts)
    this.#scrubber = scrubber
  }

  get masked(): Readonly<Record<string, number>> {
    return this.#counts.masked
  }

  rest(): Buffer {
    return NOTHING
  }

  write(chunk: Buffer): Buffer {
    return this.#read(this.#held.length === 0 ? chunk : Buffer.concat([this.#held, chunk]), false)
  }

  end(): Buffer {
    const shown = this.#read(this.#held, true)
    const whole = this.#stack.length === 0 && this.#next === 'value'
    if (!whole || this.#long || this.#hidden || this.#held.length > 0)
      throw new Unmaskable('the JSON ends in its middle')
    return shown
  }

  #read(bytes: Buffer, last: boolean): Buffer {
    if (this.#first && bytes[0] === 0xef && bytes.length < 3 && !last) {
      this.#held = Buffer.from(bytes)
      return NOTHING
    }
    const out: Buffer[] = []
    let shown = 0
    let at = this.#mark(bytes)
    this.#held = NOTHING
    const show = (to: number) => {
      if (to > shown) out.push(bytes.subarray(shown, to))
      shown = to
    }
    const put = (from: number, to: number, value: Buffer) => {
      show(from)
      out.push(value)
      shown = to
    }
    while (at < bytes.length) {
      if (this.#long) {
        const { shown: text, end } = this.#long.read(bytes, at)
        put(at, end, text)
        if (this.#long.over) this.#long = undefined
        at = end
        continue
      }
      if (this.#hidden) {
        const end = this.#skip(bytes, at)
        put(at, end, NOTHING)
        at = end
        continue
      }
      const byte = bytes[at]!
      if (isSpace(byte)) {
        at++
        continue
      }
      if (byte === QUOTE) {
        const end = textEnd(bytes, at + 1)
        if (end === -1) {
          if (bytes.length - at > LONG && this.#next !== 'key' && this.#next !== 'key-or-end') {
            put(at, at + 1, this.#begin())
            at++
            continue
          }
          if (bytes.length - at > LONG) throw new Unmaskable('a name in the JSON is too long')
          break
        }
        const masked = this.#text(bytes, at + 1, end)
        if (masked) put(at, end + 1, masked)
        at = end + 1
        continue
      }
      if (isScalar(byte)) {
        let end = at + 1
        while (end < bytes.length && isScalar(bytes[end]!)) end++
        if (end - at > MOST_NUMBER) throw new Unmaskable('a number in the JSON is too long')
        if (end === bytes.length && !last) break
        const masked = this.#scalar(bytes.toString('latin1', at, end))
        if (masked) put(at, end, masked)
        at = end
        continue
      }
      const hidden = this.#structure(byte)
      at++
      if (hidden) put(at - 1, at, hidden)
    }
    show(at)
    // Copied: the caller's buffer may be used again.
    if (at < bytes.length) this.#held = Buffer.from(bytes.subarray(at))
    return out.length === 1 ? out[0]! : Buffer.concat(out)
  }

  /** A byte order mark is allowed in front, and nowhere else. */
  #mark(bytes: Buffer): number {
    if (!this.#first || bytes.length === 0) return 0
    this.#first = false
    return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  }

  #structure(byte: number): Buffer | undefined {
    const top = this.#stack.at(-1)
    if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) {
      const mask = this.#value()
      if (mask) {
        this.#counts.add(mask.label)
        this.#hidden = { depth: 1, text: false, escape: false }
        this.#after()
        return Buffer.from(mask.kind === 'null' ? 'null' : '"****"')
      }
      if (this.#stack.length >= MOST_DEPTH) throw new Unmaskable('the JSON is nested too deeply')
      this.#stack.push({ kind: byte === OPEN_OBJECT ? 'object' : 'array', key: undefined })
      this.#next = byte === OPEN_OBJECT ? 'key-or-end' : 'value-or-end'
    } else if (byte === CLOSE_OBJECT && top?.kind === 'object' && this.#ends('key-or-end')) this.#close()
    else if (byte === CLOSE_ARRAY && top?.kind === 'array' && this.#ends('value-or-end')) this.#close()
    else if (byte === COLON && this.#next === 'colon') this.#next = 'value'
    else if (byte === COMMA && top && this.#next === 'comma-or-end')
      this.#next = top.kind === 'object' ? 'key' : 'value'
    else throw new Unmaskable('it is not JSON')
    return undefined
  }

  #ends(empty: Next): boolean {
    return this.#next === 'comma-or-end' || this.#next === empty
  }

  #close(): void {
    this.#stack.pop()
    this.#after()
  }

  /** A value is over. */
  #after(): void {
    const top = this.#stack.at(-1)
    if (top?.key !== undefined) {
      this.#path.pop()
      top.key = undefined
    }
    this.#next = top ? 'comma-or-end' : 'value'
  }

  /** A value begins: its mask, when its field has one. */
  #value(): FieldMask | undefined {
    if (this.#next !== 'value' && this.#next !== 'value-or-end') throw new Unmaskable('it is not JSON')
    return this.#path.length === 0 ? undefined : this.#tools.fields.find(this.#path)
  }

  get #name(): string | undefined {
    return this.#stack.at(-1)?.key
  }

  #text(bytes: Buffer, from: number, to: number): Buffer | undefined {
    const text = decoded(bytes, from, to)
    if (this.#next === 'key' || this.#next === 'key-or-end') {
      this.#stack.at(-1)!.key = text
      this.#path.push(text.toLowerCase())
      this.#next = 'colon'
      const masked = this.#finder.masked(text, undefined)
      return masked === undefined ? undefined : escaped(masked)
    }
    const mask = this.#value()
    const masked = mask ? mask.text(text) : this.#finder.masked(text, this.#name)
    if (mask) this.#counts.add(mask.label)
    this.#after()
    if (masked === null) return Buffer.from('null')
    return masked === undefined ? undefined : escaped(masked)
  }

  /** A text that is too long to wait for. */
  #begin(): Buffer {
    const mask = this.#value()
    if (mask) this.#counts.add(mask.label)
    this.#long = new LongText(mask ? undefined : this.#scrubber())
    this.#after()
    if (!mask) return Buffer.from('"')
    return Buffer.from(mask.kind === 'null' ? 'null' : '"****"')
  }

  #scalar(text: string): Buffer | undefined {
    const literal = text === 'true' || text === 'false' || text === 'null'
    if (!literal && !NUMBER.test(text)) throw new Unmaskable('it is not JSON')
    const mask = this.#value()
    const name = this.#name
    this.#after()
    if (mask) {
      this.#counts.add(mask.label)
      if (text === 'null' || mask.kind === 'null') return Buffer.from('null')
      return Buffer.from(literal ? 'false' : '0')
    }
    return !literal && this.#finder.masked(text, name) !== undefined ? Buffer.from('0') : undefined
  }

  /** Behind the end of a value that is not shown, or of what is here. */
  #skip(bytes: Buffer, from: number): number {
    const state = this.#hidden!
    for (let at = from; at < bytes.length; at++) {
      const byte = bytes[at]!
      if (state.text) {
        if (state.escape) state.escape = false
        else if (byte === BACKSLASH) state.escape = true
        else if (byte === QUOTE) state.text = false
      } else if (byte === QUOTE) state.text = true
      else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) state.depth++
      else if ((byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) && --state.depth === 0) {
        this.#hidden = undefined
        return at + 1
      }
    }
    return bytes.length
  }
}

const NOTHING = Buffer.alloc(0)

/** Record separators stand between values of a sequence (RFC 7464). */
const isSpace = (byte: number): boolean =>
  byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09 || byte === 0x1e
/** Of numbers, `true`, `false`, `null`. */
const isScalar = (byte: number): boolean =>
  (byte >= 0x30 && byte <= 0x39) ||
  (byte >= 0x61 && byte <= 0x7a) ||
  byte === 0x2d ||
  byte === 0x2b ||
  byte === 0x2e ||
  byte === 0x45

/** Where the closing quote is; -1 when more must come. */
function textEnd(bytes: Buffer, from: number): number {
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at]!
    if (byte === BACKSLASH) at++
    else if (byte === QUOTE) return at
    else if (byte < 0x20) throw new Unmaskable('a text in the JSON holds a control character')
  }
  return -1
}

function decoded(bytes: Buffer, from: number, to: number): string {
  const raw = bytes.subarray(from, to)
  if (!isUtf8(raw)) throw new Unmaskable('the JSON is not UTF-8')
  if (!raw.includes(BACKSLASH)) return raw.toString()
  try {
    return String(JSON.parse(`"${raw.toString()}"`))
  } catch {
    throw new Unmaskable('it is not JSON')
  }
}
