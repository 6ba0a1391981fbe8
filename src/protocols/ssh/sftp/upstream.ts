// The target's side: what it answers is taken in, and passed on to the client.
import { ProtocolError, Reader } from '../frames.ts'
import type { Sides } from '../interpreter.ts'
import { Contents } from '../transfer/contents.ts'
import { Files, type OpenFile } from './files.ts'
import { Outgoing, PACKET, Packets, type Part, STATUS, statusPacket } from './packets.ts'
import { type Answer, Outstanding, type Pending } from './pending.ts'
import { codeOf, failureOf, handleOf, LOST, versionPacket } from './replies.ts'
import { OPEN, reads, writes } from './statements.ts'

/** Answers of ours that wait for the end of one of the target's. */
const MOST_OWN = 4096

export class Upstream {
  readonly outstanding = new Outstanding()
  readonly files: Files
  readonly #sides: Sides
  readonly #packets = new Packets(PACKET.DATA)
  readonly #toClient: Outgoing
  /** Answers of ours while the data of another one is on its way. */
  #own: Buffer[] = []
  /** Where the data goes that comes now. */
  #reading: { readonly file: OpenFile | undefined; offset: number } | undefined
  #version = false
  #over = false

  constructor(sides: Sides) {
    this.#sides = sides
    this.files = new Files(sides.gate, sides.now)
    this.#toClient = new Outgoing(sides.toClient)
  }

  get over(): boolean {
    return this.#over
  }

  /** Throws `ProtocolError`. */
  received(bytes: Buffer): void {
    this.#packets.push(bytes)
    for (let part = this.#packets.next(); part; part = this.#packets.next()) this.#take(part)
    this.#toClient.flush()
  }

  /** An answer of ours. */
  answer(id: number, code: number, message: string): void {
    const bytes = statusPacket(id, code, message)
    if (!this.#packets.within) this.#sides.toClient(bytes)
    else if (this.#own.push(bytes) > MOST_OWN) throw new ProtocolError('too much is asked for at once')
  }

  end(): void {
    if (this.#over) return
    this.#over = true
    for (const pending of this.outstanding.end()) {
      pending.own?.(undefined)
      if (pending.statement) this.#tell(pending, LOST)
    }
    this.files.end()
  }

  #take(part: Part): void {
    if (part.kind === 'data') this.#data(part)
    else if (part.type === PACKET.VERSION) this.#greeted(part.raw)
    else this.#answered(part)
  }

  #greeted(raw: Buffer): void {
    if (this.#version) throw new ProtocolError('the version was told twice')
    this.#version = true
    this.#toClient.add(versionPacket(raw))
  }

  #answered({ type, raw, left }: Part): void {
    if (!this.#version) throw new ProtocolError('an answer came before the version')
    const pending = this.outstanding.take(new Reader(raw, 5).uint32())
    const { request, own } = pending
    if (type !== PACKET.STATUS && type !== request.answer)
      throw new ProtocolError('an answer has a type that was not asked for')
    if (own) own({ type, raw })
    else this.#forward(pending, { type, raw }, left)
  }

  #forward(pending: Pending, answer: Answer, left: number): void {
    if (answer.type === PACKET.DATA) this.#begin(pending, left)
    else this.#note(pending, answer)
    this.#toClient.add(answer.raw)
  }

  #begin({ request, file }: Pending, length: number): void {
    const [offset = 0, asked = 0] = request.numbers
    if (length > asked) throw new ProtocolError('more data came than was asked for')
    this.#reading = { file, offset }
  }

  #data({ raw, left }: Part): void {
    const reading = this.#reading
    if (reading) {
      reading.file?.sent.add(reading.offset, raw)
      reading.offset += raw.length
    }
    this.#toClient.add(raw)
    if (left === 0) for (const bytes of this.#own.splice(0)) this.#toClient.add(bytes)
  }

  #note(pending: Pending, { type, raw }: Answer): void {
    const { request, file, statement } = pending
    const code = type === PACKET.STATUS ? codeOf(raw) : STATUS.OK
    const failed = code === STATUS.OK ? undefined : failureOf(code)
    switch (request.name) {
      case 'open':
      case 'opendir':
        this.#opened(pending, type === PACKET.HANDLE ? handleOf(raw) : undefined, failed)
        return
      case 'close':
        if (file && failed) file.failed ??= failed
        if (file) this.files.closed(file)
        break
      case 'write':
      case 'fsync':
        if (file && failed) file.failed ??= failed
        break
      case 'read':
        if (file && failed && code !== STATUS.EOF) file.failed ??= failed
        break
      default:
        if (statement) this.#tell(pending, failed)
    }
    if (this.files.idle) this.#sides.gate.idle()
  }

  #opened(
    pending: Pending,
    handle: string | undefined,
    failed: { sqlstate: string; message: string } | undefined,
  ): void {
    const { request, statement, spot, since } = pending
    if (handle === undefined || !spot) {
      this.files.refused()
      if (statement) this.#tell(pending, failed ?? failureOf(STATUS.FAILURE))
      return
    }
    const directory = request.name === 'opendir'
    const flags = directory ? OPEN.READ : (request.numbers[0] ?? 0)
    if (directory && statement) this.#tell(pending, undefined)
    this.files.opened(handle, {
      spot,
      since,
      attributes: request.attributes ?? {},
      statement: directory ? undefined : statement,
      reads: !directory && reads(flags),
      writes: !directory && writes(flags),
      received: new Contents(),
      sent: new Contents(),
    })
  }

  #tell({ statement, since }: Pending, error: { sqlstate: string; message: string } | undefined): void {
    if (!statement) return
    const ms = Math.round(this.#sides.now() - since)
    this.#sides.gate.result(statement, { tag: error ? '' : 'done', rows: 0, bytes: 0, ms, error })
  }
}
