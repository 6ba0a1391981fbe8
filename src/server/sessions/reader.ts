// Records as people read them, while others write: never further than what is on the disk for good.
import { type FileHandle, open } from 'node:fs/promises'
import { join } from 'node:path'
import { FILES } from '../../recording/journal.ts'
import { isSessionId } from '../../recording/shapes.ts'
import { read } from './disk.ts'
import type { Standing } from './store.ts'

export type RecordFile = keyof typeof FILES

export interface RecordReader {
  /** Undefined when nothing was ever kept of the session, or it is no session's id. */
  standing(session: string): Promise<Standing | undefined>
  /** Bytes `[from, to)` of a file. Throws the system's error when they are not there. */
  bytes(session: string, file: RecordFile, from: number, to: number): Promise<Buffer>
  /** The same in pieces that are the caller's. */
  pieces(session: string, file: RecordFile, from: number, to: number): AsyncGenerator<Buffer>
  /** Lines of the events from byte `from` (where one begins) to byte `to`, without their line feeds. */
  lines(session: string, from: number, to: number): AsyncGenerator<Buffer>
  /** Length of a file now. */
  size(session: string, file: RecordFile): Promise<number>
}

export function createReader(
  directory: string,
  standing: (session: string) => Promise<Standing | undefined>,
): RecordReader {
  const using = async function* (session: string, file: RecordFile, act: (handle: FileHandle) => Pieces) {
    if (!isSessionId(session)) throw new TypeError('not a session id')
    const handle = await open(join(directory, session, FILES[file]), 'r')
    try {
      yield* act(handle)
    } finally {
      await handle.close()
    }
  }
  const pieces: RecordReader['pieces'] = async function* (session, file, from, to) {
    if (to <= from) return
    for await (const piece of using(session, file, (handle) => read(handle, from, to)))
      yield Buffer.from(piece)
  }
  return {
    standing: async (session) => (isSessionId(session) ? standing(session) : undefined),
    pieces,
    lines: (session, from, to) => linesIn(pieces(session, 'session', from, to)),
    async bytes(session, file, from, to) {
      const read: Buffer[] = []
      for await (const piece of pieces(session, file, from, to)) read.push(piece)
      return read.length === 1 ? read[0]! : Buffer.concat(read)
    },
    size: async (session, file) => {
      if (!isSessionId(session)) throw new TypeError('not a session id')
      const handle = await open(join(directory, session, FILES[file]), 'r')
      const { size } = await handle.stat().finally(() => handle.close())
      return size
    },
  }
}

type Pieces = AsyncGenerator<Buffer>

async function* linesIn(pieces: Pieces): Pieces {
  const rest: Buffer[] = []
  for await (const piece of pieces) {
    let start = 0
    for (let end = piece.indexOf(10); end !== -1; start = end + 1, end = piece.indexOf(10, start)) {
      const line = piece.subarray(start, end)
      yield rest.length === 0 ? line : Buffer.concat([...rest.splice(0), line])
    }
    if (start < piece.length) rest.push(piece.subarray(start))
  }
}
