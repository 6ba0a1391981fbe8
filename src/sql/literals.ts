// Statements that differ in nothing but their constants share an analysis, where a constant cannot matter: plain
// SELECT, UPDATE and DELETE by equality, and INSERT … VALUES. What is not surely of these forms is analysed by itself.
import type { Analysis } from '../core/statement.ts'
import { isBoolean } from './predicates/picking.ts'

const LONGEST = 8 * 1024

/** Stand for a number and a string; no text that is analysed holds a NUL. */
const NUMBER = '\0n'
const STRING = '\0s'
/** A text that a boolean column may be compared with. */
const WORD = '\0b'

const QUOTE = 0x27
const DOUBLE = 0x22
const BACKSLASH = 0x5c

const isDigit = (code: number) => code >= 0x30 && code <= 0x39
const isWord = (code: number) =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code === 0x5f || isDigit(code)

/**
 * The text with its constants taken out, undefined when it has none that can be told. Where this reads a text otherwise
 * than the server does (comments, `E''`, `$$`, `1e5`), what makes the difference stays in the key, and `SHAPES` knows none of it.
 */
export function keyOf(text: string): string | undefined {
  if (text.length > LONGEST) return undefined
  let key = ''
  let kept = 0
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at)
    let end = at + 1
    if (code === QUOTE) {
      end = stringEnd(text, at)
      if (end === -1) return undefined
      key += text.slice(kept, at) + (isTruth(text, at + 1, end - 1) ? WORD : STRING)
      kept = end
    } else if (code === DOUBLE) {
      end = text.indexOf('"', at + 1) + 1
      if (end === 0) return undefined
    } else if (isDigit(code)) {
      end = numberEnd(text, at)
      key += text.slice(kept, at) + NUMBER
      kept = end
    } else if (isWord(code)) {
      while (end < text.length && isWord(text.charCodeAt(end))) end++
    }
    at = end
  }
  return kept === 0 ? undefined : key + text.slice(kept)
}

/** `'yes'`, also with blanks around it. */
const isTruth = (text: string, from: number, to: number): boolean =>
  to - from < 32 && isBoolean(text.slice(from, to))

/** A backslash may mean something, depending on a setting: then -1. */
function stringEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === BACKSLASH) return -1
    if (code !== QUOTE) continue
    if (text.charCodeAt(at + 1) !== QUOTE) return at + 1
    at++
  }
  return -1
}

function numberEnd(text: string, start: number): number {
  let at = start
  while (isDigit(text.charCodeAt(at))) at++
  if (text.charCodeAt(at) !== 0x2e || !isDigit(text.charCodeAt(at + 1))) return at
  at++
  while (isDigit(text.charCodeAt(at))) at++
  return at
}

/** As the server has it: other spaces are letters to it. */
const GAP = '[ \\t\\r\\n]'
const NAME = '(?:[a-z_][a-z0-9_]*|"[^"]+")(?:\\.(?:[a-z_][a-z0-9_]*|"[^"]+")){0,2}'
/** Words that are values themselves: `true = 't'` depends on its constant. */
const VALUES =
  '(?:true|false|null|default|user|current_[a-z]+|session_user|system_user|localtime|localtimestamp|row|array|case|not|all|any|some|interval|date|time|timestamp)'
const COLUMN = `(?!${VALUES}\\b)${NAME}`
const CONSTANT = '\\0[nsb]'
const ITEM = `(?:-?\\0n|\\0[sb]|null|true|false|default)`

const list = (item: string) => `${item}(?:${GAP}*,${GAP}*${item})*`
const ROW = `\\(${GAP}*${list(ITEM)}${GAP}*\\)`
const EQUAL = `${COLUMN}${GAP}*=${GAP}*${CONSTANT}`
const WHERE = `${GAP}+where${GAP}+${EQUAL}(?:${GAP}+and${GAP}+${EQUAL})*`

const SHAPES = new RegExp(
  `^${GAP}*(?:${[
    `select${GAP}+(?:\\*|${list(NAME)})${GAP}+from${GAP}+${NAME}${WHERE}`,
    `insert${GAP}+into${GAP}+${NAME}(?:${GAP}*\\(${GAP}*${list(NAME)}${GAP}*\\))?${GAP}*values${GAP}*${list(ROW)}`,
    `update${GAP}+${NAME}${GAP}+set${GAP}+${list(`${COLUMN}${GAP}*=${GAP}*(?:${ITEM})`)}${WHERE}`,
    `delete${GAP}+from${GAP}+${NAME}${WHERE}`,
  ].join('|')})${GAP}*;?${GAP}*$`,
  'i',
)

const PLAIN = new Set(['read', 'insert', 'update', 'delete'])

/** True when every text with this key has this analysis. */
export function sharable(key: string, { effects, count, changes, copy, flows }: Analysis): boolean {
  if (count !== 1 || copy || flows || changes.schema || changes.resolution || changes.temporary) return false
  return effects.every(({ action }) => PLAIN.has(action)) && SHAPES.test(key)
}
