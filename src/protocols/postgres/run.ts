import type { Statement } from '../../core/statement.ts'
import type { Bound } from '../protocol.ts'
import type { CopyMask } from './copy.ts'
import type { Plan } from './plan.ts'

/** A statement on its way through the server: a simple Query, or a portal. */
export class Run {
  readonly name: string
  readonly statement: Statement
  /** Name of the prepared statement that it came from. */
  readonly source: string | undefined
  readonly parameters: number
  /** The Sync-delimited part of the pipeline in which it was made; see names.ts. */
  readonly segment: number
  confirmed = false
  /** Its values, where a person may have to decide on them. */
  bound: Bound | undefined
  /** They passed before all of them were here. */
  unseen = false
  /** How its rows are masked; undefined until they were described. */
  plan: Plan | null | undefined
  /** How its COPY is masked; null when nothing is, undefined when that is not known. */
  copy: CopyMask | null | undefined
  /** True when an injected or own Describe is on its way. */
  described = false
  /** Another query may have taken its name. */
  doubtful = false
  /** A cursor whose rows were read before a definition changed. */
  outdated = false
  /** What the names that it executes or fetches from stand for; see exchange.ts. */
  standing: readonly (Statement | undefined)[] | undefined
  /** Counted since it was (re)started. */
  rows = 0
  bytes = 0
  started = 0

  constructor(
    name: string,
    statement: Statement,
    options: { source?: string; parameters?: number; segment?: number } = {},
  ) {
    this.name = name
    this.statement = statement
    this.source = options.source
    this.parameters = options.parameters ?? 0
    this.segment = options.segment ?? 0
  }

  restart(now: number): void {
    this.rows = 0
    this.bytes = 0
    this.started = now
  }
}
