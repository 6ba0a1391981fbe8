// Which rules a set of claims meets: what `sluice policy claims` prints.
import type { Config } from '../policy/config.ts'
import { type Claims, firstMismatch, type Mismatch } from './access.ts'

export interface Explanation {
  readonly issuer: string
  readonly targets: readonly TargetAccess[]
}

export interface TargetAccess {
  readonly target: string
  /** Name of the rule that gives the grant. */
  readonly granted?: string
  readonly rules: readonly RuleAccess[]
}

export interface RuleAccess {
  readonly rule: string
  readonly issuer: string
  /** Absent when the rule matches. */
  readonly mismatch?: Omit<Mismatch, 'rule'>
}

/** `issuer` is the name of one in the file; every rule is looked at, also after one matched. */
export function explain(config: Config, issuer: string, claims: Claims): Explanation {
  const targets = Object.keys(config.targets).map((target): TargetAccess => {
    const rules = config.access
      .filter((rule) => rule.targets.includes(target))
      .map((rule): RuleAccess => {
        const mismatch =
          rule.issuer === issuer
            ? firstMismatch(rule, claims, config.issuers[issuer]?.platform)
            : {
                claim: 'iss',
                want: config.issuers[rule.issuer]?.issuer ?? rule.issuer,
                got: config.issuers[issuer]?.issuer,
              }
        if (!mismatch) return { rule: rule.name, issuer: rule.issuer }
        const { claim, want, got } = mismatch
        return { rule: rule.name, issuer: rule.issuer, mismatch: { claim, want, got } }
      })
    const first = rules.find(({ mismatch }) => mismatch === undefined)
    return { target, ...(first ? { granted: first.rule } : {}), rules }
  })
  return { issuer, targets }
}
