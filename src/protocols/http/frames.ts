// The request's target: read once, in one way, or not at all (RFC 9112, 3.2; RFC 3986).
import type { Value } from '../../core/request.ts'

export interface RequestTarget {
  /** Decoded; the last one is empty when the path ends with a slash. */
  readonly segments: readonly string[]
  readonly query: readonly Value[]
  /** As it goes upstream: what was judged, written in one way. */
  readonly canonical: string
}

/** Something of a request can be read in two ways, or is not allowed here: `message` is for its author. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly status: number
  readonly hint: string

  constructor(status: number, message: string, hint: string) {
    super(message)
    this.status = status
    this.hint = hint
  }
}

const LONGEST = 8 * 1024
/** `;` is a border to some servers and a character to others. */
const PATH = /^(?:\/(?:[A-Za-z0-9._~!$&'()*+,=:@-]|%[0-9A-Fa-f]{2})*)+$/
const QUERY = /^(?:[A-Za-z0-9._~!$&'()*+,;=:@/?[\]-]|%[0-9A-Fa-f]{2})*$/
const KEPT = /[A-Za-z0-9._~!$&'()*+,=:@-]/

/** Throws `Refused`. */
export function readTarget(text: string): RequestTarget {
  if (text.length > LONGEST) throw new Refused(414, 'the address is too long', 'Send values in the body')
  if (!text.startsWith('/'))
    throw new Refused(400, 'the request’s target is not a path', 'Send the path alone, as to any server')
  const mark = text.indexOf('?')
  const path = mark === -1 ? text : text.slice(0, mark)
  const query = mark === -1 ? undefined : text.slice(mark + 1)
  if (!PATH.test(path)) throw ambiguous('the path holds characters that must be encoded, or `;`')
  if (query !== undefined && !QUERY.test(query))
    throw ambiguous('the query holds characters that must be encoded')
  const segments = path.slice(1).split('/').map(segmentOf)
  for (const [at, segment] of segments.entries()) checkSegment(segment, at === segments.length - 1)
  const written = `/${segments.map(encoded).join('/')}`
  return {
    segments,
    query: queryOf(query ?? ''),
    canonical: query === undefined ? written : `${written}?${query}`,
  }
}

function segmentOf(raw: string): string {
  try {
    return decodeURIComponent(raw)
  } catch {
    throw ambiguous('the path is not UTF-8')
  }
}

/** What one server reads as this path and another as that one. */
function checkSegment(segment: string, last: boolean): void {
  if (segment === '' && !last) throw ambiguous('the path holds `//`')
  if (/^\.{1,2}$/.test(segment)) throw ambiguous('the path holds `.` or `..` as a part')
  if (/[/\\;?#]/.test(segment)) throw ambiguous('the path holds an encoded slash, backslash, `;`, `?` or `#`')
  if (/%[0-9A-Fa-f]{2}/.test(segment)) throw ambiguous('the path is encoded twice')
  if (/\p{C}/u.test(segment)) throw ambiguous('the path holds control characters')
  if (segment.normalize('NFKC') !== segment)
    throw ambiguous('the path holds characters that look like others')
}

const encoded = (segment: string): string =>
  [...segment].map((char) => (KEPT.test(char) ? char : encodeURIComponent(char))).join('')

function queryOf(query: string): Value[] {
  const values: Value[] = []
  for (const pair of query.split('&')) {
    if (pair === '') continue
    const equals = pair.indexOf('=')
    const [name, value] = equals === -1 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)]
    values.push([unescaped(name), unescaped(value)])
  }
  if (values.some(([name]) => name.toLowerCase() === '_method'))
    throw new Refused(400, 'the query names another method', 'Send the request with the method that is meant')
  return values
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    throw ambiguous('the query is not UTF-8')
  }
}

const ambiguous = (what: string): Refused =>
  new Refused(400, `the address can be read in more than one way: ${what}`, 'Write it in its plain form')
