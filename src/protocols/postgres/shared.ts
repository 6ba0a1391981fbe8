import type { TargetTerms } from '../../core/grant.ts'
import type { Masking } from '../../masking/mask.ts'
import type { Analyser } from '../../sql/analyser.ts'
import type { Blocking } from './blocking.ts'
import type { Drift } from './drift.ts'
import type { Inspector } from './inspect.ts'
import type { Plans } from './plan.ts'
import type { Stored } from './stored.ts'

/** What all connections of a target share. */
export interface Shared {
  readonly terms: TargetTerms
  readonly analyser: Analyser
  readonly masking: Masking
  readonly inspector: Inspector
  readonly plans: Plans
  readonly drift: Drift
  /** The code and the constraints that the database holds. */
  readonly stored: Stored
  /** What a transaction keeps others from. */
  readonly blocking: Blocking
  /** A COMMIT is judged by the rows that were counted, so every answer must be here. */
  readonly countsRows: boolean
  /** The guard lets nothing be written: the server is told so, and it must stay so. */
  readonly readOnly: boolean
  /** Functions of this session open cursors, under names that nobody sees. */
  readonly code: { opensCursors: boolean }
  /** Milliseconds of a steady clock. */
  readonly now: () => number
}
