// A request's body: read whole where it is judged, passed on as it comes where it is too large for that.
import { createHash } from 'node:crypto'
import type { ClientRequest, IncomingMessage } from 'node:http'
import { Refused } from './frames.ts'

/** Larger ones are not looked into. */
export const MOST_JUDGED = 1024 * 1024
/** A client that sends nothing for so long in the middle of a body is not there. */
const SILENCE_MS = 30_000

export interface Begun {
  /** What was read. */
  readonly bytes: Buffer
  /** More of it comes. */
  readonly more: boolean
}

/** Reads up to the bound. Throws `Refused` when the client stops in its middle. */
export function begin(request: IncomingMessage): Promise<Begun> {
  const chunks: Buffer[] = []
  let length = 0
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      settle()
      reject(new Refused(408, 'the body stopped in its middle', 'Send it again'))
    }, SILENCE_MS)
    const data = (chunk: Buffer) => {
      late.refresh()
      chunks.push(chunk)
      length += chunk.length
      if (length > MOST_JUDGED) done(true)
    }
    const end = () => done(false)
    const gone = () => {
      settle()
      reject(new Refused(400, 'the body ended in its middle', 'Send it again'))
    }
    const settle = () => {
      clearTimeout(late)
      request.pause()
      request.off('data', data).off('end', end).off('error', gone).off('close', gone)
    }
    const done = (more: boolean) => {
      settle()
      resolve({ bytes: Buffer.concat(chunks), more })
    }
    request.on('data', data).on('end', end).on('error', gone).on('close', gone)
    request.resume()
  })
}

export interface Passing {
  readonly bytes: number
  sha256(): string
}

/** The rest of the body goes upstream as fast as the target takes it. */
export function pass(request: IncomingMessage, upstream: ClientRequest, first: Buffer): Passing {
  const hash = createHash('sha256')
  let bytes = 0
  const write = (chunk: Buffer): boolean => {
    hash.update(chunk)
    bytes += chunk.length
    return upstream.write(chunk)
  }
  if (first.length > 0) write(first)
  request.on('data', (chunk: Buffer) => {
    if (upstream.destroyed || write(chunk)) return
    request.pause()
    upstream.once('drain', () => request.resume())
  })
  request.once('end', () => upstream.end())
  request.once('close', () => {
    if (!request.complete) upstream.destroy()
  })
  // What nobody takes any more is read to nowhere.
  upstream.once('close', () => request.resume())
  request.resume()
  return {
    get bytes() {
      return bytes
    },
    sha256: () => hash.copy().digest('hex'),
  }
}
