// What a body's masks have in common.
import { createScan, type Scan } from '../detectors/detector.ts'
import type { Scanner } from '../scanner.ts'
import type { Fields } from './fields.ts'

/** How a body is read: JSON values one behind the other, server-sent events, a form, or lines of text. */
export type BodyForm = 'json' | 'events' | 'form' | 'text'

export interface BodyMask {
  /** What may be shown so far. Throws `Unmaskable`. */
  write(chunk: Buffer): Buffer
  /** What may be shown when nothing has come for a while. */
  rest(): Buffer
  /** What is left. Throws `Unmaskable`. */
  end(): Buffer
  /** Masked values by field pattern or detector, so far; texts do not count theirs. */
  readonly masked: Readonly<Record<string, number>>
}

/** The body is not what it was said to be, or larger than its form can be masked: nothing more of it may be shown. */
export class Unmaskable extends Error {
  override readonly name = 'Unmaskable'
}

/** What values are masked by. */
export interface Tools {
  readonly fields: Fields
  readonly scanner: Scanner
  /** False when no detector is on. */
  readonly scans: boolean
}

export class Counts {
  readonly masked: Record<string, number> = Object.create(null)
  add(label: string): void {
    this.masked[label] = (this.masked[label] ?? 0) + 1
  }
}

const STARS = '****'

/** Looks at values that stand alone. */
export class Finder {
  readonly #scan: Scan = createScan()
  readonly #tools: Tools
  readonly #counts: Counts

  constructor(tools: Tools, counts: Counts) {
    this.#tools = tools
    this.#counts = counts
  }

  /** The value with what detectors found replaced; undefined when nothing was. A name in front of it tells what it is: `password`. */
  masked(value: string, name: string | undefined): string | undefined {
    if (!this.#tools.scans) return undefined
    const before = name === undefined ? '' : `${name}: "`
    const bytes = Buffer.from(name === undefined ? value : `${before}${value}"`)
    const start = Buffer.byteLength(before)
    const end = name === undefined ? bytes.length : bytes.length - 1
    const scan = Object.assign(this.#scan, { bytes, begin: 0, floor: 0, end: bytes.length, fresh: true })
    let shown = ''
    let read = start
    for (let id = this.#tools.scanner.next(scan); id !== undefined; id = this.#tools.scanner.next(scan)) {
      const [from, to] = [Math.max(scan.from, read), Math.min(scan.to, end)]
      if (to <= from) continue
      this.#counts.add(id)
      shown += bytes.toString('utf8', read, from) + STARS
      read = to
    }
    scan.bytes = NONE
    return read === start ? undefined : shown + bytes.toString('utf8', read, end)
  }
}

const NONE = Buffer.alloc(0)
