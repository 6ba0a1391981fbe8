// SQL for people: keywords, literals and comments stand out. It only colours: nothing is decided by it.
import { html } from 'hono/html'
import type { Html } from './layout.ts'

const TOKENS =
  /(?<comment>--[^\n]*|\/\*[\s\S]*?(?:\*\/|$))|(?<string>'(?:[^']|'')*(?:'|$)|\$(?<tag>\w*)\$[\s\S]*?(?:\$\k<tag>\$|$))|(?<name>"(?:[^"]|"")*(?:"|$))|(?<word>[a-z_][\w$]*)/gi

const KEYWORDS = new Set(
  'select insert update delete merge from where and or not in exists into values set using join left right full cross inner outer on group by having order limit offset returning with recursive union all except intersect distinct as create alter drop truncate table view materialized index schema sequence function procedure trigger type domain extension role user database grant revoke to column add rename constraint primary key foreign references unique check default null cascade restrict if begin commit rollback savepoint copy do call execute prepare declare cursor fetch lock vacuum analyze reindex cluster comment is replace temp temporary concurrently owner policy enable disable language returns case when then else end'.split(
    ' ',
  ),
)
/** Colouring more than this would only make the page slow. */
const MOST = 20_000

export function sql(text: string): Html {
  const head = text.slice(0, MOST)
  const parts: (Html | string)[] = []
  let at = 0
  for (const match of head.matchAll(TOKENS)) {
    parts.push(head.slice(at, match.index))
    parts.push(coloured(match))
    at = match.index + match[0].length
  }
  return html`<pre tabindex="0"><code>${[...parts, head.slice(at), text.slice(MOST)]}</code></pre>`
}

function coloured({ 0: text, groups = {} }: RegExpExecArray | RegExpMatchArray): Html | string {
  if (groups.comment !== undefined) return html`<span class="comment">${text}</span>`
  if (groups.string !== undefined) return html`<span class="string">${text}</span>`
  if (groups.word !== undefined && KEYWORDS.has(text.toLowerCase()))
    return html`<span class="keyword">${text}</span>`
  return text
}
