// https://www.rfc-editor.org/rfc/rfc7009: whoever has a token may end its session; no proof is asked for.
import { endSession } from '../end.ts'
import { tell } from '../notify/tell.ts'
import type { Services } from '../services.ts'
import { type Approval, findPolled, withdrawApproval } from '../store/approvals.ts'
import { audit } from '../store/audit.ts'
import { endGrant, findGrant, type Grant } from '../store/grants.ts'
import { findToken, tokenHash } from '../store/tokens.ts'
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
  const { store, clock } = services
  const token = required(call.form, 'token')
  const asked = await findPolled(store, tokenHash(token))
  if (asked) return withdraw(services, call, asked)
  const found = await findToken(store, token)
  if (!found) return {}
  const { grant } = found
  note(call, grant)
  await audit(store, clock(), 'ok', call.entry)
  const { credentials, record } = await endSession(services, grant.id, 'revoked')
  return { revoked: true, credentials, record }
}

/** A request that waits is ended by its `auth_req_id`: nobody should be asked for a job that is gone. */
async function withdraw(services: Services, call: OAuthCall, asked: Approval): Promise<Revocation> {
  const { store, clock, changes } = services
  const grant = await findGrant(store, asked.grant_id)
  if (grant?.state !== 'pending') return {}
  note(call, grant)
  await store.transaction().execute(async (transaction) => {
    if (await withdrawApproval(transaction, asked.id, clock()))
      await tell(services, transaction, asked.id, 'withdrawn')
    await endGrant(transaction, grant.id, clock(), 'revoked')
    await audit(transaction, clock(), 'ok', call.entry)
  })
  changes.tell(asked.id)
  return { revoked: true, credentials: [], record: { sealed: false, reason: 'none' } }
}

function note({ entry }: OAuthCall, { id, issuer, repository }: Grant): void {
  Object.assign(entry, { grant: id, issuer, repository })
}
