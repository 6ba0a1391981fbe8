// Who is posted to, and how.

import type { Secrets } from '../../credentials/provider.ts'
import type { NotifyConfig } from '../../policy/config.ts'
import { REFERENCE } from '../../policy/schema/values.ts'
import type { Log } from '../log.ts'
import type { OutboxRow } from '../store/outbox.ts'
import type { Notice } from './notice.ts'
import { type Outcome, post } from './post.ts'
import { PRESETS } from './presets/index.ts'
import { signatureHeaders, signingSecret } from './sign.ts'
import { withoutText } from './tell.ts'

/** Delivers one row of a lane. */
export type Carrier = (row: OutboxRow) => Promise<Outcome>

export interface Means {
  readonly secrets: Secrets
  readonly fetch: typeof globalThis.fetch
  /** Milliseconds since the epoch. */
  readonly clock: () => number
}

export function carrierFor(receiver: NotifyConfig, { secrets, fetch, clock }: Means): Carrier {
  return async ({ id, event }) => {
    const { url, key } = read(receiver, secrets)
    const notice = JSON.parse(event) as Notice
    const body = JSON.stringify(PRESETS[receiver.preset](receiver.statement ? notice : withoutText(notice)))
    const headers = key ? signatureHeaders(key, { id, body, at: clock() }) : {}
    return post(fetch, { url, body, headers })
  }
}

/** Read anew each time: a secret that was replaced counts at once. Throws `SluiceError` CREDENTIAL_FAILED. */
function read({ url, secret }: NotifyConfig, secrets: Secrets): { url: string; key: Buffer | undefined } {
  return {
    url: REFERENCE.test(url) ? secrets(url).reveal().trim() : url,
    key: secret === undefined ? undefined : signingSecret(secrets(secret)),
  }
}

/** A secret that is missing shows when the server starts. */
export function warnOfReceivers(
  receivers: readonly NotifyConfig[],
  { secrets, log }: { secrets: Secrets; log: Log },
): void {
  for (const receiver of receivers)
    try {
      read(receiver, secrets)
    } catch (error) {
      log.error({ err: error, receiver: receiver.name }, 'a receiver of notices cannot be told')
    }
}
