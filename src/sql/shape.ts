// A look at the bytes before the parser sees them: deep nesting spoils a parser instance for good.

/** Where a text may be parsed: in this thread, in the worker with its large stack, or nowhere. */
export type Shape = 'inline' | 'worker' | 'deep'

const INLINE_LENGTH = 20_000
const INLINE_DEPTH = 60
const INLINE_CHAIN = 300
const WORKER_DEPTH = 1_000
const WORKER_CHAIN = 200_000

const OPEN = 1
const CLOSE = 2
const OPERATOR = 3
/** By character code; a look-up in a Set would cost more than the cache saves. */
const KINDS = new Uint8Array(128)
for (const [characters, kind] of [
  ['([{', OPEN],
  [')]}', CLOSE],
  ['+-*/<>=~!@#%^&|`?:.', OPERATOR],
] as const)
  for (const character of characters) KINDS[character.charCodeAt(0)] = kind

/**
 * Counts without a lexer, so literals and comments count too: that only sends a text to the worker for nothing.
 * A chain is what nests without brackets: operators, NOT, UNION, JOIN, CASE, COLLATE and their kin.
 */
export function shapeOf(text: string): Shape {
  let depth = 0
  let deepest = 0
  let chain = 0
  for (let index = 0; index < text.length; index++) {
    const kind = KINDS[text.charCodeAt(index)]
    if (kind === OPEN) {
      depth++
      if (depth > deepest) deepest = depth
    } else if (kind === CLOSE) depth = depth > 0 ? depth - 1 : 0
    else if (kind === OPERATOR) chain++
  }
  if (deepest > WORKER_DEPTH || chain > WORKER_CHAIN) return 'deep'
  if (text.length > INLINE_LENGTH || deepest > INLINE_DEPTH) return 'worker'
  return chain + words(text) > INLINE_CHAIN ? 'worker' : 'inline'
}

const WORDS =
  /\b(?:not|and|or|is|isnull|notnull|union|except|intersect|join|case|collate|at|between|like|ilike|similar|in|begin|if|loop|elsif|over)\b/gi

function words(text: string): number {
  // Shorter texts cannot hold enough words to matter.
  return text.length < 3 * INLINE_CHAIN ? 0 : (text.match(WORDS)?.length ?? 0)
}

/** Why no server may be shown this text; undefined when it is fine. The parser would stop at a NUL, the server might not. */
export function malformed(text: string): string | undefined {
  if (text.includes('\0')) return 'the text holds a NUL'
  if (!text.isWellFormed()) return 'the text is not valid Unicode'
  return undefined
}
