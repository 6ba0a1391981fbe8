// Brings chunks to the server, one at a time and in order, and knows how far it is.
import { SluiceError } from '../core/errors.ts'
import { headAfter, publicKey, receiptLine, sealHash, verifyAs } from './chain.ts'
import type { Conflict, Countersigned, SignedChunk, SignedReceipt, SignedSeal, Upload } from './upload.ts'

export interface Delivery {
  send(chunk: SignedChunk): void
  /** Resolves when every chunk is acknowledged; rejects when that cannot happen. */
  drained(): Promise<void>
  /** The server's countersignature, or a rejection. `sessionKey` is the JWK `x` of the key that signed. */
  seal(seal: SignedSeal, sessionKey: string): Promise<Countersigned>
  /** Stops trying. */
  stop(): void
}

export interface DeliveryEvents {
  /** A chunk was acknowledged: its line for `receipts.jsonl` and the bytes that are safe now. */
  acknowledged(line: string, upTo: number): void
  failed(error: Error): void
  /** Reads a chunk back that was acknowledged before and that the server lost. */
  stored(seq: number): SignedChunk | undefined
}

export interface Backoff {
  /** Milliseconds before the first and between later attempts. */
  readonly first: number
  readonly most: number
  /** Milliseconds that one attempt may take. */
  readonly attempt: number
}

export function createDelivery(
  sid: string,
  upload: Upload,
  backoff: Backoff,
  events: DeliveryEvents,
): Delivery {
  const key = publicKey(upload.serverKey)
  if (!key) throw new SluiceError('CONFIG_INVALID', 'the server’s key is not an Ed25519 public key')
  let queue: SignedChunk[] = []
  let running = false
  let stopped = false
  let error: Error | undefined
  let acknowledged = -1
  let resumedAt = -1
  let wake: () => void = () => {}
  const waiting: { resolve(): void; reject(error: Error): void }[] = []

  const fail = (cause: Error) => {
    if (error) return
    error = cause
    queue = []
    for (const waiter of waiting.splice(0)) waiter.reject(cause)
    events.failed(cause)
  }
  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  /** Tries until there is an answer; undefined when stopped. */
  const persist = async <T>(call: () => Promise<T>): Promise<T | undefined> => {
    for (let wait = backoff.first; !stopped && !error; wait = Math.min(wait * 2, backoff.most)) {
      try {
        return await within(call(), backoff.attempt)
      } catch (cause) {
        if (!isTransient(cause)) throw cause
        await pause(wait)
      }
    }
    return undefined
  }
  const resume = (conflict: Conflict, chunk: SignedChunk) => {
    const { next } = conflict
    if (conflict.sealed) throw refused('the server has closed this session’s record')
    // One step back for every chunk that the server lost; the same answer twice means the histories differ.
    if (next >= chunk.header.seq || next === resumedAt) throw refused('the server holds another history')
    const lost: SignedChunk[] = []
    for (let seq = next; seq < chunk.header.seq; seq++) {
      const stored = events.stored(seq)
      if (!stored) throw refused('the server lost chunks that cannot be sent again')
      lost.push(stored)
    }
    resumedAt = next
    queue.unshift(...lost)
  }
  const accept = (answer: SignedReceipt, chunk: SignedChunk) => {
    const { receipt, signature } = answer
    const { sid: of, seq, head } = receipt
    if (of !== sid || seq !== chunk.header.seq || head !== headAfter(chunk.header))
      throw refused('the server’s receipt is for something else')
    if (!verifyAs('receipt', receipt, signature, key))
      throw refused('the server’s receipt is not signed by its key')
    queue.shift()
    resumedAt = -1
    if (seq <= acknowledged) return
    acknowledged = seq
    events.acknowledged(
      receiptLine(receipt, upload.serverKey, signature),
      chunk.header.off + chunk.header.len,
    )
  }
  const run = async () => {
    running = true
    try {
      for (let chunk = queue[0]; chunk && !stopped && !error; chunk = queue[0]) {
        const current = chunk
        const answer = await persist(() => upload.chunk(current))
        if (!answer || error) break
        if ('conflict' in answer) resume(answer, current)
        else accept(answer, current)
      }
      if (queue.length === 0 && !error) for (const waiter of waiting.splice(0)) waiter.resolve()
    } catch (cause) {
      fail(cause instanceof Error ? cause : new Error(String(cause)))
    } finally {
      running = false
    }
  }
  return {
    send(chunk) {
      if (error || stopped) return
      queue.push(chunk)
      if (!running) void run()
    },
    drained: () =>
      new Promise((resolve, reject) => {
        if (error) reject(error)
        else if (queue.length === 0 && !running) resolve()
        else waiting.push({ resolve, reject })
      }),
    async seal(seal, sessionKey) {
      const answer = await persist(() => upload.seal(seal))
      if (!answer) throw refused('the server could not be reached')
      if ('conflict' in answer) throw refused(answer.conflict)
      const { receipt } = answer
      if (receipt.sid !== sid || receipt.seal !== sealHash(seal.seal) || receipt.key !== sessionKey)
        throw refused('the server’s countersignature is for another seal')
      if (!verifyAs('sealed', receipt, answer.countersignature, key))
        throw refused('the server’s countersignature is not by its key')
      return answer
    },
    stop() {
      stopped = true
      wake()
      for (const waiter of waiting.splice(0))
        waiter.reject(refused('the server could not be reached in time'))
    },
  }
}

function isTransient(cause: unknown): boolean {
  return (
    cause instanceof SluiceError && (cause.code === 'SERVER_UNREACHABLE' || cause.code === 'SERVER_ERROR')
  )
}

function refused(why: string): SluiceError {
  return new SluiceError('RECORD_FAILED', `the session record is not kept by the server: ${why}`, {
    hint: 'The local record holds everything up to here; look for this session in the server’s log',
  })
}

/** A call that hangs counts as unreachable. */
function within<T>(call: Promise<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new SluiceError('SERVER_UNREACHABLE', `the server did not answer within ${ms} ms`)),
      ms,
    )
    call.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
