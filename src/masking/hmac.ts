// HMAC-SHA-256 (RFC 2104) for short values: `createHmac` costs 13 µs a value, two one-shot hashes under 1 µs.
import { createHash, hash } from 'node:crypto'

const BLOCK = 64
const LONGEST = 4096

/** The HMAC of a value under `key` (32 bytes). The result is overwritten by the next call. */
export function createDigest(key: Buffer): (value: Buffer) => Buffer {
  const inner = Buffer.alloc(BLOCK + LONGEST, 0x36)
  const outer = Buffer.alloc(BLOCK + 32, 0x5c)
  const secret = key.length > BLOCK ? createHash('sha256').update(key).digest() : key
  for (let at = 0; at < secret.length; at++) {
    inner[at]! ^= secret[at]!
    outer[at]! ^= secret[at]!
  }
  const result = Buffer.alloc(32)
  return (value) => {
    if (value.length <= LONGEST) {
      inner.set(value, BLOCK)
      outer.write(hash('sha256', inner.subarray(0, BLOCK + value.length), 'hex'), BLOCK, 'hex')
    } else createHash('sha256').update(inner.subarray(0, BLOCK)).update(value).digest().copy(outer, BLOCK)
    result.write(hash('sha256', outer, 'hex'), 'hex')
    return result
  }
}
