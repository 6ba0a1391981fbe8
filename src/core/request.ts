// Requests as the guard's `requests` speak of them: methods, path templates, values.
import type { RequestRule } from './grant.ts'

/** A request, read. */
export interface Request {
  readonly method: string
  /** The path's parts, decoded; the last one is empty when the path ends with a slash. */
  readonly segments: readonly string[]
  /** Decoded, in their order; a name may come more than once. */
  readonly query: readonly Value[]
  /** Scalars of a JSON or form body by the path of their field; undefined when there is one that could not be read. */
  readonly body: readonly Value[] | undefined
}

/** A name or path, and what stands there. */
export type Value = readonly [name: string, value: string]

export interface Template {
  /** Undefined for any method. */
  readonly methods: readonly string[] | undefined
  readonly segments: readonly string[]
}

const TEMPLATE = /^(\*|[A-Z]{1,20}(?:,[A-Z]{1,20}){0,9}) (\/[^\s?#]*)$/

/**
 * `DELETE /v1/users/{id}`, `PUT,PATCH /v1/**`, `* /admin/**`. `{name}` and `*` stand for one part of the path, `*` also within
 * one; `**` at the end for any number of them. Undefined when it is none.
 */
export function parseTemplate(text: string): Template | undefined {
  const [, methods, path] = TEMPLATE.exec(text) ?? []
  if (methods === undefined || path === undefined) return undefined
  const segments = path.slice(1).split('/')
  const sound = segments.every(
    (part, at) =>
      (part === '**' ? at === segments.length - 1 : !part.includes('**')) &&
      (/^\{\w{1,40}\}$/.test(part) || !/[{}%;\\]/.test(part)) &&
      (part !== '' || at === segments.length - 1) &&
      part !== '.' &&
      part !== '..',
  )
  return sound ? { methods: methods === '*' ? undefined : methods.split(','), segments } : undefined
}

/**
 * The first entry that the request meets. An entry that loosens is met by what is exactly so; one that tightens also where
 * a server may read the path otherwise (case, a slash at the end), and where a value could not be read.
 */
export function listed(rules: readonly RequestRule[], request: Request): RequestRule | undefined {
  return rules.find((rule) => meets(rule, request))
}

function meets({ match, query, body, verdict }: RequestRule, request: Request): boolean {
  const template = parseTemplate(match)
  if (!template) return false
  const loosens = verdict === 'allow' || verdict === 'warn'
  return (
    methodFits(template.methods, request.method) &&
    pathFits(template.segments, request.segments, loosens) &&
    valuesFit(query, request.query, loosens) &&
    valuesFit(body, request.body, loosens)
  )
}

/** HEAD is a GET without its answer's body. */
const methodFits = (methods: Template['methods'], method: string): boolean =>
  !methods || methods.includes(method) || (method === 'HEAD' && methods.includes('GET'))

function pathFits(pattern: readonly string[], given: readonly string[], exact: boolean): boolean {
  const path = exact ? given : plain(given)
  const parts = exact ? pattern : plain(pattern)
  const rest = parts.at(-1) === '**'
  const fixed = rest ? parts.slice(0, -1) : parts
  if (rest ? path.length < fixed.length : path.length !== fixed.length) return false
  return fixed.every((part, at) => partFits(part, path[at] ?? ''))
}

const plain = (parts: readonly string[]): string[] =>
  (parts.at(-1) === '' ? parts.slice(0, -1) : parts).map((part) => part.toLowerCase())

const partFits = (pattern: string, part: string): boolean =>
  pattern.startsWith('{') ? part !== '' : pattern === '*' ? part !== '' : glob(pattern, part)

function valuesFit(
  wanted: RequestRule['query'],
  given: readonly Value[] | undefined,
  loosens: boolean,
): boolean {
  const names = Object.entries(wanted ?? {})
  if (names.length === 0) return true
  if (!given) return !loosens
  return names.every(([name, patterns]) => {
    const own = given.filter(([at]) => (loosens ? at === name : at.toLowerCase() === name.toLowerCase()))
    const fits = ([, value]: Value) => patterns.some((pattern) => glob(pattern, value))
    return loosens ? own.length > 0 && own.every(fits) : own.some(fits)
  })
}

/** `*` stands for any characters. Linear: each piece is looked for behind the one before it. */
function glob(pattern: string, value: string): boolean {
  const pieces = pattern.split('*')
  const [first = ''] = pieces
  if (pieces.length === 1) return pattern === value
  const last = pieces.at(-1) ?? ''
  if (!value.startsWith(first)) return false
  let at = first.length
  for (const piece of pieces.slice(1, -1)) {
    const found = value.indexOf(piece, at)
    if (found === -1) return false
    at = found + piece.length
  }
  return value.length - last.length >= at && value.endsWith(last)
}
