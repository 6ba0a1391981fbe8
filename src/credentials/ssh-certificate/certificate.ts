// OpenSSH user certificates: https://cvsweb.openbsd.org/src/usr.bin/ssh/PROTOCOL.certkeys
import { randomBytes } from 'node:crypto'
import type { Authority } from './authority.ts'

const TYPE = 'ssh-ed25519-cert-v01@openssh.com'
const USER = 1

export interface CertificateRequest {
  /** The 32 bytes of an Ed25519 public key. */
  readonly publicKey: Buffer
  readonly serial: bigint
  /** What sshd writes into its log at each login. */
  readonly keyId: string
  /** Never none: sshd takes that for any account. */
  readonly principals: readonly string[]
  /** Seconds since 1970. */
  readonly validAfter: bigint
  readonly validBefore: bigint
  /** By name: `source-address`, `force-command`. */
  readonly critical: Readonly<Record<string, string>>
  /** Names: `permit-pty`. */
  readonly extensions: readonly string[]
}

/** The line of a `-cert.pub` file, without a comment. */
export function certify(request: CertificateRequest, authority: Authority): string {
  if (request.principals.length === 0)
    throw new TypeError('a certificate without principals is for any account')
  const body = Buffer.concat([
    string(TYPE),
    string(randomBytes(32)),
    string(request.publicKey),
    uint64(request.serial),
    uint32(USER),
    string(request.keyId),
    string(Buffer.concat(request.principals.map(string))),
    uint64(request.validAfter),
    uint64(request.validBefore),
    string(options(request.critical)),
    string(options(Object.fromEntries(request.extensions.map((name) => [name, ''])))),
    string(''),
    string(authority.publicKey),
  ])
  const { algorithm, signature } = authority.sign(body)
  const signed = string(Buffer.concat([string(algorithm), string(signature)]))
  return `${TYPE} ${Buffer.concat([body, signed]).toString('base64')}`
}

/** In the order of their names; a value is a string within a string, and nothing when it is empty. */
function options(values: Readonly<Record<string, string>>): Buffer {
  const sorted = Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1))
  return Buffer.concat(
    sorted.flatMap(([name, value]) => [string(name), string(value === '' ? '' : string(value))]),
  )
}

function string(value: string | Buffer): Buffer {
  const bytes = typeof value === 'string' ? Buffer.from(value) : value
  return Buffer.concat([uint32(bytes.length), bytes])
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

function uint64(value: bigint): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64BE(value)
  return bytes
}
