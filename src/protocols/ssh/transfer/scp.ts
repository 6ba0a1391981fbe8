// The old protocol of scp, on the streams of `scp -t` and `scp -f`. One side sends records, the other answers each:
//   T<mtime> 0 <atime> 0\n   D<mode> 0 <name>\n   E\n   C<mode> <size> <name>\n, then the content and an answer of the sender
//   an answer is a NUL, or 1 (go on) or 2 (stop) with a line that says why
import type { Statement } from '../../protocol.ts'
import { refusalOf } from '../../refusal.ts'
import { ProtocolError } from '../frames.ts'
import type { Interpreter, Sides } from '../interpreter.ts'
import { decide } from '../judge.ts'
import { hidesValues } from './downloads.ts'
import { Passed } from './opaque.ts'
import type { ScpTransfer } from './programs.ts'
import { Answers } from './scp-answers.ts'
import { judgedFile, type ScpFile, Walk } from './scp-files.ts'

/** Of older scp: what is longer it reads as two. */
const LONGEST_LINE = 2047

type State = 'record' | 'answer' | 'content' | 'end'

interface Moving {
  readonly statement: Statement
  readonly since: number
  readonly content: Passed
  left: number
  /** The receiver has asked for the content. */
  begun: boolean
  failed: boolean
}

export const interpretScp =
  (transfer: ScpTransfer) =>
  (sides: Sides): Interpreter => {
    const copy = new Copy(transfer, sides)
    const send = (bytes: Buffer) => copy.sent(bytes)
    const answer = (bytes: Buffer) => copy.answered(bytes)
    return {
      client: transfer.takes ? send : answer,
      upstream: transfer.takes ? answer : send,
      clientEnded() {},
      closed: () => copy.end(),
    }
  }

class Copy {
  readonly #sides: Sides
  readonly #transfer: ScpTransfer
  readonly #walk: Walk
  readonly #masked: boolean
  readonly #answers = new Answers((well) => this.#acknowledged(well))
  /** The receiver speaks first. */
  #state: State = 'answer'
  #bytes: Buffer = Buffer.alloc(0)
  #answered: PromiseWithResolvers<void> | undefined
  #moving: Moving | undefined
  /** A directory was announced, and not answered. */
  #entering = false
  #total = 0
  #over = false

  constructor(transfer: ScpTransfer, sides: Sides) {
    this.#sides = sides
    this.#transfer = transfer
    this.#walk = new Walk(transfer)
    this.#masked = hidesValues(sides.terms.masks)
  }

  sent(bytes: Buffer): void | Promise<void> {
    this.#bytes = this.#bytes.length === 0 ? bytes : Buffer.concat([this.#bytes, bytes])
    return this.#takeAll()
  }

  /** Throws `ProtocolError` for an answer that is longer than there are any. */
  answered(bytes: Buffer): void {
    this.#toSender(bytes)
    this.#answers.take(bytes)
  }

  end(): void {
    if (this.#over) return
    this.#over = true
    this.#answered?.resolve()
    if (this.#moving) this.#moved(false)
  }

  #takeAll(): void | Promise<void> {
    while (this.#bytes.length > 0 && !this.#over) {
      const waits = this.#step()
      if (waits === 'more') return
      if (waits) return waits.then(() => this.#takeAll())
    }
  }

  #step(): 'more' | Promise<void> | undefined {
    switch (this.#state) {
      case 'answer':
        this.#answered ??= Promise.withResolvers<void>()
        return this.#answered.promise
      case 'content':
        return this.#content()
      case 'end':
        return this.#lineOr((line) => this.#ended(line))
      default:
        return this.#lineOr((line) => this.#record(line))
    }
  }

  /** The next line; an answer of the sender may be a NUL alone. */
  #lineOr(act: (line: Buffer) => Promise<void> | undefined): 'more' | Promise<void> | undefined {
    const length = this.#state === 'end' && this.#bytes[0] === 0 ? 1 : this.#bytes.indexOf(0x0a) + 1
    if (length === 0 || length > LONGEST_LINE) {
      if (this.#bytes.length > LONGEST_LINE) throw new ProtocolError('a record of scp is too long')
      return 'more'
    }
    const line = this.#bytes.subarray(0, length)
    this.#bytes = this.#bytes.subarray(length)
    return act(line)
  }

  #record(line: Buffer): Promise<void> | undefined {
    const [first] = line
    // An error that it tells, and that is not answered.
    if (first === 1 || first === 2) return this.#toReceiver(line)
    const found = this.#walk.read(line)
    if (found && !this.#needless(found)) return this.#judge(found, line)
    this.#state = 'answer'
    if (found) this.#enter(found)
    return this.#toReceiver(line)
  }

  /** Of directories only what is made is judged. */
  #needless({ kind }: ScpFile): boolean {
    return kind === 'directory' && !this.#transfer.takes
  }

