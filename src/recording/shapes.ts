// What came from outside, checked: exactly these members, exactly these types.
import type { ChunkHeader, ChunkReceipt, SealBody, SealReceipt } from './format.ts'

type Check = (value: unknown) => boolean

const isText: Check = (value) => typeof value === 'string' && value.length <= 200
const isCount: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0
const isHash: Check = (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
const isTime: Check = (value) =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value)

/** A session's id: part of paths, so nothing else than these characters. */
export function isSessionId(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/.test(value)
}

export function isChunkHeader(value: unknown): value is ChunkHeader {
  return has(value, { sid: isText, seq: isCount, off: isCount, len: isCount, sha256: isHash, prev: isHash })
}

export function isChunkReceipt(value: unknown): value is ChunkReceipt {
  return has(value, { sid: isText, seq: isCount, head: isHash, t: isTime })
}

export function isSealBody(value: unknown): value is SealBody {
  return has(value, {
    sid: isText,
    n: isCount,
    bytes: isCount,
    head: isHash,
    sha256: isHash,
    reason: isText,
  })
}

export function isSealReceipt(value: unknown): value is SealReceipt {
  return has(value, { sid: isText, seal: isHash, t: isTime }, { key: isText })
}

/** A line of `chunks.jsonl`. */
export interface ChunkLine {
  readonly header: ChunkHeader
  readonly key: string
  readonly marks: string
  readonly signature: string
}

export function isChunkLine(value: unknown): value is ChunkLine {
  const isMarks: Check = (marks) => typeof marks === 'string'
  return has(value, { header: isChunkHeader, key: isText, marks: isMarks, signature: isText })
}

/** A line of `receipts.jsonl`. */
export interface ReceiptLine {
  readonly key: string
  readonly receipt: ChunkReceipt
  readonly signature: string
}

export function isReceiptLine(value: unknown): value is ReceiptLine {
  return has(value, { key: isText, receipt: isChunkReceipt, signature: isText })
}

/** `seal.json`. A seal that the server set alone has no signature of the session's key. */
export interface SealFile {
  readonly v: 1
  readonly kept: 'server' | 'local'
  readonly seal: SealBody
  readonly signature?: string
  /** The session's and the server's public keys, JWK `x`. */
  readonly key?: string
  readonly server_key?: string
  readonly receipt?: SealReceipt
  readonly countersignature?: string
}

export function isSealFile(value: unknown): value is SealFile {
  const required = {
    v: (v: unknown) => v === 1,
    kept: (kept: unknown) => kept === 'server' || kept === 'local',
    seal: isSealBody,
  }
  const optional = { signature: isText, key: isText, server_key: isText, receipt: isSealReceipt }
  return has(value, required, { ...optional, countersignature: isText })
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function has(
  value: unknown,
  required: Readonly<Record<string, Check>>,
  optional: Readonly<Record<string, Check>> = {},
): boolean {
  if (!isRecord(value)) return false
  for (const [name, check] of Object.entries(required))
    if (!Object.hasOwn(value, name) || !check(value[name])) return false
  for (const name of Object.keys(value)) {
    if (Object.hasOwn(required, name)) continue
    const check = Object.hasOwn(optional, name) ? optional[name] : undefined
    if (!check?.(value[name])) return false
  }
  return true
}
