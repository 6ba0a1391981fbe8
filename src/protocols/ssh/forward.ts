// `direct-tcpip`: a connection through the target, where the terms name its address.
import type { SshTerms } from '../../core/grant.ts'
import type { Gate, Statement } from '../protocol.ts'
import { Channel, type ChannelOptions } from './channel.ts'
import { Reader } from './frames.ts'
import { NOTHING, statementOf } from './inspect.ts'
import { Outcome } from './run.ts'

/** Where a client wants to go. */
export interface Destination {
  readonly host: string
  readonly port: number
}

/** The fields of `direct-tcpip`: host, port, then where the client says that it comes from. */
export function destinationOf(fields: Buffer): Destination {
  const reader = new Reader(fields)
  const host = reader.string().toString('latin1')
  return { host, port: reader.uint32() }
}

/** Exact hosts as written, without their case; `*` for any port. */
export function mayReach({ forward }: Pick<SshTerms, 'forward'>, { host, port }: Destination): boolean {
  return forward.some((entry) => {
    const colon = entry.lastIndexOf(':')
    const [name, allowed] = [entry.slice(0, colon), entry.slice(colon + 1)]
    return bare(name) === bare(host) && (allowed === '*' || allowed === String(port))
  })
}

/** `[::1]` and `::1` are one. */
const bare = (host: string): string => host.replace(/^\[(.*)\]$/, '$1').toLowerCase()

/** What passes there is not ours to read: it is counted. */
export class ForwardChannel extends Channel {
  readonly #gate: Gate
  readonly statement: Statement
  readonly #outcome: Outcome
  #bytes = 0

  constructor(options: ChannelOptions, { host, port }: Destination) {
    super(options)
    this.#gate = options.around.gate.fork()
    const text = Buffer.from(`(forwarded connection to ${host}:${port})`)
    const effects = [{ action: 'reach', object: 'host', name: host }] as const
    this.statement = statementOf(options.around.next(), text, { ...NOTHING, effects })
    this.#outcome = new Outcome({ gate: this.#gate, around: options.around }, this.statement)
  }

  get gate(): Gate {
    return this.#gate
  }

  abandon(reason: string): void {
    this.#outcome.failed(reason)
    this.client.close()
  }

  protected sent(bytes: Buffer): void {
    this.upstream.write(bytes, 'data', this.client, bytes.length)
  }

  protected sentAll(): void {
    this.upstream.end()
  }

  protected left(): boolean {
    return !this.upstream.closed
  }

  protected requested(_name: string, wantsReply: boolean): void {
    if (wantsReply) this.client.reply(false)
  }

  protected shown(bytes: Buffer): void {
    this.#bytes += bytes.length
    this.client.write(bytes, 'data', this.upstream, bytes.length)
  }

  protected shownAll(): void {
    this.client.end()
  }

  protected finished(): void {
    this.#outcome.finished(this.#bytes)
    this.client.close()
  }

  protected reported(_name: string, wantsReply: boolean): void {
    if (wantsReply) this.upstream.reply(false)
  }

  protected answered(): void {}
}
