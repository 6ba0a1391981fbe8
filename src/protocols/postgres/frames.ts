// Bytes to frames and back: https://www.postgresql.org/docs/current/protocol-message-formats.html
// A frame is one type byte, then a 32-bit length that counts itself but EXCLUDES the type byte, then the body.

export const CLIENT = {
  Bind: 0x42,
  Close: 0x43,
  CopyData: 0x64,
  CopyDone: 0x63,
  CopyFail: 0x66,
  Describe: 0x44,
  Execute: 0x45,
  Flush: 0x48,
  FunctionCall: 0x46,
  Parse: 0x50,
  Password: 0x70,
  Query: 0x51,
  Sync: 0x53,
  Terminate: 0x58,
} as const

export const UPSTREAM = {
  Authentication: 0x52,
  BackendKeyData: 0x4b,
  BindComplete: 0x32,
  CloseComplete: 0x33,
  CommandComplete: 0x43,
  CopyData: 0x64,
  CopyDone: 0x63,
  CopyInResponse: 0x47,
  CopyOutResponse: 0x48,
  DataRow: 0x44,
  EmptyQueryResponse: 0x49,
  ErrorResponse: 0x45,
  NegotiateProtocolVersion: 0x76,
  NoData: 0x6e,
  NoticeResponse: 0x4e,
  NotificationResponse: 0x41,
  ParameterDescription: 0x74,
  ParameterStatus: 0x53,
  ParseComplete: 0x31,
  PortalSuspended: 0x73,
  ReadyForQuery: 0x5a,
  RowDescription: 0x54,
} as const

/** Lookup by type byte: nothing of an unknown message is waited for. */
export function knownTypes(types: Readonly<Record<string, number>>): Uint8Array {
  const known = new Uint8Array(256)
  for (const type of Object.values(types)) known[type] = 1
  return known
}

/** The server's own limit (MaxAllocSize): nothing longer is a frame. */
export const FRAME_LIMIT = 0x3fffffff
/** Frames that must be held whole before they pass: statements, descriptions, errors, rows that are masked. */
export const WHOLE_LIMIT = 64 * 1024 * 1024

/** A peer that does not speak the protocol; the message names no byte of what it sent. */
export class ProtocolError extends Error {}

/** The length word of the frame at `at`, checked; the frame ends at `at + 1 + length`. */
export function frameLength(bytes: Buffer, at: number, limit: number): number {
  const length =
    ((bytes[at + 1]! << 24) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 8) | bytes[at + 4]!) >>> 0
  if (length < 4 || length > limit)
    throw new ProtocolError(`a frame of length ${length} where 4 to ${limit} is possible`)
  return length
}

export function frame(type: number, ...parts: readonly (Buffer | string)[]): Buffer {
  let size = 5
  for (const part of parts) size += typeof part === 'string' ? Buffer.byteLength(part) + 1 : part.length
  const out = Buffer.allocUnsafe(size)
  out[0] = type
  out.writeUInt32BE(size - 1, 1)
  let at = 5
  for (const part of parts) {
    if (typeof part === 'string') {
      at += out.write(part, at)
      out[at++] = 0
    } else {
      at += part.copy(out, at)
    }
  }
  return out
}

export function int32(...values: readonly number[]): Buffer {
  const out = Buffer.allocUnsafe(values.length * 4)
  for (let i = 0; i < values.length; i++) out.writeInt32BE(values[i]! | 0, i * 4)
  return out
}

/** Where the zero byte of the string that starts at `at` is; the string must end before `end`. */
export function stringEnd(bytes: Buffer, at: number, end: number): number {
  // Most are names and tags: a native call costs more than a look at a few bytes.
  for (let near = at, stop = Math.min(end, at + 24); near < stop; near++) if (bytes[near] === 0) return near
  const zero = bytes.indexOf(0, at)
  if (zero === -1 || zero >= end) throw new ProtocolError('a string without its end')
  return zero
}

/** Fields of ErrorResponse and NoticeResponse in their order: https://www.postgresql.org/docs/current/protocol-error-fields.html */
export type Fields = [code: string, value: string][]

/** `start` and `end` enclose the body: pairs of a code byte and a string, then a zero byte. */
export function readFields(bytes: Buffer, start: number, end: number): Fields {
  const fields: Fields = []
  let at = start
  while (at < end && bytes[at] !== 0) {
    const zero = stringEnd(bytes, at + 1, end)
    fields.push([String.fromCharCode(bytes[at]!), bytes.toString('utf8', at + 1, zero)])
    at = zero + 1
  }
  if (at !== end - 1) throw new ProtocolError('an error or notice without its end')
  return fields
}

export function writeFields(type: number, fields: Fields): Buffer {
  const parts: (Buffer | string)[] = []
  for (const [code, value] of fields) parts.push(code + value.replaceAll('\0', ' '))
  return frame(type, ...parts, Buffer.of(0))
}

/** A failure in the server's own form. */
export interface Failure {
  readonly severity: 'ERROR' | 'FATAL'
  readonly sqlstate: string
  readonly message: string
  readonly detail?: string | undefined
  readonly hint?: string | undefined
}

export function errorResponse(failure: Failure): Buffer {
  const fields: Fields = [
    ['S', failure.severity],
    ['V', failure.severity],
    ['C', failure.sqlstate],
    ['M', failure.message],
  ]
  if (failure.detail) fields.push(['D', failure.detail])
  if (failure.hint) fields.push(['H', failure.hint])
  return writeFields(UPSTREAM.ErrorResponse, fields)
}

/** One column of a RowDescription. */
export interface Field {
  readonly label: string
  readonly table: number
  readonly attribute: number
  readonly type: number
  readonly format: 'text' | 'binary'
}

/** Body: int16 count, then per column a string, int32 table, int16 attribute, int32 type, int16 size, int32 modifier, int16 format. */
export function readRowDescription(bytes: Buffer, start: number, end: number): Field[] {
  if (end - start < 2) throw new ProtocolError('a row description without its count')
  const count = bytes.readInt16BE(start)
  const fields: Field[] = []
  let at = start + 2
  for (let i = 0; i < count; i++) {
    const zero = stringEnd(bytes, at, end)
    if (zero + 19 > end) throw new ProtocolError('a row description that is cut')
    fields.push({
      label: bytes.toString('utf8', at, zero),
      table: bytes.readUInt32BE(zero + 1),
      attribute: bytes.readInt16BE(zero + 5),
      type: bytes.readUInt32BE(zero + 7),
      format: bytes.readInt16BE(zero + 17) === 1 ? 'binary' : 'text',
    })
    at = zero + 19
  }
  if (count < 0 || at !== end) throw new ProtocolError('a row description whose count is wrong')
  return fields
}
