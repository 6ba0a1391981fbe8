// Texts of JSON, as they are written there.
import type { Scrubber } from '../stream.ts'
import { Unmaskable } from './body.ts'

const QUOTE = 0x22
const BACKSLASH = 0x5c

/** With its quotes. */
export const escaped = (text: string): Buffer => Buffer.from(JSON.stringify(text.toWellFormed()))

/** A text in pieces, from behind its opening quote. Without a scrubber nothing of it is shown. */
export class LongText {
  readonly #scrubber: Scrubber | undefined
  #open = Buffer.alloc(0)
  over = false

  constructor(scrubber: Scrubber | undefined) {
    this.#scrubber = scrubber
  }

  /** What may be shown of `bytes` from `at` on, and where the text ends in them. */
  read(bytes: Buffer, at: number): { shown: Buffer; end: number } {
    const all = this.#open.length === 0 ? bytes.subarray(at) : Buffer.concat([this.#open, bytes.subarray(at)])
    const back = this.#open.length
    let cut = 0
    while (cut < all.length) {
      const byte = all[cut]!
      if (byte === QUOTE) break
      if (byte < 0x20) throw new Unmaskable('a text in the JSON holds a control character')
      if (byte !== BACKSLASH) {
        cut++
        continue
      }
      const length = escapeLength(all, cut)
      if (length === 0) break
      cut += length
    }
    this.over = cut < all.length && all[cut] === QUOTE
    this.#open = this.over ? Buffer.alloc(0) : Buffer.from(all.subarray(cut))
    const end = this.over ? at + cut + 1 - back : bytes.length
    if (!this.#scrubber) return { shown: Buffer.alloc(0), end }
    const shown = [this.#scrubber.write(plain(all.subarray(0, cut)))]
    if (this.over) shown.push(this.#scrubber.end())
    const text = inside(Buffer.concat(shown))
    return { shown: this.over ? Buffer.concat([text, Buffer.from('"')]) : text, end }
  }
}

/** Of the escape at `at`, both halves of a pair together; 0 when more must come. */
function escapeLength(bytes: Buffer, at: number): number {
  if (at + 1 >= bytes.length) return 0
  if (bytes[at + 1] !== 0x75) return 2
  if (at + 6 > bytes.length) return 0
  if (!/^d[89ab]/i.test(bytes.toString('latin1', at + 2, at + 6))) return 6
  if (at + 7 >= bytes.length) return bytes[at + 6] === BACKSLASH || at + 6 === bytes.length ? 0 : 6
  if (bytes[at + 6] !== BACKSLASH || bytes[at + 7] !== 0x75) return 6
  return at + 12 > bytes.length ? 0 : 12
}

/** Escapes are undone; other bytes stay, whatever they are. */
function plain(bytes: Buffer): Buffer {
  if (!bytes.includes(BACKSLASH)) return bytes
  const parts: Buffer[] = []
  let from = 0
  for (let at = bytes.indexOf(BACKSLASH); at !== -1; at = bytes.indexOf(BACKSLASH, from)) {
    const length = escapeLength(bytes, at)
    parts.push(bytes.subarray(from, at), Buffer.from(undone(bytes.toString('latin1', at, at + length))))
    from = at + length
  }
  return Buffer.concat([...parts, bytes.subarray(from)])
}

function undone(written: string): string {
  try {
    return String(JSON.parse(`"${written}"`)).toWellFormed()
  } catch {
    throw new Unmaskable('it is not JSON')
  }
}

/** Escapes of what may not stand in a text as it is. */
function inside(bytes: Buffer): Buffer {
  const parts: Buffer[] = []
  let from = 0
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!
    if (byte >= 0x20 && byte !== QUOTE && byte !== BACKSLASH) continue
    const code = byte < 0x20 ? `\\u${byte.toString(16).padStart(4, '0')}` : `\\${String.fromCharCode(byte)}`
    parts.push(bytes.subarray(from, at), Buffer.from(code))
    from = at + 1
  }
  return parts.length === 0 ? bytes : Buffer.concat([...parts, bytes.subarray(from)])
}
