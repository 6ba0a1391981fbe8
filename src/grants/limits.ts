import type { Limits } from '../core/grant.ts'
import type { GuardConfig, GuardLimits } from '../policy/config.ts'

/** What holds when a guard says nothing. */
export const DEFAULT_LIMITS: Limits = { connections: 50 }

/** The guard's limits over those of the guard it extends, over the defaults. */
export function resolveLimits(name: string, guards: Readonly<Record<string, GuardConfig>>): Limits {
  const chain: GuardLimits[] = []
  const seen = new Set<string>()
  let next: string | undefined = name
  while (next !== undefined && Object.hasOwn(guards, next) && !seen.has(next)) {
    seen.add(next)
    const guard: GuardConfig | undefined = guards[next]
    if (guard?.limits) chain.unshift(guard.limits)
    next = guard?.extends
  }
  return Object.assign({}, DEFAULT_LIMITS, ...chain)
}
