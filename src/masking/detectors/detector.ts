import type { DetectorId } from '../../core/detectors.ts'

/** Where the scanner stands in `bytes[begin, end)`, and what a detector found: no object is made per hit. */
export interface Scan {
  bytes: Buffer
  /** First byte that may be looked at. */
  begin: number
  /** First byte that may be masked: what is before was masked or sent already. */
  floor: number
  end: number
  /** The span that was found. */
  from: number
  to: number
  /** Nothing of these bytes was looked at yet. */
  fresh: boolean
}

export interface Detector {
  readonly id: DetectorId
  /** What it finds, for people. */
  readonly title: string
  /**
   * Where it looks: a byte (`@`) or a pair of bytes whose second is the anchor (`p_`); `digits`: the first
   * digit after something that is not alphanumeric.
   */
  readonly anchors: readonly string[] | 'digits'
  /** Most bytes from the first byte it needs to see to the last. */
  readonly reach: number
  /** Looks around the anchor at `at`; sets `from` and `to` when it finds something. Time is bounded by `reach`. */
  find(scan: Scan, at: number): boolean
  readonly examples: {
    /** Texts with one hit; the part between `«` and `»` is what is masked. */
    readonly match: readonly string[]
    readonly ignore: readonly string[]
  }
}

export function createScan(): Scan {
  return { bytes: Buffer.alloc(0), begin: 0, floor: 0, end: 0, from: 0, to: 0, fresh: true }
}

/** Reports a span; false when it is already masked. */
export function found(scan: Scan, from: number, to: number): boolean {
  if (from < scan.floor || to <= from) return false
  scan.from = from
  scan.to = to
  return true
}
