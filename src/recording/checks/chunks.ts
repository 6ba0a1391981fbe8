import { compareLines, type Difference } from '../differences.ts'
import { type ChunkHeader, FILES, MAX_LINE_BYTES } from '../format.ts'
import { lineMarks, marksOf } from '../marks.ts'
import type { ChunkLine } from '../shapes.ts'
import { type Checking, genesis, headAfter, sha256, verified } from './need.ts'
import { type Findings, keyOf } from './problem.ts'

export interface ChainCheck {
  /** Heads of the chain: before the first chunk and after each that is signed and in its place. */
  readonly heads: readonly string[]
  readonly headers: readonly ChunkHeader[]
  /** Bytes in these chunks. */
  readonly bytes: number
  /** True when the bytes differ from what was signed and that has been reported with its place. */
  readonly differs: boolean
}

export function* checkChunks(
  session: Uint8Array,
  chunks: readonly ChunkLine[],
  { sid, key }: { sid: string; key: string | undefined },
  findings: Findings,
): Checking<ChainCheck> {
  const headers: ChunkHeader[] = []
  const heads = [yield* genesis(sid)]
  const verifier = chunks.length > 0 ? keyOf(key, 'the session’s key', FILES.chunks, findings) : undefined
  let bytes = 0
  let differs = false
  for (const [index, chunk] of chunks.entries()) {
    const { header, key: own, marks, signature } = chunk
    const at = { line: index + 1, offset: bytes }
    // No session makes a longer one, and its line marks would need much memory.
    if (header.len > MAX_LINE_BYTES) {
      findings.report('chain', FILES.chunks, `chunk ${index} is longer than a chunk can be`, at)
      break
    }
    const continues = header.seq === index && header.off === bytes && header.prev === heads[index]
    if (header.sid !== sid || own !== key || !continues) {
      findings.report('chain', FILES.chunks, brokenChain(chunk, index, sid, key), at)
      break
    }
    if (!verifier || !(yield* verified('chunk', header, signature, verifier))) {
      findings.report(
        'signature',
        FILES.chunks,
        `the session’s signature of chunk ${index} does not verify`,
        at,
      )
      break
    }
    headers.push(header)
    heads.push(yield* headAfter(header))
    bytes += header.len
    const body = session.subarray(header.off, bytes)
    if (body.length === header.len && (yield* sha256(body)) === header.sha256) {
      if (lineMarks(body) !== marks)
        findings.report('form', FILES.chunks, `the line marks of chunk ${index} were changed`, at)
    } else if (!differs) {
      differs = true
      reportDifference(session, chunks, header, findings)
    }
  }
  return { heads, headers, bytes, differs }
}

function brokenChain(
  { header, key: own }: ChunkLine,
  index: number,
  sid: string,
  key: string | undefined,
): string {
  if (header.sid !== sid) return `chunk ${index} is of another session`
  if (own !== key) return `chunk ${index} is by another key`
  if (header.seq === index)
    return `chunk ${index} does not continue the chain: something before it was changed`
  const what =
    header.seq > index ? `chunk ${index} was cut or moved` : 'chunks were repeated or put in another order'
  return `chunk ${header.seq} stands where chunk ${index} belongs: ${what}`
}

/** Says what was done to the lines. The marks are unsigned: they explain, and excuse nothing. */
function reportDifference(
  session: Uint8Array,
  chunks: readonly ChunkLine[],
  { seq, off, len }: ChunkHeader,
  { report }: Findings,
): void {
  const expected = chunks.flatMap(({ marks }) => marksOf(marks))
  const found = compareLines(session, expected)
  if (!found || found.offset >= off + len) {
    const where = `chunk ${seq} (bytes ${off} to ${off + len - 1})`
    report('changed', FILES.session, `${where} is not what was signed`, { offset: off })
    return
  }
  const { kind, line, offset, count } = found
  const what = count === 1 ? 'this line was' : `${count} lines from here on were`
  report(kind, FILES.session, `${what} ${WORDS[kind]}`, { line, offset, event: line - 1 })
}

const WORDS: Record<Difference['kind'], string> = {
  changed: 'changed',
  cut: 'cut off',
  removed: 'removed',
  reordered: 'put in another order',
  inserted: 'inserted',
}
