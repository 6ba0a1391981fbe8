import type { AccessRule, Config } from '../policy/config.ts'

/** Why a rule did not match: its first claim that failed. */
export interface Mismatch {
  /** The rule's name. */
  readonly rule: string
  readonly claim: string
  /** What the rule asks for, for people. */
  readonly want: string
  /** What the token says; undefined when the claim is absent, empty or not a string. */
  readonly got: string | undefined
}

export type Claims = Readonly<Record<string, unknown>>

export type Access = { readonly rule: AccessRule } | { readonly mismatches: readonly Mismatch[] }

/** The first rule that lets a job with these verified claims reach the target, or why none does. */
export function matchAccess(config: Config, issuer: string, claims: Claims, target: string): Access {
  const mismatches: Mismatch[] = []
  for (const rule of config.access) {
    if (rule.issuer !== issuer || !rule.targets.includes(target)) continue
    const mismatch = firstMismatch(rule, claims)
    if (!mismatch) return { rule }
    mismatches.push(mismatch)
  }
  return { mismatches }
}

function firstMismatch(rule: AccessRule, claims: Claims): Mismatch | undefined {
  for (const [claim, wanted] of Object.entries(rule.claims)) {
    const value = Object.hasOwn(claims, claim) ? claims[claim] : undefined
    const got = typeof value === 'string' && value !== '' ? value : undefined
    if (got === undefined || !wanted.includes(got))
      return { rule: rule.name, claim, want: wanted.join(' or '), got }
  }
  return undefined
}
