import { randomBytes } from 'node:crypto'
import ssh2 from 'ssh2'
import type { KeyLogin } from '../../core/grant.ts'
import { Secret } from '../../core/secret.ts'
import type { CredentialTarget, IssueRequest, Provider, SshCertificate } from '../provider.ts'
import { readAuthority } from './authority.ts'
import { certify } from './certificate.ts'

/** Clocks of server and target differ. */
const EARLY_SECONDS = 60n

/**
 * A key and its certificate, made for one grant. Nothing is made on the target, so nothing has to end there: the
 * certificate expires with the session, and its key is in the session's memory only.
 */
export const sshCertificate = {
  async issue({
    grantId,
    target,
    expiresAt,
    secrets,
  }: IssueRequest): Promise<KeyLogin & { readonly handle: string }> {
    const credential = certificateOf(target)
    const authority = readAuthority(secrets(credential.ca), credential.ca, target.name)
    const pair = keyPair()
    const serial = randomBytes(8).readBigUInt64BE()
    const certificate = certify(
      {
        publicKey: rawPublicKey(pair.public),
        serial,
        keyId: `sluice ${target.name} ${grantId}`,
        principals: credential.principals,
        validAfter: seconds(Date.now()) - EARLY_SECONDS,
        // Rounded up: sshd refuses from this second on.
        validBefore: seconds(Date.parse(expiresAt) + 999),
        critical: {
          ...(credential.forceCommand === undefined ? {} : { 'force-command': credential.forceCommand }),
          ...(credential.sourceAddress === undefined
            ? {}
            : { 'source-address': credential.sourceAddress.join(',') }),
        },
        extensions: [
          ...(target.ssh?.shell === 'record' ? ['permit-pty'] : []),
          ...(target.ssh?.forward.length ? ['permit-port-forwarding'] : []),
        ],
      },
      authority,
    )
    return {
      user: credential.user,
      privateKey: new Secret(pair.private),
      certificate,
      handle: String(serial),
    }
  },
  async end() {
    return { sessionsEnded: 0, objectsReassigned: false }
  },
  async reap() {
    return []
  },
} satisfies Provider

/** ssh2 makes keys, now and then, that it cannot read again. */
function keyPair(): { readonly public: string; readonly private: string } {
  for (;;) {
    const pair = ssh2.utils.generateKeyPairSync('ed25519')
    if (!(ssh2.utils.parseKey(pair.private) instanceof Error)) return pair
  }
}

function certificateOf({ credential, name }: CredentialTarget): SshCertificate {
  if (credential.provider === 'ssh-certificate') return credential
  throw new TypeError(`target ${name} has no certificates`)
}

/** Length, type, length, key. */
const BLOB = 4 + 'ssh-ed25519'.length + 4 + 32

function rawPublicKey(line: string): Buffer {
  const blob = Buffer.from(line.split(' ')[1] ?? '', 'base64')
  if (blob.length !== BLOB) throw new TypeError('not an Ed25519 key')
  return blob.subarray(-32)
}

const seconds = (ms: number): bigint => BigInt(Math.floor(ms / 1000))
