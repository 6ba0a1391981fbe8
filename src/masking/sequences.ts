// Control sequences of terminals (ECMA-48), which lie between characters and are none: colours, cursor moves, titles.

/** Apart from what a stream shows: a value with a colour in its middle is still that value. */
export interface Sequences {
  /** Feeds bytes; both are called in the stream's order. */
  read(bytes: Buffer, shown: (bytes: Buffer) => void, sequence: (bytes: Buffer) => void): void
  /** What is left of an unfinished sequence. */
  end(): Buffer
}

/** What is longer is no sequence of a terminal: it is looked at like any text. */
const LONGEST = 4096

const ESC = 0x1b
const BEL = 0x07
/** First byte of the C1 controls in UTF-8; U+009B begins a sequence as `ESC [` does. */
const C1 = 0xc2

export function createSequences(): Sequences {
  let open = Buffer.alloc(0)
  return {
    read(bytes, shown, sequence) {
      const all = open.length === 0 ? bytes : Buffer.concat([open, bytes])
      open = Buffer.alloc(0)
      let from = 0
      for (let at = nextStart(all, 0); at !== -1; at = nextStart(all, Math.max(from, at + 1))) {
        const end = endOf(all, at)
        if (end === -1) continue
        if (end === 0) {
          // Copied: the caller's buffer is used again.
          open = Buffer.from(all.subarray(at))
          if (at > from) shown(all.subarray(from, at))
          return
        }
        if (at > from) shown(all.subarray(from, at))
        sequence(all.subarray(at, end))
        from = end
      }
      if (from < all.length) shown(all.subarray(from))
    },
    end() {
      const left = open
      open = Buffer.alloc(0)
      return left
    },
  }
}

/** Whether a whole sequence has room for more than what a terminal is told to do: a text, or a long number. */
export function isTelling(bytes: Buffer): boolean {
  if (isText(bytes[1])) return true
  let digits = 0
  for (const byte of bytes) {
    digits = byte >= 0x30 && byte <= 0x39 ? digits + 1 : 0
    if (digits > 4) return true
  }
  return false
}

/** OSC, DCS, SOS, PM, APC: texts for the terminal itself. */
const isText = (kind: number | undefined): boolean =>
  kind === 0x5d || kind === 0x50 || kind === 0x58 || kind === 0x5e || kind === 0x5f

function nextStart(bytes: Buffer, from: number): number {
  for (let at = from; at < bytes.length; at++) {
    if (bytes[at] === ESC) return at
    if (bytes[at] === C1 && (at + 1 === bytes.length || bytes[at + 1] === 0x9b)) return at
  }
  return -1
}

/** Behind the sequence that begins at `at`; 0 when more must come, -1 when there is none. */
function endOf(bytes: Buffer, at: number): number {
  const missing = bytes.length - at > LONGEST ? -1 : 0
  const kind = bytes[at] === C1 ? 0x5b : bytes[at + 1]
  if (at + 1 >= bytes.length) return 0
  const body = at + 2
  if (kind === 0x5b) return controlEnd(bytes, body) || missing
  if (isText(kind)) return stringEnd(bytes, body) || missing
  for (let end = at + 1; end < bytes.length && end - at < 8; end++) {
    const byte = bytes[end] ?? 0
    if (byte >= 0x30 && byte <= 0x7e) return end + 1
    if (byte < 0x20 || byte > 0x2f) return -1
  }
  return bytes.length - at < 8 ? 0 : -1
}

/** Parameters, then one letter. */
function controlEnd(bytes: Buffer, from: number): number {
  for (let at = from; at < bytes.length && at - from < LONGEST; at++) {
    const byte = bytes[at] ?? 0
    if (byte >= 0x40 && byte <= 0x7e) return at + 1
    if (byte < 0x20 || byte > 0x3f) return -1
  }
  return 0
}

function stringEnd(bytes: Buffer, from: number): number {
  for (let at = from; at < bytes.length && at - from < LONGEST; at++) {
    if (bytes[at] === BEL) return at + 1
    if (bytes[at] === ESC) {
      if (at + 1 === bytes.length) return 0
      return bytes[at + 1] === 0x5c ? at + 2 : -1
    }
  }
  return 0
}
