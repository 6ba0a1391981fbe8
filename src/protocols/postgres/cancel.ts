// Clients get cancel keys of ours; the target's stay here.
import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { Socket } from 'node:net'
import { cancelRequest } from './deny.ts'

interface Entry {
  readonly key: Buffer
  readonly cancel: () => Promise<void>
}

export class CancelKeys {
  readonly #entries = new Map<number, Entry>()
  #last = 0

  /** A process id and key for one client connection. */
  issue(length: number, cancel: () => Promise<void>): { pid: number; key: Buffer } {
    const pid = ++this.#last
    const key = randomBytes(length)
    this.#entries.set(pid, { key, cancel })
    return { pid, key }
  }

  forget(pid: number): void {
    this.#entries.delete(pid)
  }

  /** Settles when the target has taken it. A request with a key that is not ours does nothing, and says nothing. */
  async request(pid: number, key: Buffer): Promise<void> {
    const entry = this.#entries.get(pid)
    if (entry && entry.key.length === key.length && timingSafeEqual(entry.key, key)) await entry.cancel()
  }
}

/** Sends a cancel request on a connection of its own and waits until the server has taken it. */
export async function sendCancel(
  connect: () => Promise<Socket>,
  upstream: { readonly pid: number; readonly key: Buffer },
): Promise<void> {
  const socket = await connect()
  await new Promise<void>((resolve) => {
    socket.on('error', () => {})
    socket.once('close', () => resolve())
    socket.setTimeout(5000, () => socket.destroy())
    socket.resume()
    socket.end(cancelRequest(upstream.pid, upstream.key))
  })
}
