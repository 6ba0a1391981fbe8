// A command line that is one program with its arguments, and nothing else: what its channel speaks is known then.

/** What a shell takes for more than a word. `~`, `*`, `?` and `[]` stay: they are expanded to names of files. */
const SPECIAL = /[;&|<>()$`\n\r!#{}]/

/** The words, or undefined where a shell would do more than to start one program. */
export function wordsOf(line: string): readonly string[] | undefined {
  const words: string[] = []
  let word: string | undefined
  for (let at = 0; at < line.length; ) {
    const [text, next] = pieceOf(line, at)
    if (next === undefined) return undefined
    if (text === undefined) {
      if (word !== undefined) words.push(word)
      word = undefined
    } else word = (word ?? '') + text
    at = next
  }
  if (word !== undefined) words.push(word)
  return words
}

/** A piece of a word and where the next begins; no text for a blank, no next for what is more than a word. */
function pieceOf(line: string, at: number): [text: string | undefined, next: number | undefined] {
  const char = line[at] ?? ''
  if (char === ' ' || char === '\t') return [undefined, at + 1]
  if (char === "'") {
    const end = line.indexOf("'", at + 1)
    return [line.slice(at + 1, end), end < 0 ? undefined : end + 1]
  }
  if (char === '"') return doubled(line, at + 1)
  if (char === '\\') {
    const next = line[at + 1]
    return [next, next === undefined || next === '\n' ? undefined : at + 2]
  }
  return [char, SPECIAL.test(char) ? undefined : at + 1]
}

function doubled(line: string, from: number): [string, number | undefined] {
  let text = ''
  for (let at = from; at < line.length; at++) {
    const char = line[at] ?? ''
    if (char === '"') return [text, at + 1]
    if (char === '$' || char === '`' || char === '!') return [text, undefined]
    if (char === '\\' && /[\\"]/.test(line[at + 1] ?? '')) text += line[++at]
    else text += char
  }
  return [text, undefined]
}
