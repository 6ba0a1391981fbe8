// One side's connection: whole messages in and out, and when it can take no more.
import type { Socket } from 'node:net'
import { DISCONNECT, encode, frame, MESSAGE, ProtocolError } from './frames.ts'
import { gather, sendMessage, type Transport, transportOf } from './ssh2.ts'

/** Bytes that wait for the peer to read: more data is not written then. */
const CONGESTED = 256 * 1024
/** And nothing more is read from who does not read our answers. */
const DEAF = 2 * 1024 * 1024
/** A target announces its keys, and no more, before it is asked for something. */
const MOST_WAITING = 16
/** One key encrypts no more than this; RFC 4344, 3.2, asks for less than 64 GiB. */
const REKEY_BYTES = 8 * 1024 ** 3

export interface LinkEvents {
  /** A message of the connection protocol (types 80 to 127). May throw `ProtocolError`. */
  message(type: number, payload: Buffer): void
  /** It takes data again. */
  drained(): void
}

export class Link {
  readonly socket: Socket
  readonly #transport: Transport
  readonly #gather: () => void
  #events: LinkEvents | undefined
  /** What came behind the login, before anybody could take it. */
  #waiting: Buffer[] | undefined
  #rekeyed = 0
  /** Something other than the peer stops data. */
  blocked = false

  /** Takes over what comes above the login. `peer` is of ssh2, and has exchanged no keys yet. */
  constructor(peer: { on(event: 'handshake', listener: () => void): unknown }, socket: Socket) {
    this.socket = socket
    this.#transport = transportOf(peer)
    this.#gather = gather(socket)
    const login = this.#transport._onPayload
    this.#transport._onPayload = (payload) => {
      const type = payload[0] ?? 0
      if (type < MESSAGE.GLOBAL_REQUEST) return login(payload)
      // ssh2 counts the answers to its own signs of life.
      if (type === MESSAGE.REQUEST_SUCCESS || type === MESSAGE.REQUEST_FAILURE) {
        this.#events?.message(type, payload)
        return login(payload)
      }
      this.#transport._onPacket()
      this.#received(type, payload)
      return undefined
    }
    socket.setNoDelay(true)
    socket.on('drain', () => this.#drained())
    // Data waits while keys are exchanged.
    peer.on('handshake', () => this.#drained())
  }

  /** The login is over: what comes behind it, in the same packet even, is for whoever begins. */
  loggedIn(): void {
    this.#waiting = []
  }

  /** From now on messages are taken. */
  begin(events: LinkEvents): void {
    this.#events = events
    const waiting = this.#waiting ?? []
    this.#waiting = undefined
    for (const payload of waiting) events.message(payload[0] ?? 0, payload)
  }

  /** Data must wait. */
  get congested(): boolean {
    return this.blocked || this.socket.writableLength > CONGESTED || this.#transport._kexinit !== undefined
  }

  get open(): boolean {
    return !this.socket.destroyed && this.socket.writable
  }

  get sessionId(): Buffer {
    const kex = this.#transport._kex
    if (!kex) throw new ProtocolError('there are no keys yet')
    return kex.sessionID
  }

  /** Both sides count packets anew with new keys, and take nothing in between: no packet can be left out unseen. */
  get strict(): boolean {
    return this.#transport._strictMode === true
  }

  send(message: Buffer): void {
    if (!this.open) return
    this.#gather()
    sendMessage(this.#transport, message)
  }

  data(channel: number, bytes: Buffer): void {
    if (!this.open) return
    this.#gather()
    this.#transport.channelData(channel, bytes)
  }

  extended(channel: number, bytes: Buffer, type: number): void {
    if (!this.open) return
    this.#gather()
    this.#transport.channelExtData(channel, bytes, type)
  }

  /** The last message. The peer shows `why` to its user. */
  disconnect(why: string, reason: number = DISCONNECT.BY_APPLICATION): void {
    if (!this.open) return
    this.#gather()
    sendMessage(this.#transport, frame(MESSAGE.DISCONNECT, reason, why, ''), true)
  }

  #received(type: number, payload: Buffer): void {
    if (this.#events) this.#events.message(type, payload)
    else if (this.#waiting && this.#waiting.length < MOST_WAITING) this.#waiting.push(payload)
    else throw new ProtocolError('a message came before the login')
    if (this.socket.writableLength > DEAF) this.socket.pause()
    this.#rekey()
  }

  #rekey(): void {
    const bytes = this.socket.bytesRead + this.socket.bytesWritten
    if (bytes - this.#rekeyed < REKEY_BYTES) return
    this.#rekeyed = bytes
    this.#transport.rekey()
  }

  #drained(): void {
    if (this.socket.isPaused()) this.socket.resume()
    this.#events?.drained()
  }
}

/** What a client reads as the reason when it comes before any key: no cipher yet, no login. */
export function earlyDisconnect(why: string): Buffer {
  const payload = frame(MESSAGE.DISCONNECT, DISCONNECT.BY_APPLICATION, why, '')
  const unpadded = 4 + 1 + payload.length
  const padding = 16 - (unpadded % 8)
  return Buffer.concat([
    encode(1 + payload.length + padding),
    Buffer.of(padding),
    payload,
    Buffer.alloc(padding),
  ])
}
