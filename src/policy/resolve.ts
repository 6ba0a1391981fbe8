// The file as written to the configuration that the program uses: names, defaults, absolute paths.
import { dirname, isAbsolute, resolve as resolvePath } from 'node:path'
import type { Exception, RequestRule, Thresholds } from '../core/grant.ts'
import type {
  AccessRule,
  ApprovalConfig,
  Config,
  GuardConfig,
  GuardLimits,
  Issuer,
  MaskConfig,
  ServerConfig,
  SignInConfig,
} from './config.ts'
import { absoluteReference, githubOf, notifyOf } from './receivers.ts'
import type { File } from './schema/index.ts'
import { targetOf } from './targets.ts'

type Section<K extends keyof File> = NonNullable<File[K]>

const MINUTE = 60_000

export function resolve(file: File, from: { name: string; sha256: string }): Omit<Config, 'warnings'> {
  const near = (path: string) => (isAbsolute(path) ? path : resolvePath(dirname(from.name), path))
  const server = file.server && serverOf(file.server, near)
  return {
    version: 1,
    file: from.name,
    sha256: from.sha256,
    ...(server ? { server } : {}),
    issuers: mapped(file.issuers, (issuer, name) => issuerOf(issuer, name, server?.url ?? '')),
    approvers: mapped(file.approvers, ({ group }, name) => ({ name, group })),
    targets: mapped(file.targets, (target, name) => targetOf(target, name, near)),
    guards: mapped(file.guards, guardOf),
    masks: mapped(file.masks, maskOf),
    access: (file.access ?? []).map(accessOf),
  }
}

function mapped<In, Out>(
  section: Readonly<Record<string, In>> | undefined,
  map: (value: In, name: string) => Out,
): Record<string, Out> {
  const record: Record<string, Out> = Object.create(null)
  for (const [name, value] of Object.entries(section ?? {})) record[name] = map(value, name)
  return record
}

function serverOf(server: Section<'server'>, near: (path: string) => string): ServerConfig {
  return {
    // As every client spells it: host in lower case, no default port.
    url: new URL(server.url).href.replace(/\/+$/, ''),
    listen: server.listen ?? { host: '127.0.0.1', port: 8700 },
    data: near(server.data ?? 'data'),
    trustedProxies: server.trusted_proxies ?? [],
    ...(server.sign_in ? { signIn: signInOf(server.sign_in, near) } : {}),
    roles: {
      ...(server.roles?.viewer ? { viewer: server.roles.viewer } : {}),
      admin: server.roles?.admin ?? [],
    },
    notify: (server.notify ?? []).map((receiver) => notifyOf(receiver, near)),
    ...(server.github ? { github: githubOf(server.github, near) } : {}),
    keepAudit: server.keep_audit ?? 365 * 24 * 60 * MINUTE,
    limits: {
      exchangesPerMinute: server.limits?.exchanges_per_minute ?? 60,
      requestsPerMinute: server.limits?.requests_per_minute ?? 1200,
      recordBytes: server.limits?.record ?? 1_000_000_000,
    },
  }
}

function signInOf(
  signIn: NonNullable<Section<'server'>['sign_in']>,
  near: (path: string) => string,
): SignInConfig {
  const { claims, client_secret: secret } = signIn
  return {
    issuer: signIn.issuer,
    clientId: signIn.client_id,
    ...(secret === undefined ? {} : { clientSecret: absoluteReference(secret, near) }),
    scopes: ['openid', ...(signIn.scopes ?? ['profile', 'email']).filter((scope) => scope !== 'openid')],
    claims: {
      name: claims?.name ?? 'name',
      groups: claims?.groups ?? 'groups',
      logins: claims?.logins ?? ['preferred_username', 'email'],
    },
    lifetime: signIn.lifetime ?? 12 * 60 * MINUTE,
  }
}

function issuerOf(issuer: Section<'issuers'>[string], name: string, audience: string): Issuer {
  return {
    name,
    platform: issuer.platform ?? (name === 'gitlab' ? 'gitlab' : 'github'),
    issuer: issuer.issuer,
    audience: issuer.audience ?? audience,
    ...(issuer.jwks_uri === undefined ? {} : { jwksUri: issuer.jwks_uri }),
  }
}

