import type { Json } from '../core/json.ts'
import { termsToJson } from '../core/terms.ts'
import { buildTerms } from '../grants/terms.ts'
import { GrantOver } from './credentials.ts'
import { requireApproval } from './oauth/approval.ts'
import type { Authorised } from './oauth/authorise.ts'
import { OAuthError } from './oauth/errors.ts'
import { permit } from './oauth/permit.ts'
import type { Services } from './services.ts'
import { claimsOf, targetsOf } from './store/grants.ts'
import { hit } from './store/once.ts'

/** Each makes credentials on the targets. */
const TERMS_PER_MINUTE = 20

/** `GET /v1/grant`: makes the credentials anew and returns everything that the proxy enforces. */
export async function openTerms(services: Services, { grant }: Authorised): Promise<Json> {
  const { config } = services
  const claims = claimsOf(grant)
  const targets = targetsOf(grant)
  const rule = permit(config, grant.issuer, claims, targets)
  await requireApproval(services.store, rule, grant.id)
  if ((await hit(services.store, `terms:${grant.id}`, services.clock())) > TERMS_PER_MINUTE)
    throw new OAuthError('slow_down', 'rate-terms', 'the terms were asked for too often', { status: 429 })
  const expiresAt = new Date(grant.expires_at ?? 0).toISOString()
  try {
    const opened = await services.credentials.open({ grant: grant.id, targets, rule, expiresAt })
    const { serverKey } = services
    return termsToJson(
      buildTerms({ config, rule, targets, session: grant.id, expiresAt, claims, serverKey, ...opened }),
    )
  } catch (error) {
    if (!(error instanceof GrantOver)) throw error
    throw new OAuthError(
      'invalid_token',
      'grant-over',
      'the session is over, or its terms were asked for twice',
    )
  }
}
