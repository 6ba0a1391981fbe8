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
  const parsed = ssh2.utils.parseKey(privateKey.reveal())
  if (parsed instanceof Error || !parsed.isPrivateKey())
    throw invalid('the private key cannot be read', 'Give it in PEM, without a passphrase.')
  const { type } = parsed
  const own = HASHES[type]
  if (own === undefined) throw invalid(`keys of type ${type} are not supported`, 'Use an Ed25519 key.')
  const key = createPrivateKey(parsed.getPrivatePEM())
  const signature = own.algorithm
  const signed = (data: Buffer) =>
    Buffer.concat([encode(signature), encode(rawSignature(own.hash, data, key, type))])
  if (certificate === undefined)
    return { algorithm: signature, blob: parsed.getPublicSSH(), validBefore: undefined, sign: signed }
  const { blob, validBefore } = parseCertificate(certificate, parsed.getPublicSSH(), type)
  return { algorithm: signature + CERTIFICATE, blob, validBefore, sign: signed }
}

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
const HASHES: Readonly<Record<string, { hash: string | null; algorithm: string }>> = {
  'ssh-ed25519': { hash: null, algorithm: 'ssh-ed25519' },
  'ecdsa-sha2-nistp256': { hash: 'sha256', algorithm: 'ecdsa-sha2-nistp256' },
  'ecdsa-sha2-nistp384': { hash: 'sha384', algorithm: 'ecdsa-sha2-nistp384' },
  'ecdsa-sha2-nistp521': { hash: 'sha512', algorithm: 'ecdsa-sha2-nistp521' },
  'ssh-rsa': { hash: 'sha512', algorithm: 'rsa-sha2-512' },
}

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
