// A client that speaks the wire by hand: what it sends and reads are frames.
import { connect, type Socket } from 'node:net'
import {
  CLIENT,
  frame,
  frameLength,
  int32,
  readFields,
  UPSTREAM,
} from '../../../src/protocols/postgres/frames.ts'
import { MECHANISM, saltedPassword, scramClient } from '../../../src/protocols/postgres/scram.ts'
import { LOCAL_PASSWORD, LOCAL_USER } from './relayed.ts'

export interface Frame {
  /** The type byte as a character. */
  readonly type: string
  readonly body: Buffer
}

export class Wire {
  readonly socket: Socket
  readonly frames: Frame[] = []
  #buffer: Buffer = Buffer.alloc(0)
  #wake = () => {}
  ended = false

  constructor(port: number) {
    this.socket = connect({ host: '127.0.0.1', port })
    this.socket.on('error', () => {})
    this.socket.on('data', (chunk) => {
      this.#buffer = Buffer.concat([this.#buffer, chunk])
      this.#split()
    })
    this.socket.on('close', () => {
      this.ended = true
      this.#wake()
    })
  }

  #split(): void {
    while (this.#buffer.length >= 5) {
      const size = frameLength(this.#buffer, 0, 0x3fffffff) + 1
      if (this.#buffer.length < size) break
      this.frames.push({ type: String.fromCharCode(this.#buffer[0]!), body: this.#buffer.subarray(5, size) })
      this.#buffer = this.#buffer.subarray(size)
    }
    this.#wake()
  }

  send(...frames: Buffer[]): this {
    this.socket.write(Buffer.concat(frames))
    return this
  }

  /** Frames up to and with the first of `type`; fewer when the connection ends. */
  async until(type: string): Promise<Frame[]> {
    for (;;) {
      const at = this.frames.findIndex((each) => each.type === type)
      if (at >= 0) return this.frames.splice(0, at + 1)
      if (this.ended) return this.frames.splice(0)
      await new Promise<void>((resolve) => (this.#wake = resolve))
    }
  }

  async end(): Promise<Frame[]> {
    while (!this.ended) await new Promise<void>((resolve) => (this.#wake = resolve))
    return this.frames.splice(0)
  }

  /** Logs in; answers the frames of the login. */
  async login(pairs: Record<string, string> = {}, version = 0x30000): Promise<Frame[]> {
    this.send(startup({ user: LOCAL_USER, ...pairs }, version))
    const seen = await this.until('R')
    if (seen.at(-1)?.type !== 'R') return seen
    const exchange = scramClient('rOprNGfwEbeRWgbNEkqO', (salt, count) =>
      saltedPassword(LOCAL_PASSWORD, salt, count),
    )
    const first = Buffer.from(exchange.first)
    this.send(frame(CLIENT.Password, MECHANISM, int32(first.length), first))
    const challenge = await this.until('R')
    this.send(frame(CLIENT.Password, Buffer.from(exchange.final(challenge.at(-1)!.body.toString('utf8', 4)))))
    const proof = await this.until('R')
    exchange.verify(proof.at(-1)!.body.toString('utf8', 4))
    return [...seen, ...(await this.until('Z'))]
  }
}

export async function wire(port: number, pairs: Record<string, string> = {}): Promise<Wire> {
  const client = new Wire(port)
  await client.login(pairs)
  return client
}

export const startup = (pairs: Record<string, string>, version = 0x30000): Buffer =>
  frame(0, int32(version), ...Object.entries(pairs).flat(), Buffer.of(0)).subarray(1)

export const query = (text: string): Buffer => frame(CLIENT.Query, text)
/** `types`: OIDs of its parameters. */
export const parse = (name: string, text: string, types: readonly number[] = []): Buffer =>
  frame(CLIENT.Parse, name, text, Buffer.of(0, types.length), ...types.map((oid) => int32(oid)))
/** All parameters and results in text. */
export function bind(portal: string, name: string, ...values: string[]): Buffer {
  const parts = values.flatMap((value) => [int32(Buffer.byteLength(value)), Buffer.from(value)])
  return frame(CLIENT.Bind, portal, name, Buffer.of(0, 0, 0, values.length), ...parts, Buffer.of(0, 0))
}
export const describePortal = (name: string): Buffer => frame(CLIENT.Describe, Buffer.from('P'), name)
export const describeStatement = (name: string): Buffer => frame(CLIENT.Describe, Buffer.from('S'), name)
export const execute = (portal: string, rows = 0): Buffer => frame(CLIENT.Execute, portal, int32(rows))
export const closeStatement = (name: string): Buffer => frame(CLIENT.Close, Buffer.from('S'), name)
export const closePortal = (name: string): Buffer => frame(CLIENT.Close, Buffer.from('P'), name)
export const sync = frame(CLIENT.Sync)
export const flush = frame(CLIENT.Flush)
export const terminate = frame(CLIENT.Terminate)
export const copyData = (text: string): Buffer => frame(CLIENT.CopyData, Buffer.from(text))
export const copyDone = frame(CLIENT.CopyDone)
export const copyFail = (reason: string): Buffer => frame(CLIENT.CopyFail, reason)

/** `C:SELECT 1 Z:I`, `E:42501 Z:E`: what matters of answers. */
export function outline(frames: readonly Frame[]): string {
  return frames
    .map(({ type, body }) => {
      if (type === 'E' || type === 'N') return `${type}:${fields(body).get('C')}`
      if (type === 'C') return `C:${body.toString('utf8', 0, body.length - 1)}`
      if (type === 'Z') return `Z:${body.toString('latin1')}`
      if (type === 'D') return `D:${cells(body).join(',')}`
      return type
    })
    .join(' ')
}

export const fields = (body: Buffer): Map<string, string> => new Map(readFields(body, 0, body.length))

export function cells(body: Buffer): string[] {
  const row: string[] = []
  let at = 2
  for (let i = 0; i < body.readUInt16BE(0); i++) {
    const length = body.readInt32BE(at)
    row.push(length === -1 ? 'NULL' : body.toString('utf8', at + 4, at + 4 + length))
    at += 4 + Math.max(0, length)
  }
  return row
}

export { UPSTREAM }
