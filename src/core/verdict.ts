import type { Effect } from './statement.ts'

export type VerdictKind = 'allow' | 'hold' | 'block'

/** A rule that spoke. */
export interface Finding {
  readonly rule: string
  readonly verdict: 'warn' | 'hold' | 'block'
  readonly effect: Effect
  /** Why, for the person who wrote the statement. */
  readonly reason: string
  /** What to do instead. */
  readonly hint: string
}

/** `block` beats `hold` beats `allow`. */
export interface Verdict {
  readonly kind: VerdictKind
  /** The findings that gave the verdict first, then the others. */
  readonly findings: readonly Finding[]
  /** True when the guard only observes: what `kind` would have been is in the findings. */
  readonly observed: boolean
}
