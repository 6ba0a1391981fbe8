// The client's side: what it asks for is read, judged where it matters, and passed on.
import type { Statement } from '../../protocol.ts'
import type { Sides } from '../interpreter.ts'
import { isPrivileged, Unsupported } from './attributes.ts'
import { Decision } from './decision.ts'
import type { OpenFile } from './files.ts'
import { Listed } from './listed.ts'
import { Outgoing, PACKET, Packets, type Part, STATUS } from './packets.ts'
import { type Spot, spotOf, unfit } from './paths.ts'
import { initPacket } from './replies.ts'
import { idOf, type Request, readRequest } from './requests.ts'
import { Resolver } from './resolve.ts'
import type { Upstream } from './upstream.ts'

/** What is asked about an open file, and passes. */
const OF_HANDLES = new Set<Request['name']>([
  'close',
  'read',
  'write',
  'fstat',
  'readdir',
  'fsync',
  'fstatvfs',
])
/** What only tells names and attributes. */
const LOOKS = new Set<Request['name']>([
  ...(['lstat', 'stat', 'realpath', 'readlink', 'statvfs', 'limits', 'expand-path'] as const),
  ...(['home-directory', 'users-groups-by-id'] as const),
])

export class Client {
  readonly #sides: Sides
  readonly #upstream: Upstream
  readonly #packets = new Packets(PACKET.WRITE)
  readonly #toUpstream: Outgoing
  readonly #resolver: Resolver
  readonly #listed = new Listed()
  readonly #decision: Decision
  #greeted = false
  /** A statement stands in the record's memory, and not in its file. */
  #unflushed = false
  /** Where the data goes that comes now; undefined for what is refused. */
  #writing: { readonly file: OpenFile; offset: number } | undefined

