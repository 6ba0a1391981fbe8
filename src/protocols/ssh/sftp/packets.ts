// Packets of SFTP version 3: https://datatracker.ietf.org/doc/html/draft-ietf-secsh-filexfer-02
//   uint32 length (EXCLUDING itself), byte type, uint32 id (but for INIT and VERSION), then fields
import { encode, type Field, ProtocolError } from '../frames.ts'

export const PACKET = {
  INIT: 1,
  VERSION: 2,
  OPEN: 3,
  CLOSE: 4,
  READ: 5,
  WRITE: 6,
  LSTAT: 7,
  FSTAT: 8,
  SETSTAT: 9,
  FSETSTAT: 10,
  OPENDIR: 11,
  READDIR: 12,
  REMOVE: 13,
  MKDIR: 14,
  RMDIR: 15,
  REALPATH: 16,
  STAT: 17,
  RENAME: 18,
  READLINK: 19,
  SYMLINK: 20,
  STATUS: 101,
  HANDLE: 102,
  DATA: 103,
  NAME: 104,
  ATTRS: 105,
  EXTENDED: 200,
  EXTENDED_REPLY: 201,
} as const

/** What STATUS says. */
export const STATUS = {
  OK: 0,
  EOF: 1,
  NO_SUCH_FILE: 2,
  PERMISSION_DENIED: 3,
  FAILURE: 4,
  BAD_MESSAGE: 5,
  OP_UNSUPPORTED: 8,
} as const

/** As OpenSSH has it: SFTP_MAX_MSG_LENGTH. */
const LONGEST = 256 * 1024
const LONGEST_HANDLE = 256

/** A whole packet, the head of one whose data follows in parts, or a part of that data. */
export interface Part {
  readonly kind: 'packet' | 'head' | 'data'
  readonly type: number
  /** Its bytes as they came, with the length. */
  readonly raw: Buffer
  /** Bytes of data that are still to come. */
  readonly left: number
}

/** Cuts what one side sends into packets. The data of WRITE and DATA is not put together: it may be long, and passes as it is. */
export class Packets {
  readonly #streamed: number
  #bytes: Buffer = Buffer.alloc(0)
  #at = 0
  /** Comes behind `#bytes`, and is joined to it when there is enough. */
  #more: Buffer[] = []
  #waiting = 0
  #needed = 0
  #left = 0

  /** `streamed`: the type whose data comes in parts. */
  constructor(streamed: typeof PACKET.WRITE | typeof PACKET.DATA) {
    this.#streamed = streamed
  }

  /** In the middle of a packet that has been handed on in part. */
  get within(): boolean {
    return this.#left > 0
  }

  /** Nothing is left of a packet that did not come whole. */
  get empty(): boolean {
    return this.#left === 0 && this.#bytes.length - this.#at + this.#waiting === 0
  }

  push(bytes: Buffer): void {
    if (this.#at === this.#bytes.length && this.#waiting === 0) {
      this.#bytes = bytes
      this.#at = 0
      return
    }
    this.#more.push(bytes)
    this.#waiting += bytes.length
  }

  /** The next part; undefined when more bytes are needed. Throws `ProtocolError`. */
  next(): Part | undefined {
    if (this.#left > 0) return this.#data()
    if (!this.#has(5)) return undefined
    const length = this.#bytes.readUInt32BE(this.#at)
    const type = this.#bytes[this.#at + 4] ?? 0
    if (length < 5) throw new ProtocolError('an SFTP packet is shorter than there are any')
    if (length > LONGEST) throw new ProtocolError(`an SFTP packet is longer than ${LONGEST} bytes`)
    if (type === this.#streamed) return this.#head(type, length)
    if (!this.#has(4 + length)) return undefined
    return { kind: 'packet', type, raw: this.#take(4 + length), left: 0 }
  }

  #head(type: number, length: number): Part | undefined {
    const head = type === PACKET.DATA ? 13 : this.#writeHead()
    if (head === undefined || !this.#has(head)) return undefined
    const data = this.#bytes.readUInt32BE(this.#at + head - 4)
    if (head + data !== 4 + length) throw new ProtocolError('the data of an SFTP packet has another length')
    this.#left = data
    return { kind: 'head', type, raw: this.#take(head), left: data }
  }

  /** length, type, id; string handle; uint64 offset; uint32 of the data. */
  #writeHead(): number | undefined {
    if (!this.#has(13)) return undefined
    const handle = this.#bytes.readUInt32BE(this.#at + 9)
    if (handle > LONGEST_HANDLE) throw new ProtocolError('a handle is longer than there are any')
    return 13 + handle + 12
  }

  #data(): Part | undefined {
    if (!this.#has(1)) return undefined
    const raw = this.#take(Math.min(this.#left, this.#bytes.length - this.#at))
    this.#left -= raw.length
    return { kind: 'data', type: this.#streamed, raw, left: this.#left }
  }

  #has(length: number): boolean {
    const here = this.#bytes.length - this.#at
    if (here >= length) return true
    this.#needed = length
    if (here + this.#waiting < this.#needed) return false
    this.#bytes = Buffer.concat([this.#bytes.subarray(this.#at), ...this.#more])
    this.#at = 0
    this.#more = []
    this.#waiting = 0
    return true
  }

  #take(length: number): Buffer {
    const raw = this.#bytes.subarray(this.#at, this.#at + length)
    this.#at += length
    return raw
  }
}

/** Parts that lie next to each other in memory leave as one. */
export class Outgoing {
  readonly #write: (bytes: Buffer) => void
  #bytes: Buffer | undefined

  constructor(write: (bytes: Buffer) => void) {
    this.#write = write
  }

  add(bytes: Buffer): void {
    const before = this.#bytes
    if (before && before.buffer === bytes.buffer && before.byteOffset + before.length === bytes.byteOffset) {
      this.#bytes = Buffer.from(bytes.buffer, before.byteOffset, before.length + bytes.length)
      return
    }
    this.flush()
    this.#bytes = bytes
  }

  flush(): void {
    const bytes = this.#bytes
    this.#bytes = undefined
    if (bytes && bytes.length > 0) this.#write(bytes)
  }
}

export function packet(type: number, ...fields: Field[]): Buffer {
  const body = Buffer.concat([Buffer.of(type), ...fields.map(encode)])
  return encode(body)
}

export const statusPacket = (id: number, code: number, message: string): Buffer =>
  packet(PACKET.STATUS, id, code, message, '')
