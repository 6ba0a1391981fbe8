// Masks over a stream: the output of a command, whose values may come in pieces.
import { createScan } from './detectors/detector.ts'
import type { Scanner } from './scanner.ts'
import { createSequences, isTelling } from './sequences.ts'

const STARS = Buffer.from('****')

export interface Scrubber {
  /** What may be shown so far: whole lines, and of a very long line all but its end. */
  write(chunk: Buffer): Buffer
  /**
   * What may be shown when nothing has come for a while, like a question: all but a last word that may still grow. That
   * one too when it is the end of `typed`, which its reader knows anyway.
   */
  rest(typed?: Buffer): Buffer
  /** Also the last word: half a value may be seen. What comes next is still looked at together with it. */
  release(): Buffer
  /** What is left. Afterwards the next chunk begins anew. */
  end(): Buffer
  /** How often something was masked so far, by detector or pattern. */
  readonly masked: Readonly<Record<string, number>>
}

/** Enough for the END line of a key: until so much follows, a value that spans lines may still go on. */
const UNDECIDED = 64
/** Bytes of control sequences within what is not shown yet; those beyond are dropped. */
const MOST_SEQUENCES = 64 * 1024

/** A part of what is shown. */
interface Piece {
  readonly bytes: Buffer
  /** Bytes of the stream, without sequences, that it stands for. */
  readonly length: number
  readonly masked: boolean
}

/** Values that are split across chunks are found, also keys that span lines and what a terminal's colours cut. */
export function createScrubber(scanner: Scanner): Scrubber {
  const masked: Record<string, number> = {}
  const plain = createPlain(scanner, (id) => {
    masked[id] = (masked[id] ?? 0) + 1
  })
  const sequences = createSequences()
  const inside = createScan()
  /** A title, a link or the like shows a value: all of it is left out. */
  const hides = (bytes: Buffer): boolean => {
    // Without what begins it, and the letter that ends it.
    const body = bytes.subarray(2, -1)
    Object.assign(inside, { bytes: body, begin: 0, floor: 0, end: body.length, fresh: true })
    const id = scanner.next(inside)
    if (id !== undefined) masked[id] = (masked[id] ?? 0) + 1
    return id !== undefined
  }
  /** Where in the stream without sequences each of them was. */
  let marks: { readonly at: number; readonly bytes: Buffer }[] = []
  let marked = 0
  let read = 0
  let shown = 0

  const woven = (pieces: readonly Piece[]): Buffer[] => {
    if (marks.length === 0) {
      for (const { length } of pieces) shown += length
      return pieces.map(({ bytes }) => bytes)
    }
    const parts: Buffer[] = []
    let next = 0
    const pass = (to: number) => {
      for (; next < marks.length && marks[next]!.at <= to; next++) parts.push(marks[next]!.bytes)
    }
    for (const { bytes, length, masked } of pieces) {
      pass(shown)
      const start = shown
      let from = 0
      if (masked) parts.push(bytes)
      else {
        while (next < marks.length && marks[next]!.at < start + length) {
          const { at } = marks[next]!
          parts.push(bytes.subarray(from, at - start))
          from = at - start
          pass(at)
        }
        parts.push(bytes.subarray(from))
      }
      shown = start + length
    }
    pass(shown)
    marks = marks.slice(next)
    marked = marks.reduce((sum, mark) => sum + mark.bytes.length, 0)
    return parts
  }

  return {
    write(chunk) {
      const parts: Buffer[] = []
      sequences.read(
        chunk,
        (bytes) => {
          read += bytes.length
          parts.push(...woven(plain.write(bytes)))
        },
        (bytes) => {
          if (isTelling(bytes) && hides(bytes)) return
          if (marks.length === 0 && read === shown) parts.push(bytes)
          else if (marked + bytes.length <= MOST_SEQUENCES) {
            marks.push({ at: read, bytes: Buffer.from(bytes) })
            marked += bytes.length
          }
        },
      )
      return Buffer.concat(parts)
    },
    rest: (typed) => Buffer.concat(woven(plain.rest(typed))),
    release: () => Buffer.concat(woven(plain.release())),
    end() {
      const left = sequences.end()
      read += left.length
      return Buffer.concat([...woven(plain.write(left)), ...woven(plain.end())])
    },
    masked,
  }
}

