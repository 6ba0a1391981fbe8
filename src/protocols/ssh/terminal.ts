// The terminal that a client asks for.
import { ProtocolError, Reader } from './frames.ts'

/** Modes are a few bytes each; nothing else of a request is long. */
const LONGEST = 4096

export class Terminal {
  readonly #allowed: boolean
  #request: Buffer | undefined
  #columns = 0
  #rows = 0

  constructor(allowed: boolean) {
    this.#allowed = allowed
  }

  /** The fields of `pty-req`: TERM, columns, rows, width and height in pixels, modes. True when it may have one. */
  allocate(fields: Buffer): boolean {
    const reader = new Reader(fields)
    const name = reader.string().toString('latin1')
    this.#columns = reader.uint32()
    this.#rows = reader.uint32()
    reader.uint32()
    reader.uint32()
    reader.string()
    reader.end()
    if (!this.#allowed || this.#request) return false
    if (fields.length > LONGEST) throw new ProtocolError('a request for a terminal is too long')
    if (!/^[A-Za-z0-9._+-]{0,64}$/.test(name)) return false
    this.#request = fields
    return true
  }

  /** The fields of `window-change`. True when there is a terminal. */
  resize(fields: Buffer): boolean {
    const reader = new Reader(fields)
    const columns = reader.uint32()
    const rows = reader.uint32()
    reader.uint32()
    reader.uint32()
    reader.end()
    if (!this.#request) return false
    this.#columns = columns
    this.#rows = rows
    return true
  }

  /** The fields of the request that goes on. */
  get request(): Buffer | undefined {
    return this.#request
  }

  get size(): { readonly columns: number; readonly rows: number } {
    return { columns: this.#columns, rows: this.#rows }
  }
}
