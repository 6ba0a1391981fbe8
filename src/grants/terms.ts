import type {
  Guard,
  HttpTerms,
  Limits,
  Login,
  Masks,
  SshTerms,
  TargetTerms,
  Terms,
  Tls,
} from '../core/grant.ts'
import type { AccessRule, Config } from '../policy/config.ts'
import { resolveGuard } from '../policy/guards.ts'
import { resolveLimits } from './limits.ts'

export interface TermsRequest {
  readonly config: Config
  readonly rule: AccessRule
  /** Names of the granted targets. */
  readonly targets: readonly string[]
  readonly session: string
  /** RFC 3339: the session's end. */
  readonly expiresAt: string
  /** Verified claims; those that are strings are kept. */
  readonly claims: Readonly<Record<string, unknown>>
  /** Upstream credential by target name. */
  readonly credentials: Readonly<Record<string, Login>>
  /** How the targets prove who they are, by target name, with what the policy file refers to. */
  readonly trusted: Readonly<Record<string, Trusted>>
  /** JWK `x` of the key that countersigns receipts; without a server nobody can be asked. */
  readonly serverKey?: string
}

export interface Trusted {
  readonly tls?: Tls
  readonly ssh?: SshTerms
  readonly http?: HttpTerms
}

/** Everything the proxy enforces, resolved. Throws `TypeError` when a target or its credential is missing: a caller's bug. */
export function buildTerms(request: TermsRequest): Terms {
  const { config, rule } = request
  const guard = resolveGuard(rule.guard, config.guards)
  const masks = resolveMasks(config, rule)
  const limits = resolveLimits(rule.guard, config.guards)
  return {
    session: request.session,
    expiresAt: request.expiresAt,
    claims: stringClaims(request.claims),
    access: rule.name,
    policySha256: config.sha256,
    targets: request.targets.map((name) => targetTerms(request, name, { guard, masks, limits })),
    ...(request.serverKey === undefined ? {} : { ...holdsOf(rule), serverKey: request.serverKey }),
  }
}

function holdsOf({ holds }: AccessRule): Pick<Terms, 'holds'> {
  if (!holds) return {}
  return { holds: { approvers: holds.by, timeout: holds.timeout, strongLocks: holds.strongLocks } }
}

function targetTerms(
  request: TermsRequest,
  name: string,
  resolved: { guard: Guard; masks: Masks; limits: Limits },
): TargetTerms {
  const target = request.config.targets[name]
  const credential = Object.hasOwn(request.credentials, name) ? request.credentials[name] : undefined
  const trusted = Object.hasOwn(request.trusted, name) ? request.trusted[name] : undefined
  if (!target || !credential || !trusted) throw new TypeError(`no target, credential or trust ${name}`)
  const { database } = target
  return {
    name,
    protocol: target.protocol,
    host: target.host,
    port: target.port,
    ...(database === undefined ? {} : { database }),
    ...(trusted.tls === undefined ? {} : { tls: trusted.tls }),
    credential,
    ...(trusted.ssh === undefined ? {} : { ssh: trusted.ssh }),
    ...(trusted.http === undefined ? {} : { http: trusted.http }),
    ...resolved,
  }
}

function resolveMasks(config: Config, rule: AccessRule): Masks {
  const mask = rule.mask === undefined ? undefined : config.masks[rule.mask]
  if (!mask) return { columns: [], detect: [] }
  const { name: _, ...masks } = mask
  return masks
}

function stringClaims(claims: Readonly<Record<string, unknown>>): Record<string, string> {
  const kept: Record<string, string> = Object.create(null)
  for (const [name, value] of Object.entries(claims)) if (typeof value === 'string') kept[name] = value
  return kept
}
