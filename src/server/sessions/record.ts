// One session's record on the server's disk: how it stands, and how it is read after a crash.

import { createHash } from 'node:crypto'
import { type FileHandle, mkdir, open, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { SluiceError } from '../../core/errors.ts'
import { genesis, headAfter } from '../../recording/chain.ts'
import { FILES } from '../../recording/journal.ts'
import {
  type ChunkLine,
  isChunkLine,
  isReceiptLine,
  isSealFile,
  type ReceiptLine,
  type SealFile,
} from '../../recording/shapes.ts'
import { read, syncDirectory } from './disk.ts'

export interface OpenRecord {
  readonly dir: string
  readonly session: FileHandle
  readonly chunks: FileHandle
  readonly receipts: FileHandle
  /** Lengths of `chunks.jsonl` and `receipts.jsonl`. */
  chunksSize: number
  receiptsSize: number
  n: number
  bytes: number
  head: string
  key: string | undefined
  /** Receipts in the file: `n`, or one less when the last could not be written. */
  receipted: number
  seal: SealFile | undefined
}

/** Opens or creates. What a crash tore off is cut; a receipt given for something that is gone is an error. */
export async function openRecord(dir: string, sid: string): Promise<OpenRecord> {
  if (await mkdir(dir, { recursive: true, mode: 0o700 })) await syncDirectory(dirname(dir))
  const handles: FileHandle[] = []
  try {
    for (const name of [FILES.session, FILES.chunks, FILES.receipts])
      handles.push(await openOrCreate(join(dir, name)))
    await syncDirectory(dir)
    const [session, chunks, receipts] = handles as [FileHandle, FileHandle, FileHandle]
    const stored = await loadChunks(session, chunks, sid)
    const given = await loadReceipts(receipts)
    if (given.lines.length > stored.lines.length) throw damaged(dir)
    await cut(session, stored.bytes)
    await cut(chunks, stored.size)
    await cut(receipts, given.size)
    return {
      dir,
      session,
      chunks,
      receipts,
      chunksSize: stored.size,
      receiptsSize: given.size,
      n: stored.lines.length,
      bytes: stored.bytes,
      head: stored.head,
      key: stored.lines[0]?.key,
      receipted: given.lines.length,
      seal: await loadSeal(dir),
    }
  } catch (error) {
    for (const handle of handles) await handle.close()
    throw error
  }
}

export async function closeRecord(record: OpenRecord): Promise<void> {
  for (const handle of [record.session, record.chunks, record.receipts]) await handle.close()
}

/** Deletes what a record holds; its seal stays. Receipts go first: one for a chunk that is gone would be an error. */
export async function emptyRecord({ receipts, chunks, session }: OpenRecord): Promise<void> {
  for (const file of [receipts, chunks, session]) {
    await file.truncate(0)
    await file.sync()
  }
}

/** The stored line of a chunk, and of its receipt when that was written. */
export async function storedLines(
  record: OpenRecord,
  seq: number,
): Promise<{ chunk: ChunkLine; receipt: ReceiptLine | undefined }> {
  const chunk = (await lines(record.chunks, isChunkLine)).lines[seq]
  if (!chunk) throw damaged(record.dir)
  return { chunk, receipt: (await lines(record.receipts, isReceiptLine)).lines[seq] }
}

/** SHA-256 of bytes `[from, to)` of `session.jsonl`, read back from the disk. */
export async function digest(session: FileHandle, from: number, to: number): Promise<string> {
  const sha256 = createHash('sha256')
  for await (const piece of read(session, from, to)) sha256.update(piece)
  return sha256.digest('hex')
}

export async function loadSeal(dir: string): Promise<SealFile | undefined> {
  const text = await readFile(join(dir, FILES.seal), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (text === undefined) return undefined
  const seal = parse(text)
  if (!isSealFile(seal)) throw damaged(dir)
  return seal
}

/** Creates without emptying; not for appending, because appends to a torn end must go to a position. */
async function openOrCreate(path: string): Promise<FileHandle> {
  await (await open(path, 'a', 0o600)).close()
  return open(path, 'r+')
}

async function cut(file: FileHandle, size: number): Promise<void> {
  if ((await file.stat()).size > size) await file.truncate(size)
}

/** Chunks that hang together and whose bytes are there. Only the last can be torn: each is synced before the next. */
async function loadChunks(session: FileHandle, file: FileHandle, sid: string) {
  const found = await lines(file, isChunkLine)
  const heads = [genesis(sid)]
  const ends = [0]
  for (const [seq, { header }] of found.lines.entries()) {
    if (header.sid !== sid || header.seq !== seq || header.off !== ends[seq] || header.prev !== heads[seq])
      break
    heads.push(headAfter(header))
    ends.push(header.off + header.len)
  }
  const size = (await session.stat()).size
  let n = heads.length - 1
  for (; n > 0; n--) {
    const { off, len, sha256 } = found.lines[n - 1]!.header
    if (off + len <= size && (await digest(session, off, off + len)) === sha256) break
  }
  return { lines: found.lines.slice(0, n), size: found.ends[n]!, bytes: ends[n]!, head: heads[n]! }
}

async function loadReceipts(file: FileHandle) {
  const { lines: all, ends } = await lines(file, isReceiptLine)
  return { lines: all, size: ends.at(-1)! }
}

/** Complete, well-formed lines and where they end (`ends[i]` is before line `i`), up to the first that is not. */
async function lines<T>(
  file: FileHandle,
  is: (value: unknown) => value is T,
): Promise<{ lines: T[]; ends: number[] }> {
  const { size } = await file.stat()
  const pieces: Buffer[] = []
  for await (const piece of read(file, 0, size)) pieces.push(Buffer.from(piece))
  const bytes = Buffer.concat(pieces)
  const result: T[] = []
  const ends = [0]
  for (let start = 0, end = bytes.indexOf(10); end !== -1; start = end + 1, end = bytes.indexOf(10, start)) {
    const value = parse(bytes.toString('utf8', start, end))
    if (!is(value)) break
    result.push(value)
    ends.push(end + 1)
  }
  return { lines: result, ends }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function damaged(dir: string): SluiceError {
  return new SluiceError(
    'STORE_FAILED',
    `the session record in ${dir} has lost chunks that were acknowledged`,
    {
      hint: 'Restore the directory from a backup and run `sluice verify` on it; the disk may be failing',
    },
  )
}
