// What an approval is for, as digests: two that agree in all of them are the same.
import { createHash } from 'node:crypto'
import { canonical, type Json } from '../core/json.ts'
import type { Effect, Statement } from '../core/statement.ts'
import type { Verdict } from '../core/verdict.ts'
import type { Bound } from '../protocols/protocol.ts'

export interface Agreement {
  /** Of the exact bytes, the exact values, and exactly these reasons. */
  readonly key: string
  /** The key, and each piece of stored code that the statement may come to, for this key. */
  readonly parts: readonly string[]
}

interface Agreed {
  readonly statement: Statement
  readonly verdict: Verdict
  readonly bound: Bound | undefined
  /** Digests of the stored code that a text may come to. */
  readonly code: (text: string) => readonly string[]
}

export function agreement(target: string, { statement, verdict, bound, code }: Agreed): Agreement {
  const held = verdict.findings.filter((finding) => finding.verdict === 'hold')
  const reasons = held.map(({ rule, effect }) => ({ rule, effect: withoutFigures(effect) }))
  const hash = createHash('sha256')
  hash.update(canonical([target, statement.sha256, reasons as unknown as Json]))
  if (bound) hash.update(bound.bytes)
  const key = hash.digest('hex')
  const told = [...statement.analysis.effects, ...verdict.findings.map(({ effect }) => effect)]
  const pieces = code(`${statement.text}\n${JSON.stringify(told)}`)
  return { key, parts: [key, ...pieces.map((digest) => `${key} ${digest}`)] }
}

/** Estimates move while somebody reads. */
function withoutFigures(effect: Effect): Json {
  const { estimate: _, bytes: __, ...same } = effect
  return JSON.parse(JSON.stringify(same))
}
