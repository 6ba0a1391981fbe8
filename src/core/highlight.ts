// SQL for people: keywords, literals and comments stand out. Where each of them ends is what PostgreSQL says: lists leave comments out.
const TOKENS =
  /(?<comment>--[^\n\r]*|\/\*)|(?<string>e'(?:[^'\\]|\\[\s\S]|'')*(?:'|$)|'(?:[^']|'')*(?:'|$)|\$(?<tag>(?:[a-z_\u0080-\uffff][\w\u0080-\uffff]*)?)\$[\s\S]*?(?:\$\k<tag>\$|$))|(?<name>"(?:[^"]|"")*(?:"|$))|(?<word>[a-z_\u0080-\uffff][\w$\u0080-\uffff]*)/gi
const BLOCK = /\/\*|\*\//g

const KEYWORDS = new Set(
  'select insert update delete merge from where and or not in exists into values set using join left right full cross inner outer on group by having order limit offset returning with recursive union all except intersect distinct as create alter drop truncate table view materialized index schema sequence function procedure trigger type domain extension role user database grant revoke to column add rename constraint primary key foreign references unique check default null cascade restrict if begin commit rollback savepoint copy do call execute prepare declare cursor fetch lock vacuum analyze reindex cluster comment is replace temp temporary concurrently owner policy enable disable language returns case when then else end'.split(
    ' ',
  ),
)
/** Colouring more than this would only make the page slow. */
const MOST = 20_000

export interface Piece {
  readonly text: string
  readonly kind?: 'comment' | 'string' | 'keyword'
}

/** All of the text in its order, in pieces. */
export function highlight(text: string): Piece[] {
  const head = text.slice(0, MOST)
  const pieces: Piece[] = []
  let at = 0
  const tokens = new RegExp(TOKENS)
  for (let match = tokens.exec(head); match; match = tokens.exec(head)) {
    const kind = kindOf(match)
    if (!kind) continue
    const end = match[0] === '/*' ? blockEnd(head, tokens.lastIndex) : tokens.lastIndex
    pieces.push({ text: head.slice(at, match.index) }, { text: head.slice(match.index, end), kind })
    tokens.lastIndex = end
    at = end
  }
  return [...pieces, { text: text.slice(at) }]
}

/** Block comments nest. */
function blockEnd(text: string, from: number): number {
  const marks = new RegExp(BLOCK)
  marks.lastIndex = from
  let depth = 1
  for (let mark = marks.exec(text); mark; mark = marks.exec(text)) {
    depth += mark[0] === '/*' ? 1 : -1
    if (depth === 0) return marks.lastIndex
  }
  return text.length
}

function kindOf({ 0: text, groups = {} }: RegExpExecArray): Piece['kind'] {
  if (groups.comment !== undefined) return 'comment'
  if (groups.string !== undefined) return 'string'
  return groups.word !== undefined && KEYWORDS.has(text.toLowerCase()) ? 'keyword' : undefined
}
