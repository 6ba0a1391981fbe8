import { type Mismatch, matchAccess } from '../../grants/access.ts'
import { parseStrict } from '../../identity/json.ts'
import type { AccessRule, Config } from '../../policy/config.ts'
import { OAuthError } from './errors.ts'

const MAX_TARGETS = 16

/** Target names of `authorization_details`: https://www.rfc-editor.org/rfc/rfc9396#section-2 */
export function readTargets(text: string): string[] {
  const targets = parse(text).map((detail) => {
    const { type, target, ...rest } = (detail ?? {}) as Record<string, unknown>
    if (type !== 'sluice' || typeof target !== 'string' || target === '' || Object.keys(rest).length > 0)
      throw malformed('each detail must be {"type":"sluice","target":"NAME"}')
    return target
  })
  if (targets.length === 0 || targets.length > MAX_TARGETS)
    throw malformed(`there must be 1 to ${MAX_TARGETS} details`)
  if (new Set(targets).size !== targets.length) throw malformed('a target occurs twice')
  return targets
}

function parse(text: string): unknown[] {
  try {
    const details = parseStrict(text)
    if (Array.isArray(details)) return details
  } catch {
    // Answered below.
  }
  throw malformed('authorization_details must be a JSON list')
}

function malformed(description: string): OAuthError {
  return new OAuthError('invalid_authorization_details', 'authorization-details', description)
}

/**
 * The one access rule that gives this job all the targets. A target that does not exist is refused in the same words as
 * one that the job may not reach. Throws `OAuthError` invalid_target.
 */
export function permit(
  config: Config,
  issuer: string,
  claims: Readonly<Record<string, string>>,
  targets: readonly string[],
): AccessRule {
  const rules = new Set(targets.map((target) => ruleFor(config, issuer, claims, target)))
  const [rule, other] = rules
  if (!rule || other)
    throw new OAuthError(
      'invalid_target',
      'access-rules-differ',
      'these targets come from different access rules: ask for them in separate exchanges',
    )
  return rule
}

function ruleFor(
  config: Config,
  issuer: string,
  claims: Readonly<Record<string, string>>,
  target: string,
): AccessRule {
  const access = matchAccess(config, issuer, claims, target)
  if ('rule' in access) return access.rule
  throw new OAuthError('invalid_target', 'access', 'no access rule gives this job the target', {
    detail: explain(target, access.mismatches),
  })
}

/** A claim may be 8 KiB of anything. */
const MAX_SHOWN = 200
const MAX_DETAIL = 4000

function explain(target: string, mismatches: readonly Mismatch[]): string {
  if (mismatches.length === 0) return `no rule names ${JSON.stringify(visible(target))}`
  return mismatches
    .map(
      ({ rule, claim, want, got }) =>
        `${rule}: ${claim} must be ${want}, not ${got === undefined ? 'absent' : visible(got)}`,
    )
    .join('; ')
    .slice(0, MAX_DETAIL)
}

/** Two texts that look the same are told apart: everything but printable ASCII is escaped. */
function visible(text: string): string {
  const short = text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text
  return short.replace(/[^ -~…]/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`)
}
