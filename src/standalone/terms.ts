// A session without a server: its terms come from the policy file, its credential from the environment.
import { SluiceError } from '../core/errors.ts'
import type { Login, Terms } from '../core/grant.ts'
import { secretsFrom } from '../credentials/reference.ts'
import { staticProvider } from '../credentials/static/index.ts'
import { credentialTarget } from '../credentials/target.ts'
import { resolveLimits } from '../grants/limits.ts'
import { buildTerms, type Trusted } from '../grants/terms.ts'
import { type AccessRule, type Config, loadConfig, type TargetConfig } from '../policy/config.ts'

export interface Standalone {
  readonly terms: Terms
  /** Environment variables that held the secrets: the command under the session must not get them. */
  readonly variables: readonly string[]
}

export interface StandaloneRequest {
  /** Path of the policy file. */
  readonly config: string
  readonly targets: readonly string[]
  /** Name of the access rule to use when several fit. */
  readonly access?: string
  readonly session: string
  readonly env: NodeJS.ProcessEnv
  readonly now: Date
}

/**
 * Nobody checks who asks: the policy file and the credential are the caller's own. Throws `SluiceError`.
 */
export async function standaloneTerms(request: StandaloneRequest): Promise<Standalone> {
  const config = loadConfig(request.config)
  const rule = chooseRule(config, request)
  const expiresAt = new Date(request.now.getTime() + rule.ttl).toISOString()
  const resolve = secretsFrom(request.env)
  const variables = new Set<string>()
  const secrets = (reference: string) => {
    if (reference.startsWith('env:')) variables.add(reference.slice('env:'.length))
    return resolve(reference)
  }
  const credentials: Record<string, Login> = Object.create(null)
  const trusted: Record<string, Trusted> = Object.create(null)
  for (const name of request.targets) {
    const target = credentialTarget(fixedTarget(config, name), secrets)
    trusted[name] = target
    const { handle: _, ...login } = await staticProvider.issue({
      grantId: request.session,
      target,
      expiresAt,
      limits: resolveLimits(rule.guard, config.guards),
      secrets,
    })
    credentials[name] = login
  }
  const terms = buildTerms({
    config,
    rule,
    targets: request.targets,
    session: request.session,
    expiresAt,
    claims: {},
    credentials,
    trusted,
  })
  return { terms, variables: [...variables] }
}

function chooseRule(config: Config, { targets, access }: StandaloneRequest): AccessRule {
  for (const name of targets)
    if (!Object.hasOwn(config.targets, name))
      throw new SluiceError('CONFIG_INVALID', `${config.file} has no target ${name}`, {
        hint: `It has ${Object.keys(config.targets).join(', ') || 'none'}`,
      })
  const fitting = config.access.filter((rule) => targets.every((name) => rule.targets.includes(name)))
  const named = access === undefined ? fitting : fitting.filter((rule) => rule.name === access)
  const [rule, another] = named
  if (rule && !another) return rule
  const all = fitting.map(({ name }) => name).join(', ')
  if (rule)
    throw new SluiceError(
      'CONFIG_INVALID',
      `several access rules of ${config.file} hold ${targets.join(', ')}`,
      {
        hint: `Choose one with access: ${all}`,
      },
    )
  throw new SluiceError(
    'CONFIG_INVALID',
    `no access rule of ${config.file} ${access === undefined ? '' : `with the name ${access} `}holds ${targets.join(', ')}`,
    { hint: all ? `These do: ${all}` : 'Add one under access: with the targets, a guard and a mask' },
  )
}

/** Throws unless the target's account exists already: a role made for a session needs a server that ends it. */
function fixedTarget(config: Config, name: string): TargetConfig {
  const target = config.targets[name]!
  const { provider } = target.credential
  if (provider === 'static') return target
  throw new SluiceError(
    'CONFIG_INVALID',
    `target ${name} in ${config.file} uses the provider ${provider}, which only a server offers`,
    {
      hint: 'Give the target a credential of provider static, or open the session with a server',
    },
  )
}
