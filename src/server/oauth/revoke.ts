// https://www.rfc-editor.org/rfc/rfc7009: whoever has a token may end its session; no proof is asked for.
import { endSession } from '../end.ts'
import type { Services } from '../services.ts'
import { audit } from '../store/audit.ts'
import { findToken } from '../store/tokens.ts'
import { required } from './form.ts'
import type { OAuthCall } from './request.ts'

export interface Revocation {
  readonly revoked?: true
  readonly credentials?: readonly {
    target: string
    provider: string
    ended: boolean
    sessions_ended: number
  }[]
  readonly record?: { sealed: boolean; reason: string }
}

/** Idempotent; `{}` for a token that is unknown. */
export async function revoke(services: Services, call: OAuthCall): Promise<Revocation> {
  const found = await findToken(services.store, required(call.form, 'token'))
  if (!found) return {}
  const { grant } = found
  Object.assign(call.entry, { grant: grant.id, issuer: grant.issuer, repository: grant.repository })
  await audit(services.store, services.clock(), 'ok', call.entry)
  const { credentials, record } = await endSession(services, grant.id, 'revoked')
  return { revoked: true, credentials, record }
}
