import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { SluiceError } from '../../core/errors.ts'
import type { SigningKey } from '../../recording/chain.ts'

const NAME = 'server-key.pem'

/**
 * The Ed25519 key that countersigns records, kept in the data directory (PKCS #8, mode 0600) and made at the first
 * start. Whoever verifies records pins its public part: losing the file means new records have another signer.
 */
export function openServerKey(data: string): SigningKey {
  const file = join(data, NAME)
  try {
    if (!existsSync(file)) create(file)
    const key = createPrivateKey(readFileSync(file))
    const { crv, x } = createPublicKey(key).export({ format: 'jwk' })
    if (crv !== 'Ed25519' || !x) throw new TypeError('it is not an Ed25519 key')
    return { key, x }
  } catch (cause) {
    const why = cause instanceof Error && 'code' in cause ? String(cause.code) : 'not a private Ed25519 key'
    throw new SluiceError('STORE_FAILED', `the server's signing key ${file} cannot be used (${why})`, {
      hint: 'Restore the file from a backup; if it is lost, remove it and tell whoever verifies records the new key',
      cause,
    })
  }
}

/** Complete or not at all, so that a crash leaves no half a key. */
function create(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const { privateKey } = generateKeyPairSync('ed25519')
  const fresh = `${file}.${process.pid}.new`
  writeFileSync(fresh, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flush: true })
  renameSync(fresh, file)
  const dir = openSync(dirname(file), 'r')
  fsyncSync(dir)
  closeSync(dir)
}
