import type { Effect } from '../../core/statement.ts'
import type { Verdict } from '../../core/verdict.ts'

/** A statement with the guard's word on it. */
export interface Judged {
  readonly place?: Place
  readonly verdict: Verdict
  readonly effects: readonly Effect[]
  readonly relations: readonly string[]
  /** The first finding's reason, or why nobody could judge it; empty when there is none. */
  readonly reason: string
  /** What its author tells the reviewers (`-- sluice: …`): shown, never obeyed. */
  readonly hints: readonly string[]
}

export interface Place {
  readonly file: string
  /** From 1. */
  readonly line: number
  readonly endLine: number
}

/** What a reader is told of a statement, from the worst. */
export type Level = 'block' | 'hold' | 'warn' | 'allow'

/** The verdict, or `warn` where it is allowed and a finding is left. What is only observed never stops anything. */
export function levelOf({ verdict }: Judged): Level {
  if (verdict.kind !== 'allow') return verdict.kind
  return verdict.findings.length > 0 ? 'warn' : 'allow'
}

export type Tally = Readonly<Record<Level, number>>

/** How the statements are shown to whoever reads the output. */
export interface Reporter {
  judged(statement: Judged): void
  /** Once, at the end. `notes`: what was read. */
  done(tally: Tally, notes: readonly string[]): void
}

/** `3 of 41 statements: …` */
export function summary(tally: Tally): string {
  const all = tally.allow + tally.warn + tally.hold + tally.block
  const parts = [
    tally.block > 0 ? `${tally.block} blocked` : '',
    tally.hold > 0 ? `${tally.hold} ${tally.hold === 1 ? 'needs' : 'need'} approval` : '',
    tally.warn > 0 ? `${tally.warn} allowed with a warning` : '',
    `${tally.allow} allowed`,
  ]
  return `${all} ${all === 1 ? 'statement' : 'statements'}: ${parts.filter(Boolean).join(', ')}`
}
