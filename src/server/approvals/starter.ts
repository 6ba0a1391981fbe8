import { PLATFORMS } from '../../identity/platforms.ts'
import type { Config } from '../../policy/config.ts'
import { claimsOf, type Grant } from '../store/grants.ts'

/** What the `issuer` of a deployment's request is: no issuer of a policy file can have this name. */
export const DEPLOYMENTS = 'github:app'

/** Of a deployment's claims: who set it off, and whoever else is named as its maker. */
const DEPLOYERS = ['actor', 'creator']

/** Names of whoever started the run, as the platform writes them. */
export function startedBy(
  config: Pick<Config, 'issuers'>,
  grant: Pick<Grant, 'issuer' | 'claims'>,
): string[] {
  const platform = config.issuers[grant.issuer]?.platform
  const claims = claimsOf(grant)
  const starter: readonly string[] = platform ? PLATFORMS[platform].starter : []
  const names = grant.issuer === DEPLOYMENTS ? DEPLOYERS : starter
  return [...new Set(names.flatMap((claim) => claims[claim] ?? []))]
}