function guardOf(guard: Section<'guards'>[string], name: string): GuardConfig {
  return {
    name,
    extends: guard.extends ?? 'strict',
    ...(guard.mode === undefined ? {} : { mode: guard.mode }),
    ...(guard.block === undefined ? {} : { block: guard.block }),
    ...(guard.hold === undefined ? {} : { hold: guard.hold }),
    ...(guard.warn === undefined ? {} : { warn: guard.warn }),
    ...(guard.allow === undefined ? {} : { allow: guard.allow.map(exceptionOf) }),
    ...(guard.thresholds === undefined ? {} : { thresholds: countsOf(guard.thresholds) }),
    ...(guard.requests === undefined ? {} : { requests: guard.requests.map(requestOf) }),
    ...(guard.limits === undefined ? {} : { limits: limitsOf(guard.limits) }),
  }
}

type Listed = NonNullable<Section<'guards'>[string]['requests']>[number]

function requestOf({ match, query, body, verdict }: Listed): RequestRule {
  return {
    match,
    ...(query === undefined ? {} : { query: mapped(query, listOf) }),
    ...(body === undefined ? {} : { body: mapped(body, listOf) }),
    verdict,
  }
}

const listOf = (value: string | string[]): readonly string[] => (typeof value === 'string' ? [value] : value)

type Allowed = NonNullable<Section<'guards'>[string]['allow']>[number]

function exceptionOf(allowed: Allowed): string | Exception {
  if (typeof allowed === 'string') return allowed
  const { rule, relations, paths, programs, names } = allowed
  return {
    rule,
    ...(relations === undefined ? {} : { relations }),
    ...(paths === undefined ? {} : { paths }),
    ...(programs === undefined ? {} : { programs }),
    ...(names === undefined ? {} : { names }),
    ...countsOf(allowed),
  }
}

function countsOf({ rows, table_size: tableSize }: Counts): Thresholds {
  return {
    ...(rows === undefined ? {} : { rows }),
    ...(tableSize === undefined ? {} : { tableSize }),
  }
}

interface Counts {
  readonly rows?: number | undefined
  readonly table_size?: number | undefined
}

function limitsOf(limits: NonNullable<Section<'guards'>[string]['limits']>): GuardLimits {
  return {
    ...(limits.statement_timeout === undefined ? {} : { statementTimeout: limits.statement_timeout }),
    ...(limits.lock_timeout === undefined ? {} : { lockTimeout: limits.lock_timeout }),
    ...(limits.idle_in_transaction_timeout === undefined
      ? {}
      : { idleInTransactionTimeout: limits.idle_in_transaction_timeout }),
    ...(limits.rows === undefined ? {} : { rows: limits.rows }),
    ...(limits.bytes === undefined ? {} : { bytes: limits.bytes }),
    ...(limits.connections === undefined ? {} : { connections: limits.connections }),
  }
}

function maskOf(mask: Section<'masks'>[string], name: string): MaskConfig {
  const columns = Object.entries(mask.columns ?? {}).map(([pattern, kind]) => ({ pattern, mask: kind }))
  const fields = Object.entries(mask.fields ?? {}).map(([pattern, kind]) => ({ pattern, mask: kind }))
  const patterns = Object.entries(mask.patterns ?? {}).map(([id, pattern]) => ({ name: id, pattern }))
  return {
    name,
    columns,
    ...(fields.length > 0 ? { fields } : {}),
    detect: mask.detect ?? [],
    ...(patterns.length > 0 ? { patterns } : {}),
    ...(mask.predicates === undefined ? {} : { predicates: mask.predicates }),
  }
}

function accessOf(rule: Section<'access'>[number]): AccessRule {
  const approval = rule.approval && approvalOf(rule.approval, 60 * MINUTE)
  const holds = holdsOf(rule)
  return {
    name: rule.name,
    issuer: rule.issuer,
    claims: mapped(rule.claims, (value) => (typeof value === 'string' ? [value] : value)),
    targets: rule.targets,
    guard: rule.guard ?? 'strict',
    ...(rule.mask === undefined ? {} : { mask: rule.mask }),
    ttl: rule.ttl ?? 30 * MINUTE,
    ...(approval ? { approval } : {}),
    ...(holds ? { holds } : {}),
  }
}

interface Asked {
  readonly by: readonly string[]
  readonly min?: number | undefined
  readonly timeout?: number | undefined
}

function approvalOf({ by, min = 1, timeout }: Asked, usual: number): ApprovalConfig {
  return { by, min, timeout: timeout ?? usual }
}

/** Who releases a deploy may release its statements. */
function holdsOf({ approval, holds }: Section<'access'>[number]): AccessRule['holds'] {
  const usual = 15 * MINUTE
  if (holds) return { ...approvalOf(holds, usual), strongLocks: holds.strong_locks ?? 'wait' }
  return approval && { ...approvalOf({ ...approval, timeout: usual }, usual), strongLocks: 'wait' }
}
