// A second connection to the target, for questions of our own: opened when first needed, closed when idle.

import { SYNC, TERMINATE } from './deny.ts'
import {
  CLIENT,
  type Field,
  frame,
  ProtocolError,
  readFields,
  readRowDescription,
  UPSTREAM,
  WHOLE_LIMIT,
} from './frames.ts'
import { Messages } from './messages.ts'
import type { Upstream } from './upstream-login.ts'

const IDLE_MS = 30_000
const ANSWER_MS = 15_000

type Row = readonly (string | null)[]

interface Answer {
  readonly rows: Row[]
  readonly fields: readonly Field[]
}

export class Side {
  readonly #open: () => Promise<Upstream>
  #upstream: Upstream | undefined
  #messages = new Messages()
  #queue: Promise<unknown> = Promise.resolve()
  #idle: NodeJS.Timeout | undefined
  #closed = false

  constructor(open: () => Promise<Upstream>) {
    this.#open = open
  }

  /** Rows in text format, of all its results. The text is ours: it holds no literal that was not escaped. */
  async query(text: string, wait = ANSWER_MS): Promise<readonly Row[]> {
    return (await this.#ask(frame(CLIENT.Query, text), wait)).rows
  }

  /** The columns that a query would return; it is not run. */
  async describe(text: string): Promise<readonly Field[]> {
    const parse = frame(CLIENT.Parse, '', text, Buffer.alloc(2))
    const describe = frame(CLIENT.Describe, Buffer.of(0x53), '')
    return (await this.#ask(Buffer.concat([parse, describe, SYNC]))).fields
  }

  /** For good. */
  close(): void {
    this.#closed = true
    this.#rest()
  }

  #rest(): void {
    clearTimeout(this.#idle)
    this.#upstream?.inlet.socket.end(TERMINATE)
    this.#upstream = undefined
  }

  /** One question at a time. */
  #ask(question: Buffer, wait = ANSWER_MS): Promise<Answer> {
    const asked = this.#queue.then(() => this.#once(question, wait))
    this.#queue = asked.catch(() => {})
    return asked
  }

  async #once(question: Buffer, wait: number): Promise<Answer> {
    clearTimeout(this.#idle)
    const upstream = await this.#connected()
    const timer = setTimeout(() => upstream.inlet.socket.destroy(), wait).unref()
    try {
      upstream.inlet.socket.write(question)
      return await this.#read()
    } catch (error) {
      if (error instanceof ProtocolError) this.#drop(upstream)
      throw error
    } finally {
      clearTimeout(timer)
      if (!this.#closed) this.#idle = setTimeout(() => this.#rest(), IDLE_MS).unref()
    }
  }

  async #connected(): Promise<Upstream> {
    if (this.#upstream) return this.#upstream
    if (this.#closed) throw new Error('the session is over')
    const upstream = await this.#open()
    if (this.#closed) {
      upstream.inlet.socket.destroy()
      throw new Error('the session is over')
    }
    this.#messages = new Messages()
    upstream.inlet.sink = this.#messages
    this.#messages.attach(upstream.inlet)
    upstream.inlet.socket.once('close', () => this.#drop(upstream))
    this.#upstream = upstream
    return upstream
  }

  #drop(upstream: Upstream): void {
    upstream.inlet.socket.destroy()
    if (this.#upstream === upstream) this.#upstream = undefined
  }

  async #read(): Promise<Answer> {
    const rows: Row[] = []
    let fields: readonly Field[] = []
    let failure: Error | undefined
    for (;;) {
      const { type, body } = await this.#messages.next(WHOLE_LIMIT)
      if (type === UPSTREAM.DataRow) rows.push(readRow(body))
      else if (type === UPSTREAM.RowDescription) fields = readRowDescription(body, 0, body.length)
      else if (type === UPSTREAM.ErrorResponse) {
        const sqlstate = new Map(readFields(body, 0, body.length)).get('C')
        failure = new Error(`the catalogue query failed (${sqlstate})`)
      } else if (type === UPSTREAM.ReadyForQuery) {
        if (failure) throw failure
        return { rows, fields }
      }
    }
  }
}

/** A DataRow's body. */
export function readRow(body: Buffer): Row {
  const count = body.readUInt16BE(0)
  const row: (string | null)[] = []
  let at = 2
  for (let i = 0; i < count; i++) {
    if (at + 4 > body.length) throw new ProtocolError('a row that is cut')
    const length = body.readInt32BE(at)
    at += 4
    if (length < -1 || at + length > body.length) throw new ProtocolError('a row with an impossible length')
    row.push(length === -1 ? null : body.toString('utf8', at, at + length))
    if (length > 0) at += length
  }
  return row
}

/** A string literal; the connection has standard_conforming_strings on. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''").replaceAll('\0', '')}'`
