// The checks of `sluice verify` with the browser's own cryptography.
import { canonical } from '../../../core/json.ts'
import type { Answer, Need } from '../../checks/need.ts'
import { checkRecord, type Files, type Verification } from '../../checks/record.ts'
import { DOMAINS, isBase64url } from '../../format.ts'
import type { Pace } from './pace.ts'

type Key = Parameters<typeof crypto.subtle.verify>[1]

export interface VerifyOptions {
  /** JWK `x`; only what this key has signed counts as the server's. */
  readonly serverKey?: string | undefined
  readonly pace: Pace
  /** How much of the events is checked, 0 to 1. */
  readonly progress?: (part: number) => void
}

/** Never rejects for what is in the files; it does where the browser has no Ed25519. */
export async function verifyFiles(
  files: Files,
  { serverKey, pace, progress }: VerifyOptions,
): Promise<Verification> {
  const keys = new Map<string, Promise<Key | undefined>>()
  const keyFor = (x: string) => {
    const known = keys.get(x)
    if (known) return known
    const key = importKey(x)
    keys.set(x, key)
    return key
  }
  const answer = async (need: Need): Promise<Answer> => {
    if ('hash' in need) return hex(await crypto.subtle.digest('SHA-256', asBytes(need.hash)))
    if ('pause' in need) return undefined
    const { domain, value, signature, key: x } = need
    const key = await keyFor(x)
    if (!key || !isBase64url(signature, 64)) return false
    const signed = asBytes(DOMAINS[domain] + canonical(value))
    return crypto.subtle.verify('Ed25519', key, fromBase64url(signature), signed)
  }
  await expectEd25519()
  const checking = checkRecord(files, serverKey)
  let step = checking.next()
  while (!step.done) {
    const need = step.value
    if (pace.due) {
      if ('pause' in need) progress?.(need.pause / files.session.length)
      await pace.turn()
    }
    // A pause that is not due must not cost a turn of the event loop.
    step = checking.next('pause' in need ? undefined : await answer(need))
  }
  return step.value
}

/** Without it every signature would look wrong. */
async function expectEd25519(): Promise<void> {
  await crypto.subtle.importKey('raw', fromBase64url('A'.repeat(43)), 'Ed25519', true, ['verify'])
}

async function importKey(x: string): Promise<Key | undefined> {
  try {
    return await crypto.subtle.importKey('raw', fromBase64url(x), 'Ed25519', false, ['verify'])
  } catch {
    return undefined
  }
}

function asBytes(data: string | Uint8Array): Uint8Array<ArrayBuffer> {
  return typeof data === 'string' ? new TextEncoder().encode(data) : (data as Uint8Array<ArrayBuffer>)
}

function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  return fromBase64(text.replaceAll('-', '+').replaceAll('_', '/'))
}

export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text)
  const bytes = new Uint8Array(binary.length)
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at)
  return bytes
}

function hex(buffer: ArrayBuffer): string {
  return [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
