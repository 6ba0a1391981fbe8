// Upstream credentials of a grant: made when its terms are asked for, ended with it.
import { SluiceError } from '../core/errors.ts'
import type { Login } from '../core/grant.ts'
import type { Credential, CredentialTarget, Provider, Secrets } from '../credentials/provider.ts'
import { credentialTarget } from '../credentials/target.ts'
import { resolveLimits } from '../grants/limits.ts'
import type { Trusted } from '../grants/terms.ts'
import type { AccessRule, Config, TargetConfig } from '../policy/config.ts'
import type { Log } from './log.ts'
import type { Metrics } from './metrics.ts'
import {
  addCredential,
  type CredentialRow,
  closeCredential,
  confirmCredential,
  leftoverCredentials,
  nameCredential,
  openCredentials,
} from './store/credentials.ts'
import { findGrant } from './store/grants.ts'
import type { Store } from './store/index.ts'

/** A target that does not answer: each try may take 10 s. */
const AWAY = ['UPSTREAM_UNREACHABLE', 'UPSTREAM_REFUSED', 'UPSTREAM_TLS']

export interface Credentials {
  /** Makes a credential for each target, and ends what was made for the grant before. Throws `SluiceError`. */
  open(request: OpenRequest): Promise<Opened>
  /** Ends every credential of the grant; what cannot be ended now is left to the reaper. */
  end(grant: string): Promise<void>
  /** Ends what ended grants still have. A target that does not answer is left until the next time and holds up no other. */
  endLeftovers(): Promise<void>
  /** Ends what crashes left behind on the targets; returns how many. */
  reap(): Promise<number>
}

export interface OpenRequest {
  readonly grant: string
  readonly targets: readonly string[]
  readonly rule: AccessRule
  /** RFC 3339. */
  readonly expiresAt: string
}

export interface Opened {
  readonly credentials: Record<string, Login>
  /** By target. */
  readonly trusted: Record<string, Trusted>
}

export interface CredentialsOptions {
  readonly config: Config
  readonly providers: Readonly<Record<Credential['provider'], Provider>>
  readonly secrets: Secrets
  readonly store: Store
  readonly clock: () => number
  readonly log: Log
  readonly metrics: Metrics
}

export function createCredentials(options: CredentialsOptions): Credentials {
  return {
    open: (request) => open(options, request),
    end: async (grant) => {
      const rows = await openCredentials(options.store, grant)
      await Promise.all(rows.map((row) => endOne(options, row)))
    },
    endLeftovers: () => endLeftovers(options),
    reap: async () => {
      const counts = await Promise.all(Object.values(options.config.targets).map((t) => reapOne(options, t)))
      return counts.reduce((sum, count) => sum + count, 0)
    },
  }
}

async function open(options: CredentialsOptions, request: OpenRequest): Promise<Opened> {
  const { store } = options
  for (const row of await openCredentials(store, request.grant)) await endOne(options, row)
  const opened: Opened = { credentials: Object.create(null), trusted: Object.create(null) }
  for (const name of request.targets) {
    const target = options.config.targets[name]
    if (!target) throw new TypeError(`no target ${name}`)
    const resolved = credentialTarget(target, options.secrets)
    const credential = await makeOne(options, request, resolved)
    if (!credential) throw new GrantOver()
    opened.credentials[name] = credential
    opened.trusted[name] = resolved
  }
  return opened
}

/** The grant ended, or its terms were asked for again, while its credentials were being made. */
export class GrantOver extends Error {
  constructor() {
    super('the grant ended while its credentials were being made')
    this.name = 'GrantOver'
  }
}

async function makeOne(
  options: CredentialsOptions,
  request: OpenRequest,
  target: CredentialTarget,
): Promise<Login | undefined> {
  const { store, config, secrets, metrics } = options
  const { provider } = target.credential
  const id = await addCredential(store, {
    grant: request.grant,
    target: target.name,
    provider,
    now: options.clock(),
  })
  try {
    const { handle, ...login } = await options.providers[provider].issue({
      grantId: request.grant,
      target,
      expiresAt: request.expiresAt,
      limits: resolveLimits(request.rule.guard, config.guards),
      secrets,
    })
    metrics.credentials.inc({ provider, result: 'made' })
    if (await confirmCredential(store, id, handle)) return login
    await nameCredential(store, id, handle)
  } catch (error) {
    metrics.credentials.inc({ provider, result: 'failed' })
    await endById(options, request.grant, id)
    throw error
  }
  await endById(options, request.grant, id)
  return undefined
}

async function endById(options: CredentialsOptions, grant: string, id: string): Promise<void> {
  const row = (await openCredentials(options.store, grant)).find((candidate) => candidate.id === id)
  if (row) await endOne(options, row)
}

async function endLeftovers(options: CredentialsOptions): Promise<void> {
  const byTarget = Object.groupBy(await leftoverCredentials(options.store), (row) => row.target)
  await Promise.all(
    Object.values(byTarget).map(async (rows = []) => {
      for (const row of rows) if ((await endOne(options, row)) === 'away') break
    }),
  )
}

/** What is not ended is left to the reaper. */
async function endOne(options: CredentialsOptions, row: CredentialRow): Promise<'ended' | 'failed' | 'away'> {
  const { store, log, metrics, secrets, providers } = options
  const { provider, target: name, grant_id: grant } = row
  try {
    const target = options.config.targets[name]
    if (!target || target.credential.provider !== provider)
      throw new Error('the target is not in the policy file any more, or has another provider')
    const { sessionsEnded } = await providers[target.credential.provider].end({
      grantId: grant,
      target: credentialTarget(target, secrets),
      ...(row.handle === null ? {} : { handle: row.handle }),
      secrets,
    })
    await closeCredential(store, row.id, options.clock(), sessionsEnded)
    metrics.credentials.inc({ provider, result: 'ended' })
    return 'ended'
  } catch (error) {
    metrics.alerts.inc({ check: 'credential-left' })
    log.error(
      { err: error, grant, target: name, alert: 'credential-left' },
      'a credential could not be ended',
    )
    return error instanceof SluiceError && AWAY.includes(error.code) ? 'away' : 'failed'
  }
}

async function reapOne(options: CredentialsOptions, target: TargetConfig): Promise<number> {
  const { store, secrets, providers, log, metrics } = options
  try {
    const handles = await providers[target.credential.provider].reap({
      target: credentialTarget(target, secrets),
      secrets,
      now: new Date(options.clock()),
      closed: async (grant) => (await findGrant(store, grant))?.state === 'ended',
    })
    return handles.length
  } catch (error) {
    metrics.alerts.inc({ check: 'target-not-reaped' })
    log.warn(
      { err: error, target: target.name, alert: 'target-not-reaped' },
      'the target could not be reaped',
    )
    return 0
  }
}
