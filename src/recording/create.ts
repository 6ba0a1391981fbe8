import { createHash } from 'node:crypto'
import { SluiceError } from '../core/errors.ts'
import type { EventBody } from '../core/event.ts'
import { canonical, type Json } from '../core/json.ts'
import { type ChunkHeader, type SealBody, type SigningKey, signAs, signingKey } from './chain.ts'
import { type Chunker, createChunker } from './chunks.ts'
import { createDelivery, type Delivery } from './delivery.ts'
import { type Journal, openJournal } from './journal.ts'
import { createLineWriter, piecesOf } from './line.ts'
import { RECORD_LIMITS, type RecorderOptions, type RecordLimits } from './options.ts'
import { createProgress, type Progress } from './progress.ts'
import type { Recorder, Seal } from './recorder.ts'
import type { Countersigned, SignedChunk, Upload } from './upload.ts'

/** Pending text is written without being asked from this size on. */
const PENDING = 64 * 1024

export type { RecorderOptions } from './options.ts'

/** Starts a record in `dir`. Throws RECORD_FAILED when it cannot be written. */
export function createRecorder(options: RecorderOptions): Recorder {
  return new FileRecorder(options)
}

class FileRecorder implements Recorder {
  readonly #session: string
  readonly #key: SigningKey
  readonly #limits: RecordLimits
  readonly #clock: () => Date
  readonly #journal: Journal
  readonly #chunker: Chunker
  readonly #progress: Progress
  readonly #upload: Upload | undefined
  readonly #delivery: Delivery | undefined
  readonly #digest = createHash('sha256')
  readonly #writer = createLineWriter()

  #seq = 0
  #pending = ''
  #now = 0
  #time = ''
  #flushTimer: NodeJS.Timeout | undefined
  #chunkTimer: NodeJS.Timeout | undefined
  /** Why the session must end: the server or the local disk. */
  #failure: Error | undefined
  /** The local files take nothing any more: they failed, or are sealed. */
  #closed = false
  #handlers: ((error: Error) => void)[] = []
  #sealing: Promise<Seal> | undefined

