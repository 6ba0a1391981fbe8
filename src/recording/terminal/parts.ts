// Control sequences of terminals (ECMA-48) apart from the text between them.

export interface Part {
  readonly sequence: boolean
  readonly text: string
}

export interface Parts {
  /** A sequence that is not whole yet comes with a later piece. */
  read(text: string): Part[]
  /** What is left, as text. */
  end(): Part[]
}

/** What is longer is no sequence but text. */
const LONGEST = 4096

export const ESC = '\u001b'
const BEL = 0x07
const BACKSLASH = 0x5c
const STARTS = new RegExp(`[${ESC}\u0090\u0098\u009b\u009d-\u009f]`, 'g')
/** The C1 controls that begin a sequence, as they are spelled with ESC. */
const C1: Readonly<Record<string, string>> = {
  '\u0090': 'P',
  '\u0098': 'X',
  '\u009b': '[',
  '\u009d': ']',
  '\u009e': '^',
  '\u009f': '_',
}

/** Sequences come as `ESC …`, also those that one C1 character began. */
export function createParts(): Parts {
  let open = ''
  return {
    read(text) {
      const all = open + text
      open = ''
      const parts: Part[] = []
      const take = (from: number, to: number) => {
        if (to > from) parts.push({ sequence: false, text: all.slice(from, to) })
      }
      let from = 0
      STARTS.lastIndex = 0
      for (let found = STARTS.exec(all); found; found = STARTS.exec(all)) {
        const at = found.index
        const end = endOf(all, at)
        if (end === -1) continue
        take(from, at)
        if (end === 0) {
          open = all.slice(at)
          return parts
        }
        const c1 = C1[found[0]]
        parts.push({ sequence: true, text: c1 ? ESC + c1 + all.slice(at + 1, end) : all.slice(at, end) })
        from = end
        STARTS.lastIndex = end
      }
      take(from, all.length)
      return parts
    },
    end() {
      const left = open
      open = ''
      return left === '' ? [] : [{ sequence: false, text: left }]
    },
  }
}

/** Behind the sequence that begins at `at`; 0 when more must come, -1 when there is none. */
function endOf(text: string, at: number): number {
  const missing = text.length - at > LONGEST ? -1 : 0
  const c1 = text[at] === ESC ? undefined : C1[text[at] ?? '']
  if (c1 === undefined && at + 1 >= text.length) return 0
  const kind = c1 ?? text[at + 1] ?? ''
  const body = c1 === undefined ? at + 2 : at + 1
  if (kind === '[') return controlEnd(text, body) || missing
  if (']PX^_'.includes(kind)) return stringEnd(text, body) || missing
  return escapeEnd(text, at + 1)
}

/** Parameters, then one letter. */
function controlEnd(text: string, from: number): number {
  for (let at = from; at < text.length && at - from < LONGEST; at++) {
    const code = text.charCodeAt(at)
    if (code >= 0x40 && code <= 0x7e) return at + 1
    if (code < 0x20 || code > 0x3f) return -1
  }
  return 0
}

/** Texts for the terminal itself: titles, links, the clipboard. */
function stringEnd(text: string, from: number): number {
  for (let at = from; at < text.length && at - from < LONGEST; at++) {
    const code = text.charCodeAt(at)
    if (code === BEL || code === 0x9c) return at + 1
    if (code === 0x1b) {
      if (at + 1 === text.length) return 0
      return text.charCodeAt(at + 1) === BACKSLASH ? at + 2 : -1
    }
  }
  return 0
}

/** A few intermediate characters, then one more. */
function escapeEnd(text: string, from: number): number {
  for (let at = from; at < text.length && at - from < 8; at++) {
    const code = text.charCodeAt(at)
    if (code >= 0x30 && code <= 0x7e) return at + 1
    if (code < 0x20 || code > 0x2f) return -1
  }
  return text.length - from < 8 ? 0 : -1
}
