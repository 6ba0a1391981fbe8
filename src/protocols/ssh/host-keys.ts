// Public keys as they stand in known_hosts and on the wire.
import { hash, timingSafeEqual } from 'node:crypto'
import { SluiceError } from '../../core/errors.ts'
import { Reader } from './frames.ts'

export interface HostKey {
  readonly type: string
  readonly blob: Buffer
}

/** Signatures that a key of this type may give; SHA-1 is none of them. */
const SIGNATURES: Readonly<Record<string, readonly string[]>> = {
  'ssh-ed25519': ['ssh-ed25519'],
  'ecdsa-sha2-nistp256': ['ecdsa-sha2-nistp256'],
  'ecdsa-sha2-nistp384': ['ecdsa-sha2-nistp384'],
  'ecdsa-sha2-nistp521': ['ecdsa-sha2-nistp521'],
  'ssh-rsa': ['rsa-sha2-512', 'rsa-sha2-256'],
}

/** `ssh-ed25519 AAAA…`, with or without a comment. Throws `SluiceError` CONFIG_INVALID. */
export function parseHostKey(line: string): HostKey {
  const [type = '', base64 = ''] = line.trim().split(/\s+/)
  const blob = Buffer.from(base64, 'base64')
  if (SIGNATURES[type] && blob.length > 0 && inside(blob) === type) return { type, blob }
  throw new SluiceError('CONFIG_INVALID', 'a host key is none that is supported', {
    hint: `Give it as ssh-keyscan prints it, without the address: ${Object.keys(SIGNATURES).join(', ')}.`,
  })
}

function inside(blob: Buffer): string | undefined {
  try {
    return new Reader(blob).string().toString('latin1')
  } catch {
    return undefined
  }
}

/** What is offered to a target that must show one of these keys. */
export const signaturesOf = (keys: readonly HostKey[]): string[] => [
  ...new Set(keys.flatMap(({ type }) => SIGNATURES[type] ?? [])),
]

export const sameKey = (one: Buffer, other: Buffer): boolean =>
  one.length === other.length && timingSafeEqual(one, other)

/** As `ssh-keygen -l` shows it. */
export const fingerprint = (blob: Buffer): string =>
  `SHA256:${hash('sha256', blob, 'base64').replace(/=+$/, '')}`
