// The compact form of a signed token, read without trusting it: https://www.rfc-editor.org/rfc/rfc7515#section-7.1
import { type JsonObject, parseObject } from './json.ts'
import { Refusal } from './refusal.ts'

const SHAPE = /^[\w-]+\.[\w-]+\.[\w-]+$/
const MAX_BYTES = 8192

export interface Compact {
  readonly header: JsonObject
  readonly payload: JsonObject
}

/** Splits and parses a token of at most 8 KiB. Throws `Refusal` for every other shape; the signature is not looked at. */
export function readCompact(token: string): Compact {
  if (token.length > MAX_BYTES) throw new Refusal('token-shape', 'the token is larger than 8 KiB')
  if (!SHAPE.test(token)) throw new Refusal('token-shape', 'the token is not a compact signed token')
  const [header = '', payload = ''] = token.split('.')
  return { header: readPart(header), payload: readPart(payload) }
}

function readPart(part: string): JsonObject {
  const bytes = Buffer.from(part, 'base64url')
  if (bytes.toString('base64url') !== part)
    throw new Refusal('token-shape', 'the token is not canonical base64url')
  try {
    return parseObject(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch {
    throw new Refusal('token-json', 'the token holds no JSON object, or a member twice')
  }
}
