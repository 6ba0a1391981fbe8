// Scalars of a request's body by the path of their field, for rules that speak of them.
import { isUtf8 } from 'node:buffer'
import type { Value } from '../../core/request.ts'
import { mediaType } from './media.ts'

const MOST_DEPTH = 64
const MOST_VALUES = 20_000
const TOKEN =
  /[ \t\r\n]*(?:([{}[\]:,])|("(?:[^"\\]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*")|(-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null))/y

/** Undefined when nobody can tell what a server reads there: another form, names that come twice, bytes that are no text. */
export function fieldsOf(
  body: Buffer,
  type: string | undefined,
  encoding: string | undefined,
): Value[] | undefined {
  if (body.length === 0) return []
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity') return undefined
  const media = mediaType(type)
  if (!media || !isUtf8(body) || (media.charset !== undefined && media.charset !== 'utf-8')) return undefined
  if (media.form === 'json') return jsonValues(body.toString())
  if (media.form === 'form') return [...new URLSearchParams(body.toString())]
  return undefined
}

interface Open {
  readonly kind: '{' | '['
  readonly names: Set<string>
  name: string
  /** What may come: `{`, `,` and `:` have been dealt with. */
  state: 'first' | 'value' | 'key' | 'colon' | 'after'
}

function jsonValues(text: string): Value[] | undefined {
  const values: Value[] = []
  const stack: Open[] = []
  let done = false
  const path = () =>
    stack
      .filter(({ kind }) => kind === '{')
      .map(({ name }) => name)
      .join('.')
  const began = (): boolean => {
    const top = stack.at(-1)
    if (!top) return !done
    const ready = top.state === 'value' || (top.kind === '[' && top.state === 'first')
    top.state = 'after'
    return ready
  }
  TOKEN.lastIndex = 0
  for (;;) {
    const at = TOKEN.lastIndex
    const found = TOKEN.exec(text)
    if (!found) return done && stack.length === 0 && /^[ \t\r\n]*$/.test(text.slice(at)) ? values : undefined
    const [, mark, quoted, scalar] = found
    const top = stack.at(-1)
    if (quoted !== undefined && top?.kind === '{' && (top.state === 'first' || top.state === 'key')) {
      const name = textOf(quoted)
      if (name === undefined || top.names.has(name.toLowerCase())) return undefined
      top.names.add(name.toLowerCase())
      top.name = name
      top.state = 'colon'
    } else if (quoted !== undefined || scalar !== undefined) {
      if (!began() || values.length >= MOST_VALUES) return undefined
      const value = quoted === undefined ? scalar : textOf(quoted)
      if (value === undefined) return undefined
      values.push([path(), value])
      done ||= stack.length === 0
    } else if (mark === '{' || mark === '[') {
      if (!began() || stack.length >= MOST_DEPTH) return undefined
      stack.push({ kind: mark, names: new Set(), name: '', state: 'first' })
    } else if (mark === '}' || mark === ']') {
      const fits = top && top.kind === (mark === '}' ? '{' : '[') && /first|after/.test(top.state)
      if (!fits) return undefined
      stack.pop()
      done ||= stack.length === 0
    } else if (mark === ':') {
      if (top?.state !== 'colon') return undefined
      top.state = 'value'
    } else {
      if (top?.state !== 'after') return undefined
      top.state = top.kind === '{' ? 'key' : 'value'
    }
  }
}

/** Undefined when it holds a control character. */
function textOf(quoted: string): string | undefined {
  try {
    return String(JSON.parse(quoted))
  } catch {
    return undefined
  }
}
