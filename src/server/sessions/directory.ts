// Session records as files: `<data>/sessions/<id>/{session,chunks,receipts}.jsonl` and `seal.json`.
import { mkdir, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { canonical, type Json } from '../../core/json.ts'
import {
  chunkLine,
  headAfter,
  receiptLine,
  type SealBody,
  type SealReceipt,
  type SigningKey,
  sealHash,
  signAs,
} from '../../recording/chain.ts'
import { FILES } from '../../recording/journal.ts'
import { isSessionId, type SealFile } from '../../recording/shapes.ts'
import type { Countersigned, SignedReceipt, SignedSeal } from '../../recording/upload.ts'
import { append, replace } from './disk.ts'
import type { SealLog } from './log.ts'
import {
  closeRecord,
  digest,
  emptyRecord,
  loadSeal,
  type OpenRecord,
  openRecord,
  storedLines,
} from './record.ts'
import { NotNext, type RecordStore, type Standing, type StoredChunk, TooLarge } from './store.ts'

export interface RecordDirectoryOptions {
  /** The directory of all sessions. */
  readonly dir: string
  readonly key: SigningKey
  readonly log: SealLog
  /** Largest record, its chunk headers and receipts included. */
  readonly maxBytes: number
  /** Milliseconds since the epoch. */
  readonly clock: () => number
}

/** A day of one a second, twice. Opening a record reads all their headers into memory. */
const MOST_CHUNKS = 200_000

/** Records whose files stay open between chunks. */
const KEPT_OPEN = 200

/** Opens the store and completes what a crash left: seals that are not in the log yet. */
export async function openRecordDirectory(options: RecordDirectoryOptions): Promise<RecordStore> {
  const { dir, log } = options
  await mkdir(dir, { recursive: true, mode: 0o700 })
  for (const sid of await readdir(dir)) {
    if (!isSessionId(sid) || log.has(sid)) continue
    const seal = await loadSeal(join(dir, sid))
    if (seal) await log.add(sid, canonical(seal as unknown as Json))
  }
  return new RecordDirectory(options)
}

class RecordDirectory implements RecordStore {
  readonly #options: RecordDirectoryOptions
  /** By use, the latest last. This process is the directory's only writer: the server's store is locked. */
  readonly #open = new Map<string, OpenRecord>()
  readonly #turns = new Map<string, Promise<unknown>>()

  constructor(options: RecordDirectoryOptions) {
    this.#options = options
  }

  append(chunk: StoredChunk): Promise<SignedReceipt> {
    return this.#inTurn(chunk.header.sid, async (record) => {
      const { header } = chunk
      if (header.seq < record.n) return this.#again(record, chunk)
      if (record.seal) throw notNext(record, 'the record is sealed')
      if (header.seq !== record.n || header.off !== record.bytes || header.prev !== record.head)
        throw notNext(record, 'the chunk does not continue the record')
      if (record.key !== undefined && record.key !== chunk.key)
        throw notNext(record, 'the record has another key')
      const { maxBytes } = this.#options
      // Chunk headers count too: a record of tiny chunks is mostly headers.
      const kept = record.bytes + record.chunksSize + record.receiptsSize
      if (kept + header.len > maxBytes || record.n >= MOST_CHUNKS) throw new TooLarge(maxBytes)
      const line = Buffer.from(`${chunkLine(header, chunk.key, chunk.signature, chunk.body)}\n`)
      await both(
        append(record.session, chunk.body, record.bytes),
        append(record.chunks, line, record.chunksSize),
      ).catch(async (error) => {
        // The one that was written must not stand behind a seal that comes before it is sent again.
        await Promise.allSettled([
          record.session.truncate(record.bytes),
          record.chunks.truncate(record.chunksSize),
        ])
        throw error
      })
      record.n++
      record.bytes += header.len
      record.head = headAfter(header)
      record.chunksSize += line.length
      record.key = chunk.key
      return this.#receipt(record, header.sid, header.seq, record.head)
    })
  }

  seal(signed: SignedSeal, key: string): Promise<SignedSeal & Countersigned> {
    return this.#inTurn(signed.seal.sid, async (record) => {
      const { seal, signature } = signed
      const stored = record.seal
      if (stored) {
        if (stored.signature !== signature || canonical(stored.seal) !== canonical(seal))
          throw notNext(record, 'the record is sealed')
        await this.#close(record, stored)
        return { ...signed, receipt: stored.receipt!, countersignature: stored.countersignature! }
      }
      const { n, bytes, head } = record
      if (seal.n !== n || seal.bytes !== bytes || seal.head !== head)
        throw notNext(record, 'the seal is not of what is kept')
      if (record.key !== undefined && record.key !== key) throw notNext(record, 'the record has another key')
      if (seal.sha256 !== (await digest(record.session, 0, bytes)))
        throw notNext(record, 'the seal’s digest is of other bytes')
      const countersigned = this.#countersign(seal, key)
      await this.#close(record, { ...this.#sealFile(seal, key), signature, ...countersigned })
      return { ...signed, ...countersigned }
    })
  }

  abandon(session: string): Promise<{ sealed: true; reason: string }> {
    return this.#inTurn(session, async (record) => {
      const { n, bytes, head, key } = record
      if (!record.seal) {
        const sha256 = await digest(record.session, 0, bytes)
        const seal: SealBody = { sid: session, n, bytes, head, sha256, reason: 'abandoned' }
        await this.#close(record, { ...this.#sealFile(seal, key), ...this.#countersign(seal, key) })
      } else await this.#close(record, record.seal)
      return { sealed: true, reason: record.seal?.seal.reason ?? 'abandoned' }
    })
  }

  forget(session: string): Promise<void> {
    return this.#inTurn(session, async (record) => {
      if (!record.seal) throw notNext(record, 'the record is not sealed')
      this.#open.delete(session)
      await emptyRecord(record).finally(() => closeRecord(record))
    })
  }

  async standing(session: string): Promise<Standing | undefined> {
    const dir = this.#path(session)
    if (!(await stat(dir).catch(() => undefined))) return undefined
    return this.#inTurn(session, async (record) => standing(record))
  }

  async close(): Promise<void> {
    while (this.#turns.size > 0) await Promise.allSettled(this.#turns.values())
    for (const record of this.#open.values()) await closeRecord(record)
    this.#open.clear()
  }

  /** Everything about one session happens one after the other. */
  #inTurn<T>(sid: string, act: (record: OpenRecord) => Promise<T>): Promise<T> {
    const before = this.#turns.get(sid) ?? Promise.resolve()
    const turn = before.then(async () => act(await this.#record(sid)))
    const settled = turn.then(
      () => {},
      () => {},
    )
    this.#turns.set(sid, settled)
    void settled.then(() => {
      if (this.#turns.get(sid) === settled) this.#turns.delete(sid)
    })
    return turn
  }

  async #record(sid: string): Promise<OpenRecord> {
    const known = this.#open.get(sid)
    this.#open.delete(sid)
    const record = known ?? (await openRecord(this.#path(sid), sid))
    this.#open.set(sid, record)
    for (const [other, idle] of this.#open) {
      if (this.#open.size <= KEPT_OPEN) break
      if (this.#turns.has(other)) continue
      this.#open.delete(other)
      await closeRecord(idle)
    }
    return record
  }

  #path(sid: string): string {
    if (!isSessionId(sid)) throw new TypeError('not a session id')
    return join(this.#options.dir, sid)
  }

  /** A repeated chunk: its receipt once more, unless it is another chunk with the same number. */
  async #again(record: OpenRecord, { header, signature }: StoredChunk): Promise<SignedReceipt> {
    const { chunk, receipt } = await storedLines(record, header.seq)
    if (canonical(chunk.header) !== canonical(header) || chunk.signature !== signature)
      throw notNext(record, 'another chunk with this number is kept')
    if (receipt) return { receipt: receipt.receipt, signature: receipt.signature }
    return this.#receipt(record, header.sid, header.seq, headAfter(header))
  }

  async #receipt(record: OpenRecord, sid: string, seq: number, head: string): Promise<SignedReceipt> {
    const receipt = { sid, seq, head, t: this.#now() }
    const { key, x } = this.#options.key
    const signature = signAs('receipt', receipt, key)
    if (seq === record.receipted) {
      const line = Buffer.from(`${receiptLine(receipt, x, signature)}\n`)
      await append(record.receipts, line, record.receiptsSize)
      record.receiptsSize += line.length
      record.receipted++
    }
    return { receipt, signature }
  }

  #countersign(seal: SealBody, key: string | undefined): Countersigned {
    const receipt: SealReceipt = {
      sid: seal.sid,
      seal: sealHash(seal),
      t: this.#now(),
      ...(key === undefined ? {} : { key }),
    }
    return { receipt, countersignature: signAs('sealed', receipt, this.#options.key.key) }
  }

  #sealFile(seal: SealBody, key: string | undefined): SealFile {
    return {
      v: 1,
      kept: 'server',
      seal,
      server_key: this.#options.key.x,
      ...(key === undefined ? {} : { key }),
    }
  }

  /** Writes the seal when it is new, and sees that the log has it. */
  async #close(record: OpenRecord, seal: SealFile): Promise<void> {
    const text = canonical(seal as unknown as Json)
    const { sid, n, head } = seal.seal
    if (record.receipted < n) await this.#receipt(record, sid, n - 1, head)
    if (!record.seal) await replace(join(record.dir, FILES.seal), `${text}\n`)
    record.seal = seal
    await this.#options.log.add(sid, text)
  }

  #now(): string {
    return new Date(this.#options.clock()).toISOString()
  }
}

function standing({ n, bytes, head, seal, chunksSize, receiptsSize }: OpenRecord): Standing {
  const sizes = { session: bytes, chunks: chunksSize, receipts: receiptsSize }
  return { chunks: n, bytes, head, sizes, ...(seal ? { seal: seal.seal } : {}) }
}

function notNext({ n, bytes, seal }: OpenRecord, message: string): NotNext {
  return new NotNext(message, { next: n, off: bytes, sealed: seal !== undefined })
}

/** Waits for both, then throws the first error: neither may still be writing when the record is used again. */
async function both(one: Promise<void>, other: Promise<void>): Promise<void> {
  for (const result of await Promise.allSettled([one, other]))
    if (result.status === 'rejected') throw result.reason
}
