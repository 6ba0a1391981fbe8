// Values in the server's binary format, as it would write them. https://www.postgresql.org/docs/current/protocol-overview.html#PROTOCOL-FORMAT-CODES
import { isUtf8 } from 'node:buffer'

/** Milliseconds since the epoch of what the server counts from: 2000-01-01. */
const EPOCH_MS = Date.UTC(2000, 0, 1)
const DAY_MS = 86_400_000
/** What JavaScript has a date for. */
const MOST_MS = 8.64e15

interface Reader {
  /** Bytes that it takes; absent for any. */
  readonly size?: number
  readonly read: (bytes: Buffer) => string | undefined
}

const TEXT: Reader = { read: (b) => (isUtf8(b) ? b.toString('utf8') : undefined) }
const TIMESTAMP: Reader = { size: 8, read: (b) => moment(Number(b.readBigInt64BE() / 1000n)) }

/** By the OID of the type. */
const READERS: ReadonlyMap<number, Reader> = new Map([
  [16, { size: 1, read: (b) => (b[0] === 0 ? 'f' : 't') }],
  [20, { size: 8, read: (b) => b.readBigInt64BE().toString() }],
  [21, { size: 2, read: (b) => b.readInt16BE().toString() }],
  [23, { size: 4, read: (b) => b.readInt32BE().toString() }],
  [26, { size: 4, read: (b) => b.readUInt32BE().toString() }],
  [700, { size: 4, read: (b) => b.readFloatBE().toString() }],
  [701, { size: 8, read: (b) => b.readDoubleBE().toString() }],
  [1082, { size: 4, read: (b) => moment(b.readInt32BE() * DAY_MS)?.slice(0, 10) }],
  [1114, TIMESTAMP],
  [1184, TIMESTAMP],
  [2950, { size: 16, read: uuid }],
  // Its version comes first.
  [3802, { read: (b) => (b[0] === 1 ? TEXT.read(b.subarray(1)) : undefined) }],
  // char, name, text, json, xml, bpchar, varchar
  ...[18, 19, 25, 114, 142, 1042, 1043].map((oid): [number, Reader] => [oid, TEXT]),
] satisfies [number, Reader][])

/** Undefined for what is of no such type, or cannot be one. */
export function binaryValue(type: number, bytes: Buffer): string | undefined {
  const reader = READERS.get(type)
  if (!reader || (reader.size !== undefined && reader.size !== bytes.length)) return undefined
  return reader.read(bytes)
}

/** `2026-11-22 10:05:00.000`, to the millisecond. */
function moment(since: number): string | undefined {
  const ms = EPOCH_MS + since
  return Math.abs(ms) > MOST_MS ? undefined : new Date(ms).toISOString().replace('T', ' ').slice(0, -1)
}

function uuid(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
