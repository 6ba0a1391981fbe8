// 32 bits for each line of `session.jsonl`. They are not signed: they tell a reader which line changed.

/**
 * A mark of every line, its line feed included: FNV-1a over words in two lanes, because it runs for every event and a
 * native call a line costs more.
 */
export function markLines(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const marks: number[] = []
  for (let at = 0; at < bytes.length; ) {
    const newline = bytes.indexOf(10, at)
    const end = newline === -1 ? bytes.length : newline + 1
    let one = FNV_START
    let two = FNV_START
    for (; at + 8 <= end; at += 8) {
      one = Math.imul(one ^ view.getInt32(at, true), FNV_PRIME)
      two = Math.imul(two ^ view.getInt32(at + 4, true), FNV_PRIME)
      // A product carries only upward; this brings it down again.
      one ^= one >>> 15
      two ^= two >>> 15
    }
    for (; at < end; at++) one = Math.imul(one ^ bytes[at]!, FNV_PRIME)
    marks.push((one ^ Math.imul(two, FNV_PRIME)) >>> 0)
  }
  return marks
}

const FNV_START = 0x811c9dc5
const FNV_PRIME = 0x01000193

/** The marks of a chunk's lines, base64url. */
export function lineMarks(body: Uint8Array): string {
  let bytes = ''
  for (const mark of markLines(body))
    bytes += String.fromCharCode(mark >>> 24, (mark >>> 16) & 255, (mark >>> 8) & 255, mark & 255)
  return btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/** Reads the marks of a line of `chunks.jsonl`; none when it is not base64url. */
export function marksOf(text: string): number[] {
  const marks: number[] = []
  const bytes = decoded(text)
  for (let at = 0; at + 4 <= bytes.length; at += 4)
    marks.push(
      ((bytes.charCodeAt(at) << 24) |
        (bytes.charCodeAt(at + 1) << 16) |
        (bytes.charCodeAt(at + 2) << 8) |
        bytes.charCodeAt(at + 3)) >>>
        0,
    )
  return marks
}

function decoded(text: string): string {
  try {
    return atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  } catch {
    return ''
  }
}
