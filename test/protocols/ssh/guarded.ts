// A relay whose gate decides by a guard, and whose commands are analysed.
import type { Guard, Masks } from '../../../src/core/grant.ts'
import type { Statement } from '../../../src/core/statement.ts'
import { decide } from '../../../src/policy/decide.ts'
import { BUILT_IN } from '../../../src/policy/guards.ts'
import { ssh } from '../../../src/protocols/ssh/index.ts'
import type { RelayedOptions } from './relayed.ts'

/** Options for `relayed`: the strict guard with these exceptions and levels. */
export function guarded(
  allow: Guard['allow'] = [],
  more: { rules?: Guard['rules']; masks?: Masks } = {},
): Omit<RelayedOptions, 'upstream'> {
  const guard: Guard = {
    ...BUILT_IN.strict,
    rules: { ...BUILT_IN.strict.rules, ...more.rules },
    allow: [...BUILT_IN.strict.allow, ...allow],
  }
  return {
    protocol: ssh,
    verdict: ({ analysis }: Statement) => decide(analysis.effects, guard),
    terms: { guard, ...(more.masks && { masks: more.masks }) },
  }
}