interface Plain {
  write(chunk: Buffer): Piece[]
  rest(typed?: Buffer): Piece[]
  release(): Piece[]
  end(): Piece[]
}

function createPlain(scanner: Scanner, found: (id: string) => void): Plain {
  const scan = createScan()
  let held = Buffer.alloc(0)
  // Bytes of `held` that were shown already: detectors look at them, nothing else.
  let shown = 0
  // Where to look from: what a rest has shown of an unfinished line may say what comes behind it, as `password: ` does.
  let since = 0

  /** Masks up to `cut`, or to where a value begins that may go on. */
  const masked = (cut: number, last: boolean): { pieces: Piece[]; to: number } => {
    Object.assign(scan, { bytes: held, begin: 0, floor: since, end: held.length, fresh: true })
    const pieces: Piece[] = []
    let read = shown
    let to = cut
    const pass = (end: number) => {
      if (end > read) pieces.push({ bytes: held.subarray(read, end), length: end - read, masked: false })
    }
    for (let id = scanner.next(scan); id !== undefined && scan.from < to; id = scanner.next(scan)) {
      if (scan.to <= read) continue
      const from = Math.max(scan.from, read)
      const open =
        scan.to >= to && held.length - scan.to < UNDECIDED && held.length - scan.from < scanner.reach
      if (open && !last) {
        to = from
        break
      }
      pass(from)
      found(id)
      pieces.push({ bytes: STARS, length: scan.to - from, masked: true })
      read = scan.to
      to = Math.max(to, read)
    }
    pass(to)
    return { pieces, to }
  }

  const drain = (wanted: number, how: 'more' | 'rest' | 'release' | 'end'): Piece[] => {
    if (wanted <= shown) return []
    const { pieces, to } = masked(wanted, how === 'end' || how === 'release')
    const context = how === 'end' ? held.length : Math.max(0, to - scanner.reach)
    // After whole lines nothing before is looked at again.
    const from = how === 'rest' || how === 'release' || to === shown ? since : to
    held = held.subarray(context)
    shown = to - context
    since = Math.max(0, from - context)
    return pieces
  }

  return {
    write(chunk) {
      held = Buffer.concat([held, chunk])
      return drain(Math.max(lineEnd(held), held.length - scanner.reach), 'more')
    },
    rest(typed) {
      const pieces = drain(wordStart(held, shown), 'rest')
      const left = held.subarray(shown)
      if (left.length === 0 || !typed || !endsWith(typed, left)) return pieces
      shown = held.length
      return [...pieces, { bytes: left, length: left.length, masked: false }]
    },
    release: () => drain(held.length, 'release'),
    end: () => drain(held.length, 'end'),
  }
}

/** Behind the last line end: no detected value but a private key goes across one. */
function lineEnd(bytes: Buffer): number {
  return Math.max(bytes.lastIndexOf(0x0a), bytes.lastIndexOf(0x0d)) + 1
}

/** Where the last word begins; groups of digits, as cards and account numbers are written, are one word. */
function wordStart(bytes: Buffer, floor: number): number {
  let at = bytes.length
  while (at > floor && !isSpace(bytes[at - 1]!)) at--
  let group = at
  let digits = false
  while (group > floor && isGrouped(bytes[group - 1]!)) {
    digits ||= isDigit(bytes[group - 1]!)
    group--
  }
  return digits ? group : at
}

const endsWith = (bytes: Buffer, end: Buffer): boolean =>
  end.length <= bytes.length && bytes.subarray(bytes.length - end.length).equals(end)
const isSpace = (byte: number): boolean => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d)
const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39
/** Digits, capitals, and what stands between groups of them: space, `(`, `)`, `+`, `-`, `.`. */
const isGrouped = (byte: number): boolean =>
  isDigit(byte) ||
  (byte >= 0x41 && byte <= 0x5a) ||
  byte === 0x20 ||
  byte === 0x28 ||
  byte === 0x29 ||
  byte === 0x2b ||
  byte === 0x2d ||
  byte === 0x2e
