// Where paths lead: the target is asked, since only it knows its links.
import { isUtf8 } from 'node:buffer'
import { ProtocolError } from '../frames.ts'
import { PACKET, packet, STATUS } from './packets.ts'
import { joined, parted, quoted, type Spot, spotOf } from './paths.ts'
import type { Answer } from './pending.ts'
import { codeOf, nameOf } from './replies.ts'
import type { Request } from './requests.ts'
import type { Upstream } from './upstream.ts'

/** These go to what a link leads to; the others to the name itself, below a directory that may be a link. */
const FOLLOWS = new Set<Request['name']>(['open', 'setstat', 'opendir'])

export class Resolver {
  readonly #upstream: Upstream
  readonly #send: (bytes: Buffer) => void
  readonly #now: () => number
  #start: string | undefined

  constructor(upstream: Upstream, send: (bytes: Buffer) => void, now: () => number) {
    this.#upstream = upstream
    this.#send = send
    this.#now = now
  }

  /** Where relative paths begin; undefined when the target does not tell. */
  get start(): string | undefined {
    return this.#start
  }

  /** Sends INIT. Settles when the target has told where relative paths begin. */
  async begin(init: Buffer | undefined): Promise<void> {
    if (!init) throw new ProtocolError('SFTP does not begin with INIT')
    this.#send(init)
    const answer = await this.#ask(Buffer.from('.'), -1)
    const name = pathOf(answer)
    this.#start = typeof name === 'string' ? name : undefined
  }

  /** The paths of a request. */
  async follow(request: Request): Promise<Spot[]> {
    const { paths, name, id } = request
    const [first, second] = paths
    if (name === 'symlink' && first && second) return this.#link(first, second, id)
    return Promise.all(paths.map((path) => this.#real(spotOf(path, this.#start), FOLLOWS.has(name), id)))
  }

  /** What a link holds is read from its own directory. */
  async #link(target: Buffer, link: Buffer, id: number): Promise<Spot[]> {
    const at = await this.#real(spotOf(link, this.#start), false, id)
    const directory = (at.real ?? at.asked).replace(/\/[^/]*$/, '') || '/'
    const path = target[0] === SLASH ? target : Buffer.concat([Buffer.from(`${directory}/`), target])
    const spot = await this.#real(spotOf(path, this.#start), true, id)
    // As it stands in the link.
    const written = isUtf8(target) ? quoted(target.toString()) : spot.written
    return [{ ...spot, written }, at]
  }

  async #real(spot: Spot, follows: boolean, id: number): Promise<Spot> {
    const parts = parted(spot.bytes)
    if (follows || !parts) {
      const answer = pathOf(await this.#ask(spot.bytes, id))
      // Some servers tell nothing of a file that is not there yet.
      if (answer !== STATUS.NO_SUCH_FILE || !parts) return settled(spot, answer)
    }
    if (!parts) return spot
    const directory = pathOf(await this.#ask(parts.directory, id))
    return settled(spot, typeof directory === 'string' ? joined(directory, parts.name) : directory)
  }

  #ask(path: Buffer, reserved: number): Promise<Answer | undefined> {
    const { outstanding } = this.#upstream
    const id = outstanding.free(reserved)
    return new Promise((resolve) => {
      const request: Request = {
        id,
        name: 'realpath',
        paths: [path],
        handles: [],
        numbers: [],
        answer: PACKET.NAME,
      }
      outstanding.add({ request, since: this.#now(), own: resolve })
      this.#send(packet(PACKET.REALPATH, id, path))
    })
  }
}

const SLASH = 0x2f

/** An absolute path, or why there is none: a code of STATUS. */
function pathOf(answer: Answer | undefined): string | number {
  if (!answer) return STATUS.FAILURE
  if (answer.type === PACKET.STATUS) return codeOf(answer.raw)
  const name = nameOf(answer.raw)
  return name && name[0] === SLASH && isUtf8(name) ? name.toString() : STATUS.FAILURE
}

/** What there is not, or may not be looked at, cannot be opened either. */
function settled(spot: Spot, answer: string | number): Spot {
  if (typeof answer === 'string') return { ...spot, real: answer }
  const harmless = answer === STATUS.NO_SUCH_FILE || answer === STATUS.PERMISSION_DENIED
  return harmless ? spot : { ...spot, unclear: true }
}
