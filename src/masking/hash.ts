import type { CellMask, Column } from './mask.ts'
import { numericText } from './numeric.ts'

/** A keyed hash of 32 bytes, good until the next call. */
export type Digest = (value: Buffer) => Buffer

/** Writes the stand-in for `value` into `to` at `at`; returns its length. */
interface Encoder {
  readonly length: number
  readonly escapes?: true
  /** What is hashed: the same bytes for the same value in both formats. */
  value(from: Buffer, start: number, end: number): Buffer
  write(digest: Buffer, to: Buffer, at: number): number
}

/**
 * A mask that gives equal values equal stand-ins of their own type for as long as the key lives; undefined when
 * the type has no room for one.
 */
export function hashed(
  label: string,
  type: string | undefined,
  format: Column['format'],
  digest: Digest,
): CellMask | undefined {
  const encoder = encoderOf(type ?? '', format)
  return (
    encoder && {
      label,
      apply: (from, start, end, to, at) => encoder.write(digest(encoder.value(from, start, end)), to, at),
      bound: () => encoder.length,
      ...(encoder.escapes ? { escapes: true as const } : {}),
    }
  )
}

const bytes = (from: Buffer, start: number, end: number) => from.subarray(start, end)
const HEX = 16

function encoderOf(type: string, format: Column['format']): Encoder | undefined {
  const binary = format === 'binary'
  switch (type) {
    case 'text':
    case 'varchar':
    case 'name':
    case 'citext':
    case 'xml':
      return { length: HEX, value: bytes, write: (hash, to, at) => to.write(hash.toString('hex', 0, 8), at) }
    case 'bpchar':
      return {
        length: HEX,
        value: unpadded,
        write: (hash, to, at) => to.write(hash.toString('hex', 0, 8), at),
      }
    case 'json':
    case 'jsonb':
      return json(binary && type === 'jsonb' ? 1 : 0)
    case 'int2':
    case 'int4':
    case 'int8':
      return integer(Number(type.slice(3)) as 2 | 4 | 8, binary)
    case 'numeric':
      return numeric(binary)
    case 'uuid':
      return uuid(binary)
    case 'bytea':
      return bytea(binary)
    default:
      return undefined
  }
}

function unpadded(from: Buffer, start: number, end: number): Buffer {
  let to = end
  while (to > start && from[to - 1] === 0x20) to--
  return from.subarray(start, to)
}

function json(version: 0 | 1): Encoder {
  return {
    length: HEX + 2 + version,
    value: (from, start, end) => from.subarray(start + version, end),
    write(hash, to, at) {
      if (version === 1) to[at] = 1
      return version + to.write(`"${hash.toString('hex', 0, 8)}"`, at + version)
    },
  }
}

/** Positive, so that it is as long as any other number of the type; int8 stays a safe integer of JavaScript. */
function integer(size: 2 | 4 | 8, binary: boolean): Encoder {
  const bits = size === 8 ? 48 : size * 8 - 1
  const read = (from: Buffer, start: number) =>
    size === 8 ? from.readBigInt64BE(start) : from.readIntBE(start, size)
  return {
    length: binary ? size : 15,
    value: (from, start, end) =>
      binary ? Buffer.from(String(read(from, start))) : from.subarray(start, end),
    write(hash, to, at) {
      const value = bits === 48 ? hash.readUIntBE(0, 6) : hash.readUInt32BE(0) % 2 ** bits
      if (!binary) return to.write(String(value), at)
      if (size === 8) to.writeBigInt64BE(BigInt(value), at)
      else to.writeIntBE(value, at, size)
      return size
    },
  }
}

/** An integer of up to 15 digits. Binary: digits, weight, sign, scale, then digits of base 10,000. */
function numeric(binary: boolean): Encoder {
  return {
    length: binary ? 16 : 15,
    value: (from, start, end) =>
      binary ? Buffer.from(numericText(from.subarray(start, end))) : from.subarray(start, end),
    write(hash, to, at) {
      const value = 10 ** 14 + (hash.readUIntBE(0, 6) % 9e14)
      if (!binary) return to.write(String(value), at)
      to.fill(0, at, at + 16)
      to.writeInt16BE(4, at)
      to.writeInt16BE(3, at + 2)
      for (let digit = 0; digit < 4; digit++)
        to.writeInt16BE(Math.floor(value / 10_000 ** (3 - digit)) % 10_000, at + 8 + digit * 2)
      return 16
    },
  }
}

/** Version 8 (RFC 9562: custom), so that it is a valid UUID of no known generator. */
function uuid(binary: boolean): Encoder {
  return {
    length: binary ? 16 : 36,
    value: (from, start, end) =>
      binary
        ? from.subarray(start, end)
        : Buffer.from(from.toString('latin1', start, end).replaceAll('-', ''), 'hex'),
    write(hash, to, at) {
      hash[6] = (hash[6]! & 0x0f) | 0x80
      hash[8] = (hash[8]! & 0x3f) | 0x80
      if (binary) return hash.copy(to, at, 0, 16)
      const hex = hash.toString('hex', 0, 16)
      return to.write(hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'), at)
    },
  }
}

function bytea(binary: boolean): Encoder {
  return {
    length: binary ? 16 : 34,
    ...(binary ? {} : { escapes: true as const }),
    value: (from, start, end) =>
      binary ? from.subarray(start, end) : Buffer.from(from.toString('latin1', start + 2, end), 'hex'),
    write: (hash, to, at) =>
      binary ? hash.copy(to, at, 0, 16) : to.write(`\\x${hash.toString('hex', 0, 16)}`, at),
  }
}
