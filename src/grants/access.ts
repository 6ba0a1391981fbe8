import { RISKY_EVENTS, RISKY_SOURCES } from '../policy/claims.ts'
import type { AccessRule, Config, Issuer } from '../policy/config.ts'
import { matchesGlob } from '../policy/globs.ts'

/** Verified claims of a pipeline token, as they came: only strings ever match. */
export type Claims = Readonly<Record<string, unknown>>

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

export type Access = { readonly rule: AccessRule } | { readonly mismatches: readonly Mismatch[] }

/** The first rule that lets a job with these claims reach the target, or why none of those that name the target does. */
export function matchAccess(config: Config, issuer: string, claims: Claims, target: string): Access {
  const mismatches: Mismatch[] = []
  for (const rule of config.access) {
    if (rule.issuer !== issuer || !rule.targets.includes(target)) continue
    const mismatch = firstMismatch(rule, claims, config.issuers[issuer]?.platform)
    if (!mismatch) return { rule }
    mismatches.push(mismatch)
  }
  return { mismatches }
}

type Platform = Issuer['platform']

/** Undefined when the rule matches. */
export function firstMismatch(
  rule: AccessRule,
  claims: Claims,
  platform: Platform | undefined,
): Mismatch | undefined {
  for (const [claim, patterns] of Object.entries(rule.claims)) {
    const got = claimText(claims, claim)
    if (got === undefined || !patterns.some((pattern) => matchesGlob(pattern, got)))
      return { rule: rule.name, claim, want: patterns.join(' or '), got }
  }
  if (platform === 'github') return unnamed(rule, claims, 'event_name', RISKY_EVENTS)
  if (platform === 'gitlab')
    return otherProject(rule, claims) ?? unnamed(rule, claims, 'pipeline_source', RISKY_SOURCES)
  // An issuer that the file does not define proves nothing.
  return {
    rule: rule.name,
    claim: 'iss',
    want: 'an issuer of the policy file',
    got: claimText(claims, 'iss'),
  }
}

function claimText(claims: Claims, name: string): string | undefined {
  const value = Object.hasOwn(claims, name) ? claims[name] : undefined
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** Events that run an outsider's code must stand in the rule letter by letter. */
function unnamed(
  rule: AccessRule,
  claims: Claims,
  claim: string,
  risky: readonly string[],
): Mismatch | undefined {
  const got = claimText(claims, claim)
  if (got === undefined || !risky.includes(got) || rule.claims[claim]?.includes(got)) return undefined
  return { rule: rule.name, claim, want: `not ${got}, unless the rule names it`, got }
}

/** Where GitLab says whose job it is, it must be the rule's project too: in a fork's pipeline the two differ. */
function otherProject(rule: AccessRule, claims: Claims): Mismatch | undefined {
  const got = claimText(claims, 'job_project_id')
  const wanted = rule.claims.job_project_id ?? rule.claims.project_id ?? []
  if (!Object.hasOwn(claims, 'job_project_id') || (got !== undefined && wanted.includes(got)))
    return undefined
  return { rule: rule.name, claim: 'job_project_id', want: wanted.join(' or '), got }
}
