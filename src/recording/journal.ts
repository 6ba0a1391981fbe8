// The record's files on the local disk. Every write is synchronous: what returned survives this process.
import {
  closeSync,
  fdatasyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { SluiceError } from '../core/errors.ts'
import { FILES } from './format.ts'

export { FILES } from './format.ts'

export interface Journal {
  /** Appends lines to `session.jsonl`. A part that was written before an error is taken back. */
  session(lines: Buffer): void
  chunk(line: string): void
  receipt(line: string): void
  seal(text: string): void
  /** Bytes `[off, off + len)` of `session.jsonl`. */
  read(off: number, len: number): Buffer
  /** Lines of `chunks.jsonl`. */
  chunkLines(): string[]
  sync(): void
  close(): void
}

/** How lines get to a file; tests pass a disk that is full. */
export type Write = (fd: number, data: Buffer, offset: number) => number

/** Opens a new record. Throws RECORD_FAILED when the directory cannot be used or already holds one. */
export function openJournal(
  dir: string,
  write: Write = (fd, data, offset) => writeSync(fd, data, offset),
): Journal {
  const fds: number[] = []
  const guard = <T>(what: string, act: () => T): T => {
    try {
      return act()
    } catch (cause) {
      throw failure(dir, what, cause)
    }
  }
  const open = (name: string) => {
    const fd = openSync(join(dir, name), 'wx+', 0o600)
    fds.push(fd)
    return { fd, size: 0 }
  }
  const [session, chunks, receipts] = guard('be created', () => {
    mkdirSync(dir, { recursive: true, mode: 0o700 })
    return [open(FILES.session), open(FILES.chunks), open(FILES.receipts)] as const
  })
  const append = (file: { fd: number; size: number }, data: Buffer) =>
    guard('be written', () => {
      try {
        for (let at = 0; at < data.length; ) at += write(file.fd, data, at)
        file.size += data.length
      } catch (cause) {
        takeBack(file.fd, file.size)
        throw cause
      }
    })
  const read = (fd: number, off: number, len: number) =>
    guard('be read', () => {
      const bytes = Buffer.alloc(len)
      for (let at = 0; at < len; ) {
        const n = readSync(fd, bytes, at, len - at, off + at)
        if (n === 0) throw new Error('the file is shorter than what was written')
        at += n
      }
      return bytes
    })
  return {
    session: (lines) => append(session, lines),
    chunk: (line) => append(chunks, Buffer.from(`${line}\n`)),
    receipt: (line) => append(receipts, Buffer.from(`${line}\n`)),
    seal: (text) =>
      guard('be sealed', () =>
        writeFileSync(join(dir, FILES.seal), text, { flag: 'wx', mode: 0o600, flush: true }),
      ),
    read: (off, len) => read(session.fd, off, len),
    chunkLines: () => read(chunks.fd, 0, chunks.size).toString().split('\n').slice(0, -1),
    sync: () =>
      guard('be synced', () => {
        for (const { fd } of [session, chunks, receipts]) fdatasyncSync(fd)
      }),
    close: () => {
      for (const fd of fds.splice(0)) closeQuietly(fd)
    },
  }
}

function takeBack(fd: number, size: number): void {
  try {
    ftruncateSync(fd, size)
  } catch {
    // The first error says more; `verify` knows torn lines.
  }
}

function closeQuietly(fd: number): void {
  try {
    closeSync(fd)
  } catch {
    // Everything that counts was written and synced before.
  }
}

function failure(dir: string, what: string, cause: unknown): SluiceError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown error'
  const hint =
    code === 'EEXIST'
      ? 'Each session needs a directory of its own: use an empty one'
      : 'Check that the disk has room and the directory is writable'
  return new SluiceError('RECORD_FAILED', `the session record in ${dir} could not ${what} (${code})`, {
    hint,
    cause,
  })
}
