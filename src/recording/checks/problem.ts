import type { Difference } from '../differences.ts'
import { isBase64url } from '../format.ts'

/** Something that does not hold, and where. */
export interface Problem {
  readonly kind:
    | Difference['kind']
    | 'form'
    | 'order'
    | 'chain'
    | 'signature'
    | 'receipt'
    | 'seal'
    | 'key'
    | 'missing'
  readonly file: string
  /** Counted from 1. */
  readonly line?: number
  readonly offset?: number
  /** `seq` of the first event concerned. */
  readonly event?: number
  readonly message: string
}

export interface Findings {
  readonly problems: Problem[]
  /** True when no more problems are kept: a hostile file may have one on every byte. */
  full(): boolean
  report(kind: Problem['kind'], file: string, message: string, at?: Partial<Problem>): void
}

const MOST = 50

export function createFindings(): Findings {
  const problems: Problem[] = []
  return {
    problems,
    full: () => problems.length >= MOST,
    report(kind, file, message, at = {}) {
      if (problems.length < MOST) problems.push({ kind, file, message, ...at })
    },
  }
}

/** The key (JWK `x`), or undefined when it is none. */
export function keyOf(
  x: string | undefined,
  whose: string,
  file: string,
  { report }: Findings,
): string | undefined {
  if (x !== undefined && isBase64url(x, 32)) return x
  report('key', file, `${whose} is missing or not an Ed25519 key`)
  return undefined
}