  constructor({ dir, session, key, upload, clock = () => new Date(), limits, write }: RecorderOptions) {
    this.#session = session
    this.#key = signingKey(key)
    this.#clock = clock
    this.#limits = { ...RECORD_LIMITS, ...limits }
    this.#upload = upload
    this.#progress = createProgress(
      () => clock().getTime(),
      this.#limits,
      () => this.#fail(overdue(this.#limits.failAfter)),
    )
    this.#delivery = upload && this.#deliver(upload)
    this.#journal = openJournal(dir, write)
    this.#chunker = createChunker(session, this.#key, (chunk, line) => this.#chunk(chunk, line))
  }

  append(event: EventBody): number {
    const seq = this.#seq
    if (this.#closed) return seq
    if (event.type === 'output') for (const piece of piecesOf(event)) this.#take(piece)
    else this.#take(event)
    return seq
  }

  #take(event: EventBody): void {
    this.#pending += this.#writer.line(event, this.#seq, this.#timestamp())
    this.#seq++
    if (this.#pending.length > PENDING) this.#write()
    else this.#flushTimer ??= setTimeout(this.#flushLate, this.#limits.flushAfter)
  }

  /** One timer for as long as it takes to come up: to set and clear one for each statement costs more than the write. */
  readonly #flushLate = () => {
    this.#flushTimer = undefined
    this.#write()
  }

  flush(): void {
    this.#write()
    if (this.#failure) throw this.#failure
  }

  lagging(resume: () => void): boolean {
    if (!this.#upload || this.#failure || !this.#progress.behind(this.#pending.length)) return false
    this.#progress.wait(resume)
    return true
  }

  onFailure(handler: (error: Error) => void): void {
    this.#handlers.push(handler)
    if (this.#failure) this.#announce(this.#failure)
  }

  seal(event: EventBody & { type: 'session.end' }): Promise<Seal> {
    this.#sealing ??= this.#close(event)
    return this.#sealing
  }

  #timestamp(): string {
    const now = this.#clock().getTime()
    if (now !== this.#now) {
      this.#now = now
      this.#time = new Date(now).toISOString()
    }
    return this.#time
  }

  /** Writes what is pending. Goes on after the server was lost: the local record then still tells the end. */
  #write(): void {
    if (this.#closed || this.#pending === '') return
    const lines = Buffer.from(this.#pending)
    this.#pending = ''
    this.#locally(() => {
      this.#journal.session(lines)
      this.#progress.wrote(lines.length, lines.length)
      this.#chunker.push(lines)
      this.#progress.wrote(0, this.#chunker.open)
      if (this.#chunker.open > 0)
        this.#chunkTimer ??= setTimeout(
          () => this.#locally(() => this.#chunker.cut()),
          this.#limits.chunkAfter,
        )
    })
  }

  #chunk(chunk: SignedChunk, line: string): void {
    this.#journal.chunk(line)
    this.#digest.update(chunk.body)
    clearTimeout(this.#chunkTimer)
    this.#chunkTimer = undefined
    if (!this.#delivery) return
    this.#progress.sent(chunk.header.off + chunk.header.len)
    this.#delivery.send(chunk)
  }

  #deliver(upload: Upload): Delivery {
    const { firstRetry: first, lastRetry: most, attempt } = this.#limits
    return createDelivery(
      this.#session,
      upload,
      { first, most, attempt },
      {
        acknowledged: (line, end) => {
          this.#locally(() => this.#journal.receipt(line))
          this.#progress.acknowledged(end)
        },
        failed: (error) => this.#fail(error),
        stored: (seq) => this.#stored(seq),
      },
    )
  }

  /** Reads a chunk back from the files. */
  #stored(seq: number): SignedChunk | undefined {
    const line = this.#journal.chunkLines()[seq]
    if (line === undefined) return undefined
    const { header, signature } = JSON.parse(line) as { header: ChunkHeader; signature: string }
    return { header, signature, body: this.#journal.read(header.off, header.len) }
  }

  /** Does something to the local files; when that fails nothing more is written to them. */
  #locally(act: () => void): void {
    if (this.#closed) return
    try {
      act()
    } catch (error) {
      this.#closed = true
      this.#fail(error)
    }
  }

  #fail(cause: unknown): void {
    if (this.#failure) return
    this.#failure = cause instanceof Error ? cause : new Error(String(cause))
    this.#progress.stop()
    this.#announce(this.#failure)
    this.#progress.release()
  }

  #announce(error: Error): void {
    for (const handler of this.#handlers.splice(0)) handler(error)
  }

  async #close(event: EventBody & { type: 'session.end' }): Promise<Seal> {
    try {
      this.append(event)
      this.#write()
      this.#locally(() => this.#chunker.cut())
      this.#locally(() => this.#journal.sync())
      if (this.#closed) throw this.#failure
      const { n, bytes, head } = this.#chunker
      const seal: SealBody = {
        sid: this.#session,
        n,
        bytes,
        head,
        sha256: this.#digest.digest('hex'),
        reason: event.reason,
      }
      const signature = signAs('seal', seal, this.#key.key)
      const server = await this.#countersign(seal, signature)
      const kept = server ? 'server' : 'local'
      const keys = { key: this.#key.x, server_key: server && this.#upload?.serverKey }
      this.#journal.seal(`${canonical({ v: 1, kept, seal, signature, ...keys, ...server } as Json)}\n`)
      return { session: seal.sid, chunks: n, bytes, head, reason: seal.reason, sha256: seal.sha256, kept }
    } finally {
      this.#end()
    }
  }

  /** The server's countersignature, or nothing when it could not be had in time: the record is then kept locally. */
  async #countersign(seal: SealBody, signature: string): Promise<Countersigned | undefined> {
    const delivery = this.#delivery
    if (!delivery || this.#failure) return undefined
    const timer = setTimeout(() => delivery.stop(), this.#limits.sealWithin)
    try {
      await delivery.drained()
      return await delivery.seal({ seal, signature }, this.#key.x)
    } catch {
      return undefined
    } finally {
      clearTimeout(timer)
    }
  }

  #end(): void {
    this.#delivery?.stop()
    this.#progress.stop()
    clearTimeout(this.#flushTimer)
    clearTimeout(this.#chunkTimer)
    this.#closed = true
    this.#failure ??= new SluiceError('RECORD_FAILED', 'the session record is closed')
    this.#progress.release()
    this.#journal.close()
  }
}

function overdue(ms: number): SluiceError {
  return new SluiceError(
    'RECORD_FAILED',
    `the server has not acknowledged the session record for ${Math.round(ms / 1000)} s`,
    { hint: 'Check that the server is up and can be reached from the runner' },
  )
}
