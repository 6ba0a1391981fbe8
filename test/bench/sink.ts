// A client that throws away what it receives as fast as it can, or slowly on purpose.
import { createHash } from 'node:crypto'
import { Socket } from 'node:net'
import pg from 'pg'
import type { Endpoint } from './peers/index.ts'

export interface Sink {
  /** Sends a simple query and reads to ReadyForQuery; bytes and seconds. */
  query(text: string, options?: Reading): Promise<{ bytes: number; seconds: number }>
  /** Sends a COPY … FROM STDIN and `count` times `data` (rows in COPY's text format). */
  copyIn(text: string, data: Buffer, count: number): Promise<{ bytes: number; seconds: number }>
  close(): void
}

interface Reading {
  /** Rests `ms` after every `bytes`. */
  readonly pace?: { readonly bytes: number; readonly ms: number }
  /** Gets every chunk; it may be reused afterwards. */
  readonly onChunk?: (chunk: Buffer) => void
}

const READY = Buffer.from([0x5a, 0, 0, 0, 5, 0x49])

export async function openSink(endpoint: Endpoint): Promise<Sink> {
  let read: ((chunk: Buffer) => boolean) | undefined
  const socket: Socket = new Socket({
    onread: {
      buffer: Buffer.alloc(256 * 1024),
      callback(length, buffer) {
        const chunk = Buffer.from(buffer.buffer, buffer.byteOffset, length)
        if (read) return read(chunk)
        socket.emit('data', Buffer.from(chunk))
        return true
      },
    },
  })
  const client = new pg.Client({ ...endpoint, stream: () => socket })
  client.on('error', () => {})
  await client.connect()

  const untilReady = ({ pace, onChunk }: Reading, send: () => void) =>
    new Promise<{ bytes: number; seconds: number }>((resolve, reject) => {
      let bytes = 0
      let rested = 0
      let tail = Buffer.alloc(0)
      const start = performance.now()
      const failed = () => reject(new Error('the connection was closed'))
      socket.once('close', failed)
      read = (chunk) => {
        bytes += chunk.length
        onChunk?.(chunk)
        tail = Buffer.concat([tail, chunk.subarray(-READY.length)]).subarray(-READY.length)
        if (tail.equals(READY)) {
          read = undefined
          socket.off('close', failed)
          resolve({ bytes, seconds: (performance.now() - start) / 1000 })
          return true
        }
        if (!pace || bytes - rested < pace.bytes) return true
        rested = bytes
        setTimeout(() => socket.resume(), pace.ms)
        return false
      }
      send()
    })

  return {
    query: (text, options = {}) => untilReady(options, () => socket.write(query(text))),
    async copyIn(text, data, count) {
      let started = () => {}
      const accepted = new Promise<void>((resolve) => {
        started = resolve
      })
      const done = untilReady({ onChunk: (chunk) => chunk[0] === 0x47 && started() }, () =>
        socket.write(query(text)),
      )
      await Promise.race([accepted, done])
      const start = performance.now()
      const frame = message(0x64, data)
      for (let sent = 0; sent < count; sent++)
        if (!socket.write(frame)) await new Promise((resolve) => socket.once('drain', resolve))
      socket.write(message(0x63, Buffer.alloc(0)))
      await done
      return { bytes: data.length * count, seconds: (performance.now() - start) / 1000 }
    },
    close: () => socket.destroy(),
  }
}

function query(text: string): Buffer {
  return message(0x51, Buffer.from(`${text}\0`))
}

function message(type: number, body: Buffer): Buffer {
  const head = Buffer.alloc(5)
  head[0] = type
  head.writeInt32BE(body.length + 4, 1)
  return Buffer.concat([head, body])
}

/** A result's bytes. */
export async function capture(endpoint: Endpoint, text: string, pace?: Reading['pace']): Promise<Buffer> {
  const sink = await openSink(endpoint)
  const chunks: Buffer[] = []
  await sink.query(text, { ...(pace ? { pace } : {}), onChunk: (chunk) => chunks.push(Buffer.from(chunk)) })
  sink.close()
  return Buffer.concat(chunks)
}

/** SHA-256 of the rows of a captured result, and how many there are. */
export function digestRows(result: Buffer): { rows: number; sha256: string } {
  const digest = createHash('sha256')
  let rows = 0
  for (let at = 0; at < result.length; ) {
    const end = at + 1 + result.readInt32BE(at + 1)
    if (result[at] === 0x44) {
      digest.update(result.subarray(at, end))
      rows++
    }
    at = end
  }
  return { rows, sha256: digest.digest('hex') }
}
