import {
  CHUNK_BYTES,
  type ChunkHeader,
  chunkLine,
  genesis,
  headAfter,
  type SigningKey,
  sha256,
  signAs,
} from './chain.ts'
import type { SignedChunk } from './upload.ts'

/** Cuts written lines into signed, chained chunks. */
export interface Chunker {
  /** Takes whole lines, written to the file; cuts every chunk that is full. */
  push(lines: Buffer): void
  /** Cuts what is there, so that the chain ends at the last line. */
  cut(): void
  /** Bytes that are in no chunk yet. */
  readonly open: number
  /** Chunks so far, bytes in them and the chain's head. */
  readonly n: number
  readonly bytes: number
  readonly head: string
}

/** `emit` gets every chunk with its line for `chunks.jsonl`. */
export function createChunker(
  sid: string,
  key: SigningKey,
  emit: (chunk: SignedChunk, line: string) => void,
): Chunker {
  let parts: Buffer[] = []
  let size = 0
  let n = 0
  let bytes = 0
  let head = genesis(sid)

  const emitChunk = (body: Buffer) => {
    const header: ChunkHeader = {
      sid,
      seq: n,
      off: bytes,
      len: body.length,
      sha256: sha256(body),
      prev: head,
    }
    const signature = signAs('chunk', header, key.key)
    n++
    bytes += body.length
    head = headAfter(header)
    emit({ header, signature, body }, chunkLine(header, key.x, signature, body))
  }
  const cut = () => {
    if (size === 0) return
    const body = parts.length === 1 ? parts[0]! : Buffer.concat(parts, size)
    parts = []
    size = 0
    emitChunk(body)
  }
  return {
    push(lines) {
      if (lines.length < CHUNK_BYTES - size) {
        parts.push(lines)
        size += lines.length
        return
      }
      for (let rest = lines; rest.length > 0; ) {
        const part = fitting(rest, CHUNK_BYTES - size, size === 0)
        if (part === 0) cut()
        else {
          parts.push(rest.subarray(0, part))
          size += part
          rest = rest.subarray(part)
          if (size >= CHUNK_BYTES) cut()
        }
      }
    },
    cut,
    get open() {
      return size
    },
    get n() {
      return n
    },
    get bytes() {
      return bytes
    },
    get head() {
      return head
    },
  }
}

/** Length of the whole lines that fit into `room` bytes; of the first line, however long, when `always`. */
function fitting(lines: Buffer, room: number, always: boolean): number {
  if (lines.length <= room) return lines.length
  const last = room > 0 ? lines.lastIndexOf(10, room - 1) + 1 : 0
  return last === 0 && always ? lines.indexOf(10) + 1 : last
}