  constructor(sides: Sides, upstream: Upstream) {
    this.#sides = sides
    this.#upstream = upstream
    this.#toUpstream = new Outgoing((bytes) => {
      if (this.#unflushed) sides.gate.flush()
      this.#unflushed = false
      sides.toUpstream(bytes)
    })
    this.#resolver = new Resolver(upstream, (packet) => this.#send(packet), sides.now)
    this.#decision = new Decision(sides, upstream, this.#resolver)
  }

  /** Throws `ProtocolError`. */
  received(bytes: Buffer): void | Promise<void> {
    this.#packets.push(bytes)
    return this.#takeAll()
  }

  #takeAll(): void | Promise<void> {
    if (this.#upstream.over) return
    const room = this.#upstream.outstanding.room()
    if (room) return this.#behind(room)
    for (let part = this.#packets.next(); part; part = this.#packets.next()) {
      const waits = this.#take(part) ?? this.#upstream.outstanding.room()
      if (waits) return this.#behind(waits)
    }
    this.#toUpstream.flush()
  }

  #behind(waits: Promise<void>): Promise<void> {
    this.#toUpstream.flush()
    return waits.then(() => this.#takeAll())
  }

  #take(part: Part): Promise<void> | undefined {
    if (part.kind === 'data') return this.#data(part)
    if (!this.#greeted) return this.#greet(part)
    const request = this.#read(part)
    if (!request) return undefined
    this.#upstream.outstanding.check(request.id)
    const refused = request.paths.map(unfit).find((why) => why !== undefined)
    if (refused !== undefined) return this.#answer(request.id, STATUS.BAD_MESSAGE, refused)
    if (OF_HANDLES.has(request.name)) return this.#ofHandle(request, part.raw)
    if (LOOKS.has(request.name)) return this.#pass(part.raw, { request })
    return this.#judge(request, part.raw)
  }

  /** Where relative paths begin is asked for along with it. */
  #greet({ type, raw }: Part): Promise<void> {
    const init = type === PACKET.INIT ? initPacket(raw) : undefined
    this.#greeted = true
    return this.#resolver.begin(init)
  }

  #read({ type, raw }: Part): Request | undefined {
    this.#writing = undefined
    try {
      return readRequest(type, raw)
    } catch (error) {
      if (!(error instanceof Unsupported)) throw error
      this.#answer(idOf(raw), STATUS.OP_UNSUPPORTED, error.message)
      return undefined
    }
  }

  #data({ raw }: Part): undefined {
    const writing = this.#writing
    if (!writing) return
    writing.file.received.add(writing.offset, raw)
    writing.offset += raw.length
    this.#toUpstream.add(raw)
  }

  #ofHandle(request: Request, raw: Buffer): undefined {
    const [handle] = request.handles
    const { files } = this.#upstream
    const file = files.get(handle)
    const refuse = (why: string) => this.#answer(request.id, STATUS.FAILURE, why)
    if (!file || handle === undefined) return refuse('there is no such handle')
    if (request.name === 'write') {
      if (!file.writes) return refuse('it was not opened to be written')
      this.#writing = { file, offset: request.numbers[0] ?? 0 }
    }
    if (request.name === 'read') {
      if (!file.reads) return refuse('it was not opened to be read')
      if (file.sent.bytes >= (this.#sides.terms.limits.bytes ?? Number.POSITIVE_INFINITY))
        return this.#cut(request, file)
    }
    if (request.name === 'close') files.closes(handle)
    return this.#pass(raw, { request, file })
  }

  #cut({ id }: Request, file: OpenFile): undefined {
    const message = `stopped after ${file.sent.bytes} bytes, as the policy allows`
    if (!file.failed) this.#sides.gate.limit('bytes', message)
    file.failed ??= { sqlstate: '54000', message }
    return this.#answer(id, STATUS.PERMISSION_DENIED, message)
  }

  #judge(request: Request, raw: Buffer): Promise<void> | undefined {
    const { files } = this.#upstream
    const opens = request.name === 'open' || request.name === 'opendir'
    if (opens && files.full) return this.#answer(request.id, STATUS.FAILURE, 'too many files are open')
    if (request.name === 'opendir') {
      const spot = spotOf(request.paths[0] ?? Buffer.alloc(0), this.#resolver.start)
      if (this.#listed.knows(spot.asked)) {
        files.asked()
        return this.#pass(raw, { request, spot })
      }
    }
    const known = request.handles.map((handle) => files.get(handle))
    const spots = known.flatMap((file) => (file ? [file.spot] : []))
    if (spots.length < known.length)
      return this.#answer(request.id, STATUS.FAILURE, 'there is no such handle')
    const [file] = known
    if (file && request.name === 'fsetstat' && foreseen(request, file))
      return this.#pass(raw, { request, file })
    this.#toUpstream.flush()
    return this.#decide(request, raw, spots)
  }

  async #decide(request: Request, raw: Buffer, ofHandles: readonly Spot[]): Promise<void> {
    const allowed = await this.#decision.of(request, ofHandles)
    if (!allowed) return
    this.#unflushed = true
    const { statement, spots } = allowed
    const [spot] = spots
    if (request.name === 'open' || request.name === 'opendir') this.#upstream.files.asked()
    if (request.name === 'opendir' && spot) this.#listed.add(spot.asked)
    this.#pass(raw, { request, statement, spot })
  }

  #answer(id: number, code: number, message: string): undefined {
    this.#upstream.answer(id, code, message)
  }

  #pass(
    raw: Buffer,
    more: { request: Request; statement?: Statement; spot?: Spot | undefined; file?: OpenFile },
  ): undefined {
    this.#upstream.outstanding.add({ since: this.#sides.now(), ...more })
    this.#toUpstream.add(raw)
  }

  #send(packet: Buffer): void {
    this.#toUpstream.add(packet)
    this.#toUpstream.flush()
  }
}

/** Who may write to a file may cut it, and date it; with the mode that its OPEN gave, this is how uploads end. */
const foreseen = ({ attributes = {} }: Request, file: OpenFile): boolean =>
  file.writes &&
  attributes.owner === undefined &&
  (attributes.mode === undefined ||
    (attributes.mode === file.attributes.mode && !isPrivileged(attributes.mode)))
