// What we use of ssh2 beyond its interface: its transport and login, with messages of our own above. See README.md, "ssh2".
import type { Socket } from 'node:net'
import { SluiceError } from '../../core/errors.ts'

/** Of ssh2's `Protocol`. */
export interface Transport {
  _onPayload: (payload: Buffer) => unknown
  readonly _onPacket: () => void
  /** Set while keys are exchanged: only messages of the transport may be sent then. */
  readonly _kexinit: Buffer | undefined
  _queue: Buffer[] | undefined
  readonly _kex: { readonly sessionID: Buffer } | undefined
  readonly _strictMode: boolean | undefined
  readonly _authsQueue: string[]
  readonly _cipher: { encrypt(packet: Buffer): void }
  readonly _packetRW: {
    readonly write: {
      readonly allocStart: number
      readonly allocStartKEX: number
      alloc(length: number, evenInKex?: boolean): Buffer
      finalize(packet: Buffer, evenInKex?: boolean): Buffer
    }
  }
  channelData(channel: number, bytes: Buffer): void
  channelExtData(channel: number, bytes: Buffer, type: number): void
  authPK(user: string, key: unknown, algorithm?: unknown, sign?: unknown): void
  rekey(): void
}

/** ssh2's transport of a `Client` or of what a `Server` has accepted. Throws when it is not what it was in 1.17. */
export function transportOf(peer: object): Transport {
  const transport = 'protocol' in peer ? peer.protocol : '_protocol' in peer ? peer._protocol : undefined
  if (isTransport(transport)) return transport
  throw new SluiceError('INTERNAL', 'ssh2 is not built as version 1.17 is')
}

function isTransport(value: unknown): value is Transport {
  if (typeof value !== 'object' || value === null) return false
  const methods = ['_onPayload', '_onPacket', 'channelData', 'channelExtData', 'authPK', 'rekey'] as const
  const known = value as Record<string, unknown>
  const { _packetRW: packets, _cipher: cipher, _authsQueue: queue } = known
  return (
    methods.every((name) => typeof known[name] === 'function') &&
    ['_kexinit', '_queue', '_kex', '_strictMode'].every((name) => name in known) &&
    Array.isArray(queue) &&
    isWriter(packets) &&
    typeof cipher === 'object' &&
    cipher !== null &&
    'encrypt' in cipher
  )
}

function isWriter(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('write' in value)) return false
  const { write } = value
  return (
    typeof write === 'object' &&
    write !== null &&
    ['alloc', 'finalize', 'allocStart'].every((name) => name in write)
  )
}

/** Sends one message; in a key exchange it waits for its end, unless it is one of the transport itself. */
export function sendMessage(transport: Transport, message: Buffer, ofTransport = false): void {
  const { write } = transport._packetRW
  const exchanging = transport._kexinit !== undefined && !ofTransport
  const packet = write.alloc(message.length, ofTransport)
  message.copy(packet, ofTransport ? write.allocStartKEX : write.allocStart)
  const whole = write.finalize(packet, ofTransport)
  if (exchanging) {
    transport._queue ??= []
    transport._queue.push(whole)
  } else transport._cipher.encrypt(whole)
}

/** Packets of one turn leave together: ssh2 writes each in three parts. */
export function gather(socket: Socket): () => void {
  let corked = false
  const release = () => {
    corked = false
    socket.uncork()
  }
  return () => {
    if (corked || socket.destroyed) return
    corked = true
    socket.cork()
    process.nextTick(release)
  }
}
