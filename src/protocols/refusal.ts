// What a refused statement's author reads, the same in every protocol.
import type { Effect } from '../core/statement.ts'
import type { Verdict } from '../core/verdict.ts'

export interface Refusal {
  readonly message: string
  readonly detail?: string
  readonly hint?: string
}

export function refusalOf(verdict: Verdict): Refusal {
  const finding = verdict.findings.find(({ verdict: kind }) => kind === verdict.kind) ?? verdict.findings[0]
  if (!finding) return { message: 'refused by policy' }
  return {
    message: `refused by policy: ${finding.reason}`,
    detail: `Rule ${finding.rule}: ${effectText(finding.effect)}.`,
    hint: finding.hint,
  }
}

/** `drop table public.users`, `drop column email of public.users`. */
function effectText(effect: Effect): string {
  const what =
    effect.column === undefined
      ? [effect.object, effect.name]
      : [effect.object === 'column' ? 'column' : effect.object, effect.column, 'of', effect.name]
  const words = [effect.action, ...what].filter((word) => word !== undefined)
  const nested = effect.via?.length ? ` (inside ${effect.via.join(', ')})` : ''
  return words.join(' ') + nested
}
