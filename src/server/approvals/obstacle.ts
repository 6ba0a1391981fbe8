// Who may decide what. Whatever cannot be told counts against the person.
import type { Config } from '../../policy/config.ts'
import { OAuthError } from '../oauth/errors.ts'
import { permit } from '../oauth/permit.ts'
import type { Person } from '../people/person.ts'
import type { Approval } from '../store/approvals.ts'
import { claimsOf, type Grant, targetsOf } from '../store/grants.ts'
import { startedBy } from './starter.ts'

export interface Obstacle {
  /** For the audit log. */
  readonly check: string
  /** For the person. */
  readonly reason: string
}

type Asked = Pick<Approval, 'kind' | 'request' | 'approvers' | 'min'>
type Asker = Pick<Grant, 'issuer' | 'repository' | 'claims' | 'targets'>

/** Why this person may not decide; undefined when they may. */
export function obstacleFor(
  config: Config,
  person: Person,
  approval: Asked,
  grant: Asker,
): Obstacle | undefined {
  const names: string[] = JSON.parse(approval.approvers)
  const now = askedNow(config, approval, grant)
  if (JSON.stringify(now?.by) !== JSON.stringify(names) || now?.min !== approval.min)
    return {
      check: 'approval-policy',
      reason: 'the policy file has changed since: it must be asked for again',
    }
  if (person.local) return undefined
  const groups = names.flatMap((name) => config.approvers[name]?.group ?? [])
  if (!groups.some((group) => person.groups.includes(group)))
    return { check: 'approver-group', reason: `only ${names.join(', ')} may decide this` }
  return ownRun(person, startedBy(config, grant))
}

/** Whom the policy file of now would ask for the same; undefined when it would not ask. */
function askedNow(
  config: Config,
  { kind, request }: Asked,
  grant: Asker,
): { readonly by: readonly string[]; readonly min: number } | undefined {
  if (kind === 'deployment') {
    const { environment = '' } = claimsOf(grant)
    return config.server?.github?.environments.find(
      (gate) =>
        gate.repositoryId === grant.repository &&
        gate.environment.toLowerCase() === environment.toLowerCase(),
    )
  }
  // A session is granted under the very policy file that its approver was asked under.
  if (kind === 'access' && (JSON.parse(request) as { policy?: string }).policy !== config.sha256)
    return undefined
  try {
    const { approval, holds } = permit(config, grant.issuer, claimsOf(grant), targetsOf(grant))
    return kind === 'access' ? approval : holds
  } catch (error) {
    if (error instanceof OAuthError) return undefined
    throw error
  }
}

/** The platform knows people by logins and sometimes by e-mail addresses: only like is held against like. A bot is nobody. */
function ownRun({ logins }: Person, starters: readonly string[]): Obstacle | undefined {
  if (starters.length === 0)
    return {
      check: 'starter-unknown',
      reason: 'the run’s token does not say who started it, so nobody can tell whether you did',
    }
  const kinds = kindsOf(logins)
  if (!starters.some((starter) => kinds.includes(starter.includes('@') ? 'e-mail' : 'login')))
    return {
      check: 'approver-unknown',
      reason:
        'your sign-in names no login of the CI platform, so nobody can tell whether you started this run yourself',
    }
  if (shareLogin(starters, logins))
    return { check: 'approver-own-run', reason: 'whoever started a run cannot approve it' }
  return undefined
}

/** What is neither, the address of a profile say, is like nothing. */
function kindsOf(names: readonly string[]): ('login' | 'e-mail')[] {
  return names.flatMap((name) => {
    if (/^[\w.-]+(\[bot\])?$/.test(name)) return 'login'
    return /^[^@\s]+@[^@\s]+$/.test(name) ? 'e-mail' : []
  })
}

/** Platforms and providers differ in how they write the same login. */
export function shareLogin(some: readonly string[], others: readonly string[]): boolean {
  const known = new Set(some.map((login) => login.toLowerCase()))
  return others.some((login) => known.has(login.toLowerCase()))
}
