// SQL for people: keywords, literals and comments stand out. It only colours: nothing is decided by it.
const TOKENS =
  /(?<comment>--[^\n]*|\/\*[\s\S]*?(?:\*\/|$))|(?<string>'(?:[^']|'')*(?:'|$)|\$(?<tag>\w*)\$[\s\S]*?(?:\$\k<tag>\$|$))|(?<name>"(?:[^"]|"")*(?:"|$))|(?<word>[a-z_][\w$]*)/gi

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
  for (const match of head.matchAll(TOKENS)) {
    const kind = kindOf(match)
    if (!kind) continue
    pieces.push({ text: head.slice(at, match.index) }, { text: match[0], kind })
    at = match.index + match[0].length
  }
  return [...pieces, { text: text.slice(at) }]
}

function kindOf({ 0: text, groups = {} }: RegExpExecArray): Piece['kind'] {
  if (groups.comment !== undefined) return 'comment'
  if (groups.string !== undefined) return 'string'
  return groups.word !== undefined && KEYWORDS.has(text.toLowerCase()) ? 'keyword' : undefined
}
