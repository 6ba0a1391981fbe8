// ATTRS: uint32 flags, then what they announce.
import type { Reader } from '../frames.ts'

export interface Attributes {
  readonly size?: number
  readonly owner?: readonly [user: number, group: number]
  readonly mode?: number
  /** Access and modification, in seconds. */
  readonly times?: readonly [access: number, modification: number]
}

const FLAG = { SIZE: 1, OWNER: 2, MODE: 4, TIMES: 8 } as const
const KNOWN = 0xf

/** A request that is well formed, and asks for what is not known here: it is answered, and goes no further. */
export class Unsupported extends Error {}

/** Throws `Unsupported` for attributes whose meaning is not known, `ProtocolError` when they are cut. */
export function readAttributes(reader: Reader): Attributes {
  const flags = reader.uint32()
  if ((flags & ~KNOWN) !== 0) throw new Unsupported('attributes of a file that are not known here')
  return {
    ...(flags & FLAG.SIZE && { size: readOffset(reader) }),
    ...(flags & FLAG.OWNER && { owner: [reader.uint32(), reader.uint32()] as const }),
    ...(flags & FLAG.MODE && { mode: reader.uint32() }),
    ...(flags & FLAG.TIMES && { times: [reader.uint32(), reader.uint32()] as const }),
  }
}

/** uint64. Throws `Unsupported` for what no file has: 2^53 bytes and more. */
export function readOffset(reader: Reader): number {
  const high = reader.uint32()
  const low = reader.uint32()
  if (high >= 2 ** 21) throw new Unsupported('an offset that no file has')
  return high * 2 ** 32 + low
}

/** Setuid, setgid, or written by everybody. */
export const isPrivileged = (mode: number): boolean => (mode & 0o6002) !== 0

/** The same for what is only asked for when a file is made: the host takes away what its umask says. */
export const isCreatedPrivileged = (mode: number): boolean => (mode & 0o6000) !== 0
