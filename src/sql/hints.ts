// What the author of a statement tells its reviewers: `-- sluice: reason` and `/* sluice: reason */`. Shown, never obeyed.

const MOST = 8
const LONGEST = 300

/**
 * The texts of the comments that begin with `sluice:`, in order, those inside of quotes left out: at most 8 of at most
 * 300 characters, on one line, without control characters and marks that turn the direction of writing.
 */
export function hintsOf(text: string): readonly string[] {
  if (!/sluice:/i.test(text)) return []
  const hints: string[] = []
  for (let at = 0; at < text.length && hints.length < MOST; ) {
    START.lastIndex = at
    const found = START.exec(text)
    if (!found) break
    const token = found[0]
    const from = START.lastIndex
    const comment = token === '--' || token === '/*'
    at =
      token === '--'
        ? lineEnd(text, from)
        : token === '/*'
          ? blockEnd(text, from)
          : quoteEnd(text, token, from)
    const hint = comment ? hintIn(text.slice(from, token === '/*' ? inside(text, at) : at)) : ''
    if (hint) hints.push(hint)
  }
  return hints
}

/** Words are taken whole, so that `a$$` and `type'x'` begin no quote of the kind that their end looks like. */
const START =
  /--|\/\*|'|"|\be'(?<![\w$\u0080-\uffff]e')|(?<![\w$\u0080-\uffff])\$(?:[a-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/gi

const lineEnd = (text: string, from: number): number => {
  END.lastIndex = from
  return END.exec(text)?.index ?? text.length
}

const END = /[\n\r]/g

/** Block comments nest. */
function blockEnd(text: string, from: number): number {
  BLOCK.lastIndex = from
  let depth = 1
  for (let found = BLOCK.exec(text); found; found = BLOCK.exec(text)) {
    depth += found[0] === '/*' ? 1 : -1
    if (depth === 0) return BLOCK.lastIndex
  }
  return text.length
}

const BLOCK = /\/\*|\*\//g

/** Where the words of a block comment end that ends at `end`. */
const inside = (text: string, end: number): number => (text.endsWith('*/', end) ? end - 2 : end)

/** Behind the quote that was opened by `token`. A doubled quote closes one and opens the next: it comes to the same. */
function quoteEnd(text: string, token: string, from: number): number {
  const close = token.slice(-1) === '$' ? token : token.slice(-1)
  const escapes = token.length === 2 && close === "'"
  for (let at = from; ; ) {
    const end = text.indexOf(close, at)
    if (end === -1) return text.length
    if (!escapes || !escaped(text, from, end)) return end + close.length
    at = end + 1
  }
}

/** True when an odd number of backslashes stands before it. */
function escaped(text: string, from: number, at: number): boolean {
  let first = at
  while (first > from && text[first - 1] === '\\') first--
  return (at - first) % 2 === 1
}

function hintIn(comment: string): string {
  const [, words = ''] = /^\s*sluice:([\s\S]*)/i.exec(comment.slice(0, 4 * LONGEST)) ?? []
  const plain = words.toWellFormed().replace(/\s+/g, ' ').replace(HIDDEN, '').trim()
  const letters = [...plain]
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join('')}…` : plain
}

/** Control characters, and those that show nothing or change the order of what is shown. */
const HIDDEN = /\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}|\p{Co}|\p{Cn}/gu
