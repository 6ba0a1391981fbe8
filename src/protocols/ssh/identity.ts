// Keys that live as long as the target does, in memory only.
import ssh2 from 'ssh2'
import { SluiceError } from '../../core/errors.ts'
import { Secret } from '../../core/secret.ts'
import { parseHostKey } from './host-keys.ts'
import type { Identity } from './shared.ts'

export function createIdentity(): Identity {
  const host = ssh2.utils.generateKeyPairSync('ed25519')
  const client = ssh2.utils.generateKeyPairSync('ed25519', { comment: 'sluice' })
  return {
    hostKey: publicOf(host.public),
    hostPrivateKey: new Secret(host.private),
    clientKey: new Secret(client.private),
    clientPublicKey: parseHostKey(client.public).blob,
  }
}

/** Type and key, without a comment. */
function publicOf(line: string): string {
  const [type, key] = line.trim().split(/\s+/)
  if (type === undefined || key === undefined)
    throw new SluiceError('INTERNAL', 'ssh2 made a key that cannot be read')
  return `${type} ${key}`
}
