// Passwords that statements set: they never stand in the record, whatever detectors are on.
import type { Effect } from '../core/statement.ts'

const HIDDEN = "'****'"

// Each text can be read in one way only, or a hostile one would take for ever.
const LINE = String.raw`--[^\r\n]*(?:[\r\n]|$)`
const WORDS = String.raw`[^*/]|\*(?!/)|/(?!\*)`
const BLOCK = String.raw`/\*(?:${WORDS}|/\*(?:${WORDS})*\*/)*\*/`
const GAP = String.raw`(?:\s|${LINE}|${BLOCK})*`
/** To the end when it does not close: the record may hold the text's beginning only. */
const PLAIN = "'(?:[^']|'')*(?:'|$)"
const DOLLARS = String.raw`(\$(?:[a-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$)[\s\S]*?(?:\{n}|$)`
const dollars = (group: number): string => DOLLARS.replace('{n}', String(group))
const strings = (group: number): string =>
  String.raw`(?:e'(?:[^'\\]|''|\\[\s\S])*(?:'|$)|(?:n|b|x|u&)?${PLAIN}|${dollars(group)})`

/** A string, and those that go on with it on the next lines. */
const LITERAL = (group: number): string => `${strings(group)}(?:${GAP}${PLAIN})*`

/** `PASSWORD 'x'`, `password = 'x'`, `"password": 'x'`; quotes are doubled where the statement is in a string itself. */
const SET = new RegExp(
  String.raw`(password["']?(?:${GAP}(?::?=|:))?${GAP})(?:('{2,}|\\')(?!\2)([^']+)\2|${LITERAL(4)})`,
  'gi',
)
/** `'… PASSWORD ' || quote_literal('x')`, `format('… PASSWORD %L', 'x')`. */
const COMPUTED = new RegExp(
  String.raw`(password[^']{0,40}'+${GAP}(?:\|\||,)${GAP}(?:[\w.]+${GAP}\(${GAP})*)${LITERAL(2)}(?:${GAP}(?:\|\||,)${GAP}${PLAIN})*`,
  'gi',
)
/** `host=db password=x` of a connection string. */
const KEYWORD = /(password\s*=\s*)(?![$('"*]|\w+\()[^\s'"&;,)]+/gi
/** `scheme://user:x@host` */
const ADDRESS = /(:\/\/[^\s:@/'"]{0,200}):[^\s@'"]{1,500}@/gi

/** Every string that is not in a comment. */
const ALL = new RegExp(`(${LINE}|${BLOCK})|${LITERAL(2)}`, 'gi')
const SUSPECT = /password|:\/\//i
/** What takes secrets as its options; all its strings go. */
const KINDS = new Set(['role', 'user-mapping'])

/** The text without the passwords that it sets or connects with. */
export function withoutPasswords(text: string, effects: readonly Effect[]): string {
  const options = effects.some(
    ({ action, object, via }) => (action === 'create' || action === 'alter') && KINDS.has(object) && !via,
  )
  const bare = options ? text.replace(ALL, (_, comment?: string) => comment ?? HIDDEN) : text
  if (!SUSPECT.test(bare)) return bare
  return bare
    .replace(COMPUTED, `$1${HIDDEN}`)
    .replace(SET, (_, before: string, quotes: string | undefined) =>
      quotes === undefined ? `${before}${HIDDEN}` : `${before}${quotes}****${quotes}`,
    )
    .replace(KEYWORD, '$1****')
    .replace(ADDRESS, '$1:****@')
}
