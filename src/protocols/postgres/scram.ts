// SCRAM-SHA-256 on both sides, without channel binding: RFC 5802, RFC 7677,
// https://www.postgresql.org/docs/current/sasl-authentication.html
import { createHash, createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto'
import { ProtocolError } from './frames.ts'

export const MECHANISM = 'SCRAM-SHA-256'

/** More would let a hostile server burn our time; servers use 4,096 unless told otherwise. */
const MAX_ITERATIONS = 100_000
const MAX_NONCE = 256
const MAX_SALT = 1024

const hmac = (key: Buffer, text: Buffer | string) => createHmac('sha256', key).update(text).digest()
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest()

/**
 * SASLprep as PostgreSQL does it: a password that it refuses is used as it is.
 * The tables are loaded for passwords that need them; ASCII comes out as it went in.
 */
export async function prepare(password: string): Promise<string> {
  if (/^[ -~]*$/.test(password)) return password
  const { saslprep } = await import('@mongodb-js/saslprep')
  try {
    return saslprep(password)
  } catch {
    return password
  }
}

/** `password` has been through `prepare`, unless it is ASCII. */
export function saltedPassword(password: string, salt: Buffer, iterations: number): Buffer {
  return pbkdf2Sync(password, salt, iterations, 32, 'sha256')
}

/** What a server keeps of a password. */
export interface Verifier {
  readonly salt: Buffer
  readonly iterations: number
  readonly storedKey: Buffer
  readonly serverKey: Buffer
}

export function createVerifier(password: string, salt: Buffer, iterations = 4096): Verifier {
  const salted = saltedPassword(password, salt, iterations)
  return {
    salt,
    iterations,
    storedKey: sha256(hmac(salted, 'Client Key')),
    serverKey: hmac(salted, 'Server Key'),
  }
}

/** Attributes `a=value,b=value`; each must be one letter. */
function attributes(message: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const part of message.split(',')) {
    if (part[1] !== '=' || found.has(part[0]!)) throw new ProtocolError('a malformed SCRAM message')
    found.set(part[0]!, part.slice(2))
  }
  return found
}

function xor(a: Buffer, b: Buffer): Buffer {
  const out = Buffer.alloc(a.length)
  for (let i = 0; i < a.length; i++) out[i] = a[i]! ^ b[i]!
  return out
}

/** The server's half. `first` answers client-first, `final` client-final; `final` gives undefined when the password is wrong. */
export function scramServer(verifier: Verifier, nonce: string) {
  let bare = ''
  let serverFirst = ''
  let expected = ''
  let header = ''
  return {
    first(message: string): string {
      const match = /^((?:n|y),(?:a=[^,]*)?,)(n=[^,]*,r=([\x21-\x2b\x2d-\x7e]{8,256})(?:,.*)?)$/.exec(message)
      if (!match) throw new ProtocolError('a malformed SCRAM message, or channel binding without TLS')
      header = match[1]!
      bare = match[2]!
      expected = match[3]! + nonce
      serverFirst = `r=${expected},s=${verifier.salt.toString('base64')},i=${verifier.iterations}`
      return serverFirst
    },
    final(message: string): string | undefined {
      const at = message.lastIndexOf(',p=')
      if (at === -1) throw new ProtocolError('a malformed SCRAM message')
      const unproven = message.slice(0, at)
      const proof = Buffer.from(message.slice(at + 3), 'base64')
      const sent = attributes(unproven)
      if (sent.get('c') !== Buffer.from(header).toString('base64') || sent.get('r') !== expected)
        throw new ProtocolError('a SCRAM message that belongs to another exchange')
      if (proof.length !== 32) throw new ProtocolError('a malformed SCRAM proof')
      const exchange = `${bare},${serverFirst},${unproven}`
      const clientKey = xor(proof, hmac(verifier.storedKey, exchange))
      if (!timingSafeEqual(sha256(clientKey), verifier.storedKey)) return undefined
      return `v=${hmac(verifier.serverKey, exchange).toString('base64')}`
    },
  }
}

/** The client's half; `salted` may answer from a cache, the key derivation being the slow part. */
export function scramClient(nonce: string, salted: (salt: Buffer, iterations: number) => Buffer, user = '') {
  const bare = `n=${user},r=${nonce}`
  let signature: Buffer | undefined
  return {
    first: `n,,${bare}`,
    final(serverFirst: string): string {
      const sent = attributes(serverFirst)
      const combined = sent.get('r') ?? ''
      const salt = Buffer.from(sent.get('s') ?? '', 'base64')
      const count = sent.get('i') ?? ''
      const iterations = /^[1-9]\d{0,9}$/.test(count) ? Number(count) : Number.NaN
      if (!combined.startsWith(nonce) || combined.length === nonce.length || combined.length > MAX_NONCE)
        throw new ProtocolError('a SCRAM nonce that does not extend ours')
      if (salt.length === 0 || salt.length > MAX_SALT) throw new ProtocolError('a SCRAM salt of no use')
      if (!(iterations <= MAX_ITERATIONS))
        throw new ProtocolError(`a SCRAM iteration count beyond ${MAX_ITERATIONS}`)
      const key = salted(salt, iterations)
      const clientKey = hmac(key, 'Client Key')
      const unproven = `c=biws,r=${combined}`
      const exchange = `${bare},${serverFirst},${unproven}`
      signature = hmac(hmac(key, 'Server Key'), exchange)
      return `${unproven},p=${xor(clientKey, hmac(sha256(clientKey), exchange)).toString('base64')}`
    },
    /** Throws unless the server proved that it knows the password too. */
    verify(serverFinal: string): void {
      const proof = Buffer.from(attributes(serverFinal).get('v') ?? '', 'base64')
      if (!signature || proof.length !== signature.length || !timingSafeEqual(proof, signature))
        throw new ProtocolError('a SCRAM signature that does not prove the password')
    },
  }
}
