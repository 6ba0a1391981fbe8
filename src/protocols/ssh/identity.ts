// Keys that live as long as the target does, in memory only.
//   PROTOCOL.key: "openssh-key-v1" NUL, string cipher, string kdf, string options, uint32 1, string public key,
//   string (uint32 check, uint32 check, string type, string public, string seed and public, string comment, 1, 2, 3, …)
import { generateKeyPairSync, randomInt } from 'node:crypto'
import { Secret } from '../../core/secret.ts'
import { encode, type Field } from './frames.ts'
import type { Identity } from './shared.ts'

const TYPE = 'ssh-ed25519'
const BLOCK = 8

export function createIdentity(): Identity {
  const host = createKey()
  const client = createKey()
  return {
    hostKey: `${TYPE} ${host.publicKey.toString('base64')}`,
    hostPrivateKey: host.privateKey,
    clientKey: client.privateKey,
    clientPublicKey: client.publicKey,
  }
}

/** ssh2 makes such keys, too, but some that it cannot read again. */
function createKey(): { publicKey: Buffer; privateKey: Secret } {
  const jwk = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })
  const raw = Buffer.from(jwk.x ?? '', 'base64url')
  const seed = Buffer.from(jwk.d ?? '', 'base64url')
  const publicKey = fields(TYPE, raw)
  const check = randomInt(2 ** 32)
  const inner = fields(check, check, TYPE, raw, Buffer.concat([seed, raw]), 'sluice')
  const padding = Buffer.from(Array.from({ length: BLOCK - (inner.length % BLOCK) }, (_, at) => at + 1))
  const whole = Buffer.concat([
    Buffer.from('openssh-key-v1\0'),
    fields('none', 'none', '', 1, publicKey, Buffer.concat([inner, padding])),
  ])
  const lines = whole.toString('base64').match(/.{1,70}/g) ?? []
  const pem = ['-----BEGIN OPENSSH PRIVATE KEY-----', ...lines, '-----END OPENSSH PRIVATE KEY-----', '']
  return { publicKey, privateKey: new Secret(pem.join('\n')) }
}

const fields = (...values: Field[]): Buffer => Buffer.concat(values.map(encode))
