// https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
import { createHmac } from 'node:crypto'
import { SluiceError } from '../../core/errors.ts'
import type { Secret } from '../../core/secret.ts'

const LEAST_BYTES = 24

/** The headers of one attempt; `at` is milliseconds since the epoch. */
export function signatureHeaders(
  key: Buffer,
  { id, body, at }: { id: string; body: string; at: number },
): Record<string, string> {
  const timestamp = String(Math.floor(at / 1000))
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` }
}

/** `whsec_` and base64, or the text itself. Throws `SluiceError` CREDENTIAL_FAILED when it is too short. */
export function signingSecret(secret: Secret): Buffer {
  const text = secret.reveal().trim()
  const [, encoded] = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(text) ?? []
  if (text.startsWith('whsec_') && encoded === undefined)
    throw unusable('is not `whsec_` and base64', 'Copy the secret as a whole')
  const key = encoded === undefined ? Buffer.from(text) : Buffer.from(encoded, 'base64')
  if (key.length >= LEAST_BYTES) return key
  throw unusable(
    `has fewer than ${LEAST_BYTES} bytes`,
    'Make one: printf whsec_; head -c 32 /dev/urandom | base64',
  )
}

function unusable(what: string, hint: string): SluiceError {
  return new SluiceError('CREDENTIAL_FAILED', `the secret that signs notices ${what}`, { hint })
}
