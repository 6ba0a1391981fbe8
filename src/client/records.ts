import { SluiceError } from '../core/errors.ts'
import type { Terms } from '../core/grant.ts'
import type { Json } from '../core/json.ts'
import { isChunkReceipt, isRecord, isSealReceipt } from '../recording/shapes.ts'
import type { Conflict, Upload } from '../recording/upload.ts'
import type { GrantClient } from './grant.ts'

/** Brings the session's record to the server that gave the grant. Throws when the terms name no key for its receipts. */
export function uploadTo(
  grant: Pick<GrantClient, 'call'>,
  { session, serverKey }: Pick<Terms, 'session' | 'serverKey'>,
): Upload {
  if (serverKey === undefined)
    throw new SluiceError('RECORD_FAILED', 'the server’s terms hold no key for its receipts', {
      hint: 'This program and the server may be of different versions: use the same release',
    })
  const path = `/v1/sessions/${encodeURIComponent(session)}`
  return {
    serverKey,
    async chunk({ header, signature, body }) {
      const answer = await grant.call(`${path}/chunks`, { header, signature, body: body.toString() })
      if (isRecord(answer) && isChunkReceipt(answer.receipt) && typeof answer.signature === 'string')
        return { receipt: answer.receipt, signature: answer.signature }
      return conflict(answer)
    },
    async seal(seal) {
      const answer = await grant.call(`${path}/seal`, seal as unknown as Json)
      if (isRecord(answer) && isSealReceipt(answer.receipt) && typeof answer.countersignature === 'string')
        return { receipt: answer.receipt, countersignature: answer.countersignature }
      return conflict(answer)
    },
  }
}

function conflict(answer: Json): Conflict {
  if (isRecord(answer)) {
    const { error_description: text, next, off, sealed } = answer
    if (Number.isSafeInteger(next) && Number.isSafeInteger(off))
      return {
        conflict: typeof text === 'string' ? text : 'the record is elsewhere',
        next: next as number,
        off: off as number,
        sealed: sealed === true,
      }
  }
  throw new SluiceError('RECORD_FAILED', 'the server answered a record chunk with something else', {
    hint: 'Check that the server’s URL leads to `sluice server` and not to a proxy’s page',
  })
}
