import type { HttpTerms, TargetTerms } from '../../core/grant.ts'
import type { Secret } from '../../core/secret.ts'
import type { Masking } from '../../masking/index.ts'
import type { Upstream } from './upstream.ts'

/** What all connections of a target share. */
export interface Shared {
  readonly terms: TargetTerms
  readonly http: HttpTerms
  readonly local: { readonly user: string; readonly password: Secret }
  readonly masking: Masking
  /** Whether masks look into answers. */
  readonly masks: boolean
  /** The credential as it may stand in an answer. */
  readonly needles: readonly Buffer[]
  /** The header that carries it. */
  readonly credential: readonly [name: string, value: Secret]
  readonly upstream: Upstream
  /** Milliseconds of a steady clock. */
  readonly now: () => number
}
