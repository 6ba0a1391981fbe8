import ssh2 from 'ssh2'
import { SluiceError } from '../../core/errors.ts'
import type { Secret } from '../../core/secret.ts'

/** Who signs certificates. */
export interface Authority {
  /** As SSH writes it in bytes. */
  readonly publicKey: Buffer
  sign(bytes: Buffer): { readonly algorithm: string; readonly signature: Buffer }
}

/** What sshd accepts of an authority today: SHA-1 is not among it. */
const ALGORITHMS: Readonly<Record<string, { algorithm: string; hash?: string }>> = {
  'ssh-ed25519': { algorithm: 'ssh-ed25519' },
  'ssh-rsa': { algorithm: 'rsa-sha2-512', hash: 'sha512' },
}

/** Throws `SluiceError` CREDENTIAL_FAILED that names the target and the reference, never the key. */
export function readAuthority(key: Secret, reference: string, target: string): Authority {
  const parsed = ssh2.utils.parseKey(key.reveal())
  if (parsed instanceof Error || !parsed.isPrivateKey())
    throw failed(
      target,
      `${reference} is not a private key without a passphrase`,
      'Name the file that `ssh-keygen -t ed25519 -N "" -f sluice_ca` made, not the one that ends in .pub',
    )
  const how = Object.hasOwn(ALGORITHMS, parsed.type) ? ALGORITHMS[parsed.type] : undefined
  if (!how)
    throw failed(
      target,
      `${reference} is a key of type ${parsed.type}, which does not sign certificates here`,
      'Use an Ed25519 or RSA key',
    )
  return {
    publicKey: parsed.getPublicSSH(),
    sign(bytes) {
      const signature: Buffer | Error = how.hash ? parsed.sign(bytes, how.hash) : parsed.sign(bytes)
      if (signature instanceof Error)
        throw failed(target, `${reference} cannot sign`, 'Make a new authority with `ssh-keygen -t ed25519`')
      return { algorithm: how.algorithm, signature }
    },
  }
}

function failed(target: string, message: string, hint: string): SluiceError {
  return new SluiceError('CREDENTIAL_FAILED', `target ${target}: ${message}`, { hint })
}
