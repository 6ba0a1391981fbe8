// Login by public key or OpenSSH certificate, signed at once: ssh2 1.17 asks first, and cannot present certificates.
//   byte 50, string user, string "ssh-connection", string "publickey", true, string algorithm, string key or certificate,
//   string signature (string algorithm, string blob) over string session id and all before it (RFC 4252, 7)
import { createPrivateKey, type KeyObject, sign } from 'node:crypto'
import ssh2 from 'ssh2'
import { SluiceError } from '../../core/errors.ts'
import type { KeyLogin } from '../../core/grant.ts'
import { encode, frame, MESSAGE, Reader } from './frames.ts'
import type { Link } from './link.ts'
import { sendMessage, type Transport } from './ssh2.ts'

export interface Signer {
  /** Of the public key: `ssh-ed25519-cert-v01@openssh.com`, `rsa-sha2-512`. */
  readonly algorithm: string
  /** The public key, or the certificate that holds it. */
  readonly blob: Buffer
  /** Until when the certificate is valid, in milliseconds; undefined without one. */
  readonly validBefore: number | undefined
  /** The signature with its algorithm. */
  sign(data: Buffer): Buffer
}

const CERTIFICATE = '-cert-v01@openssh.com'

/** Throws `SluiceError` CREDENTIAL_FAILED for what is no key, or no certificate of it. */
export function signerOf({ privateKey, certificate }: KeyLogin): Signer {
  const key = readKey(privateKey.reveal())
  const { type, blob } = publicHalf(key)
  const { hash, algorithm } = SIGNING[type]
  const signed = (data: Buffer) =>
    Buffer.concat([encode(algorithm), encode(rawSignature(hash, data, key, type))])
  if (certificate === undefined) return { algorithm, blob, validBefore: undefined, sign: signed }
  const parsed = parseCertificate(certificate, blob, type)
  return { algorithm: algorithm + CERTIFICATE, ...parsed, sign: signed }
}

function readKey(pem: string): KeyObject {
  try {
    if (!pem.includes('BEGIN OPENSSH PRIVATE KEY')) return createPrivateKey(pem)
    const parsed = ssh2.utils.parseKey(pem)
    if (!(parsed instanceof Error) && parsed.isPrivateKey()) return createPrivateKey(parsed.getPrivatePEM())
  } catch {
    // Said below, without what was read.
  }
  throw invalid('the private key cannot be read', 'Give it in PEM, without a passphrase.')
}

function publicHalf(key: KeyObject): { type: keyof typeof SIGNING; blob: Buffer } {
  const jwk = key.export({ format: 'jwk' })
  const bytes = (name: 'x' | 'y' | 'e' | 'n') => Buffer.from(jwk[name] ?? '', 'base64url')
  const curve = CURVES[jwk.crv ?? '']
  if (jwk.crv === 'Ed25519') return { type: 'ssh-ed25519', blob: fields('ssh-ed25519', bytes('x')) }
  if (jwk.kty === 'RSA')
    return {
      type: 'ssh-rsa',
      blob: Buffer.concat([encode('ssh-rsa'), mpint(bytes('e')), mpint(bytes('n'))]),
    }
  if (!curve) throw invalid('its type of key is not supported', 'Use an Ed25519 key.')
  const type = `ecdsa-sha2-${curve}` as const
  const point = Buffer.concat([Buffer.of(4), bytes('x'), bytes('y')])
  return { type, blob: fields(type, curve, point) }
}

const CURVES: Readonly<Record<string, 'nistp256' | 'nistp384' | 'nistp521'>> = {
  'P-256': 'nistp256',
  'P-384': 'nistp384',
  'P-521': 'nistp521',
}

const fields = (...values: (string | Buffer)[]): Buffer => Buffer.concat(values.map(encode))

/** Makes ssh2 log in with this key: called before its login begins. */
export function presentKey(transport: Transport, link: Pick<Link, 'sessionId'>, signer: Signer): void {
  transport.authPK = (user) => {
    const { algorithm, blob } = signer
    const request = frame(
      MESSAGE.USERAUTH_REQUEST,
      user,
      'ssh-connection',
      'publickey',
      true,
      algorithm,
      blob,
    )
    const signature = signer.sign(Buffer.concat([encode(link.sessionId), request]))
    transport._authsQueue.push('publickey')
    sendMessage(transport, Buffer.concat([request, encode(signature)]))
  }
}

/** Hash and signature algorithm by type of key. */
const SIGNING = {
  'ssh-ed25519': { hash: null, algorithm: 'ssh-ed25519' },
  'ecdsa-sha2-nistp256': { hash: 'sha256', algorithm: 'ecdsa-sha2-nistp256' },
  'ecdsa-sha2-nistp384': { hash: 'sha384', algorithm: 'ecdsa-sha2-nistp384' },
  'ecdsa-sha2-nistp521': { hash: 'sha512', algorithm: 'ecdsa-sha2-nistp521' },
  'ssh-rsa': { hash: 'sha512', algorithm: 'rsa-sha2-512' },
} as const

function rawSignature(hash: string | null, data: Buffer, key: KeyObject, type: string): Buffer {
  if (!type.startsWith('ecdsa-')) return sign(hash, data, key)
  const both = sign(hash, data, { key, dsaEncoding: 'ieee-p1363' })
  const half = both.length / 2
  return Buffer.concat([mpint(both.subarray(0, half)), mpint(both.subarray(half))])
}

/** A positive number: no zeros in front but the one that keeps it positive. */
function mpint(bytes: Buffer): Buffer {
  let at = 0
  while (at < bytes.length - 1 && bytes[at] === 0) at++
  const digits = bytes.subarray(at)
  return encode((digits[0] ?? 0) & 0x80 ? Buffer.concat([Buffer.of(0), digits]) : digits)
}

/** PROTOCOL.certkeys: type, nonce, the key's own fields, serial, kind, id, principals, valid after, valid before, … */
function parseCertificate(line: string, key: Buffer, type: string): { blob: Buffer; validBefore: number } {
  const hint = 'Give the line of the -cert.pub file that belongs to the private key.'
  const blob = Buffer.from(line.trim().split(/\s+/)[1] ?? '', 'base64')
  try {
    const reader = new Reader(blob)
    const own = new Reader(key)
    own.string()
    if (reader.name() !== type + CERTIFICATE)
      throw invalid('the certificate is for another kind of key', hint)
    reader.string()
    for (let left = own.rest(); left.length > 0; left = own.rest())
      if (!reader.string().equals(own.string())) throw invalid('the certificate is for another key', hint)
    reader.uint32()
    reader.uint32()
    reader.uint32()
    reader.string()
    reader.string()
    reader.uint32()
    reader.uint32()
    const seconds = reader.uint32() * 2 ** 32 + reader.uint32()
    return { blob, validBefore: seconds * 1000 }
  } catch (error) {
    if (error instanceof SluiceError) throw error
    throw invalid('the certificate cannot be read', hint)
  }
}

const invalid = (what: string, hint: string): SluiceError =>
  new SluiceError('CREDENTIAL_FAILED', `The SSH credential cannot be used: ${what}`, { hint })