  async #judge(file: ScpFile, line: Buffer): Promise<void> {
    const { gate, notice, signal, now } = this.#sides
    const { text, effects } = judgedFile(file, this.#transfer, this.#masked)
    const analysis = { effects, relations: [], count: 1, changes: { schema: false, resolution: false } }
    const statement = this.#sides.statement(Buffer.from(text), analysis)
    const refused = await decide(gate, statement, { notice, signal })
    if (this.#over) return
    if (refused) {
      const { message, detail, hint } = refusalOf(refused)
      const words = [message, detail, hint].filter((part) => part !== undefined).join('. ')
      const told = Buffer.from(`\x01sluice: ${words.replace(/\p{C}/gu, '?')}\n`)
      // The sender leaves this one out and goes on; a client that receives reads it as an error of the sender.
      this.#toSender(told)
      if (!this.#transfer.takes) this.#toReceiver(told)
      return
    }
    gate.flush()
    this.#state = 'answer'
    this.#enter(file)
    this.#moving = {
      statement,
      since: now(),
      content: new Passed(),
      left: file.size,
      begun: false,
      failed: false,
    }
    if (file.kind === 'directory') this.#moved(true)
    this.#toReceiver(line)
  }

  #enter(file: ScpFile): void {
    this.#entering = file.kind === 'directory'
    this.#walk.enter(file)
  }

  #content(): undefined {
    const moving = this.#moving
    if (!moving) return
    const bytes = this.#bytes.subarray(0, moving.left)
    this.#bytes = this.#bytes.subarray(bytes.length)
    moving.left -= bytes.length
    moving.content.add(bytes)
    if (moving.left === 0) this.#state = 'end'
    this.#count(bytes)
    if (!this.#over) this.#toReceiver(bytes)
  }

  #count(bytes: Buffer): void {
    const { terms, stop } = this.#sides
    const limit = terms.limits.bytes ?? Number.POSITIVE_INFINITY
    if (!this.#transfer.takes) this.#total += bytes.length
    if (this.#total > limit) stop('bytes', `stopped after ${limit} bytes, as the policy allows`)
  }

  /** What the sender says behind the content. */
  #ended(line: Buffer): undefined {
    if (line[0] !== 0 && this.#moving) this.#moving.failed = true
    this.#state = 'answer'
    this.#toReceiver(line)
  }

  #acknowledged(well: boolean): void {
    // It may tell an error at any time, and the sender stops then.
    if (this.#state !== 'answer') return
    const moving = this.#moving
    if (this.#entering && !well) this.#walk.leave()
    this.#entering = false
    if (!moving) this.#state = 'record'
    else if (!well || moving.begun) {
      this.#moved(well && !moving.failed)
      this.#state = 'record'
    } else {
      moving.begun = true
      this.#state = moving.left === 0 ? 'end' : 'content'
    }
    this.#answered?.resolve()
    this.#answered = undefined
  }

  #moved(well: boolean): void {
    const moving = this.#moving
    this.#moving = undefined
    if (!moving) return
    const { gate, now } = this.#sides
    const { statement, content, since, begun } = moving
    const ms = Math.round(now() - since)
    const error = well ? undefined : { sqlstate: '58030', message: 'it was not moved as a whole' }
    if (begun) {
      const direction = this.#transfer.takes ? 'in' : 'out'
      gate.transfer(statement, { direction, ...content.end() })
    }
    gate.result(statement, { tag: error ? '' : 'done', rows: 0, bytes: content.bytes, ms, error })
    gate.idle()
  }

  #toSender(bytes: Buffer): undefined {
    if (this.#transfer.takes) this.#sides.toClient(bytes)
    else this.#sides.toUpstream(bytes)
  }

  #toReceiver(bytes: Buffer): undefined {
    if (this.#transfer.takes) this.#sides.toUpstream(bytes)
    else this.#sides.toClient(bytes)
  }
}
