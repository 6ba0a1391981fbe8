// Messages of the connection protocol, RFC 4254, and of the transport where we write them ourselves.
//   byte type, then fields: uint32, boolean (a byte), string (uint32 length, bytes)

export const MESSAGE = {
  DISCONNECT: 1,
  USERAUTH_REQUEST: 50,
  USERAUTH_BANNER: 53,
  GLOBAL_REQUEST: 80,
  REQUEST_SUCCESS: 81,
  REQUEST_FAILURE: 82,
  CHANNEL_OPEN: 90,
  CHANNEL_OPEN_CONFIRMATION: 91,
  CHANNEL_OPEN_FAILURE: 92,
  CHANNEL_WINDOW_ADJUST: 93,
  CHANNEL_DATA: 94,
  CHANNEL_EXTENDED_DATA: 95,
  CHANNEL_EOF: 96,
  CHANNEL_CLOSE: 97,
  CHANNEL_REQUEST: 98,
  CHANNEL_SUCCESS: 99,
  CHANNEL_FAILURE: 100,
} as const

/** Reasons of CHANNEL_OPEN_FAILURE. */
export const OPEN_FAILURE = { PROHIBITED: 1, CONNECT_FAILED: 2, UNKNOWN_TYPE: 3, SHORTAGE: 4 } as const

/** Reasons of DISCONNECT. */
export const DISCONNECT = { PROTOCOL_ERROR: 2, BY_APPLICATION: 11, NO_MORE_AUTH_METHODS: 14 } as const

/** The only kind of extended data that there is. */
export const STDERR = 1

/** The peer broke the protocol; the message holds nothing that it sent. */
export class ProtocolError extends Error {}

/** Reads the fields of one message, or of a string within it. Throws `ProtocolError` when it is too short. */
export class Reader {
  readonly #bytes: Buffer
  #at: number

  constructor(bytes: Buffer, at = 0) {
    this.#bytes = bytes
    this.#at = at
  }

  uint32(): number {
    const at = this.#take(4)
    return this.#bytes.readUInt32BE(at)
  }

  boolean(): boolean {
    return this.#bytes[this.#take(1)] !== 0
  }

  string(): Buffer {
    const length = this.uint32()
    const at = this.#take(length)
    return this.#bytes.subarray(at, at + length)
  }

  /** A name of the protocol: printable ASCII. */
  name(): string {
    const name = this.string().toString('latin1')
    if (!/^[\x21-\x7e]{1,128}$/.test(name)) throw new ProtocolError('a name is not printable ASCII')
    return name
  }

  /** Throws when anything is left: it would go on without having been looked at. */
  end(): void {
    if (this.#at < this.#bytes.length) throw new ProtocolError('a message is longer than its fields')
  }

  /** What is left. */
  rest(): Buffer {
    return this.#bytes.subarray(this.#at)
  }

  #take(length: number): number {
    const at = this.#at
    if (at + length > this.#bytes.length) throw new ProtocolError('a message is shorter than it says')
    this.#at = at + length
    return at
  }
}

/** A field: number → uint32, boolean → a byte, text or bytes → string. */
export type Field = number | boolean | string | Buffer

export function frame(type: number, ...fields: Field[]): Buffer {
  return Buffer.concat([Buffer.of(type), ...fields.map(encode)])
}

export function encode(field: Field): Buffer {
  if (typeof field === 'boolean') return Buffer.of(field ? 1 : 0)
  if (typeof field === 'number') {
    const bytes = Buffer.allocUnsafe(4)
    bytes.writeUInt32BE(field)
    return bytes
  }
  const bytes = typeof field === 'string' ? Buffer.from(field) : field
  return Buffer.concat([encode(bytes.length), bytes])
}
