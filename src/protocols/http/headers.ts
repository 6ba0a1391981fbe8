// Headers of both directions: what is passed on, what is not, and what no request may hold.
import type { HttpTerms } from '../../core/grant.ts'
import { Refused } from './frames.ts'

export type Header = readonly [name: string, value: string]

/** `['Host', 'x', …]` as Node has it. */
export function pairs(raw: readonly string[]): Header[] {
  const headers: Header[] = []
  for (let at = 0; at + 1 < raw.length; at += 2) headers.push([raw[at] ?? '', raw[at + 1] ?? ''])
  return headers
}

export const valuesOf = (headers: readonly Header[], name: string): string[] =>
  headers.filter(([own]) => own.toLowerCase() === name).map(([, value]) => value)

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

const HOP = words(
  'connection keep-alive te trailer transfer-encoding upgrade http2-settings proxy-connection proxy-authorization proxy-authenticate proxy-authentication-info',
)
/** Of a client: what it says of itself and its way, and what is written anew. */
const DROPPED = words(
  `host content-length expect accept-encoding forwarded via x-real-ip true-client-ip x-client-ip x-cluster-client-ip cf-connecting-ip
  early-data max-forwards referer origin cookie2`,
)
/** Some servers take these for the request itself. */
const REWRITING = words(
  `x-http-method x-http-method-override x-method-override x-original-method x-original-url x-rewrite-url x-original-uri x-request-uri
  x-accel-redirect x-sendfile front-end-https`,
)
const ONCE = words(
  'host content-length content-type content-encoding transfer-encoding authorization expect range if-match upgrade',
)
/** They say nothing of what a request does. */
const QUIET = words(
  `user-agent accept accept-language accept-charset cache-control pragma date dnt traceparent tracestate baggage x-request-id
  x-correlation-id x-amzn-trace-id sec-fetch-mode sec-fetch-site sec-fetch-dest priority cookie if-none-match if-modified-since`,
)

/** As servers behind a gateway interface see the name. */
const folded = (name: string): string => name.toLowerCase().replaceAll('_', '-')

export interface Shape {
  readonly method: string
  readonly version: string
  readonly headers: readonly Header[]
  /** What a client may call this place: `127.0.0.1:4711`. */
  readonly hosts: readonly string[]
}

/** What can be read in two ways ends here. Throws `Refused`. */
export function checkShape({ method, version, headers, hosts }: Shape): void {
  const bad = (what: string, hint = 'Send it in the plain form of HTTP/1.1') => new Refused(400, what, hint)
  for (const name of ONCE) if (valuesOf(headers, name).length > 1) throw bad(`the header ${name} comes twice`)
  if (version !== '1.1' && version !== '1.0') throw new Refused(505, 'only HTTP/1.1 is spoken here', 'Use it')
  const [host] = valuesOf(headers, 'host')
  if (host === undefined || !hosts.includes(host.toLowerCase()))
    throw new Refused(421, 'the request is for another host', `Send it to ${hosts[0] ?? 'this address'}`)
  const [coding] = valuesOf(headers, 'transfer-encoding')
  if (coding !== undefined && (coding.toLowerCase() !== 'chunked' || version !== '1.1'))
    throw bad('the transfer encoding is not plain `chunked`')
  if (coding !== undefined && valuesOf(headers, 'content-length').length > 0)
    throw bad('the request has two lengths')
  if (valuesOf(headers, 'upgrade').length > 0)
    throw new Refused(501, 'no other protocol is spoken here', 'Send the request without `Upgrade`')
  if (method === 'TRACE' || method === 'CONNECT' || method === 'TRACK')
    throw new Refused(405, `the method ${method} is not passed on`, 'Use another one')
  for (const value of valuesOf(headers, 'connection'))
    for (const word of value.toLowerCase().split(','))
      if (!/^(|close|keep-alive|te)$/.test(word.trim())) throw bad('`Connection` names other headers')
  for (const [name] of headers)
    if (REWRITING.has(folded(name)))
      throw bad(`the header ${name.toLowerCase()} would change what is asked`, 'Ask for what is meant')
}

export interface Sending {
  readonly headers: readonly Header[]
  readonly terms: HttpTerms
  /** Whether `Authorization` was for this place, and is over. */
  readonly local: boolean
  /** Whether masks look into answers: no part of one can be asked for then, nor compared with another. */
  readonly masks: boolean
}

/** A client's own headers that go upstream, without credential and framing. Throws `Refused`. */
export function forwarded({ headers, terms, local, masks }: Sending): Header[] {
  return headers.filter(([name]) => {
    const own = folded(name)
    if (own === 'authorization' && local) return false
    if (own === terms.header || own === 'authorization')
      throw new Refused(
        403,
        `the header ${own} is set here, and not by clients`,
        'Send the request without it: the session adds the credential',
      )
    if (own === 'cookie' && terms.cookies === 'drop') return false
    if (masks && (own === 'range' || own === 'if-range')) return false
    return !HOP.has(own) && !DROPPED.has(own) && !/^(proxy|x-forwarded|x-sluice)(-|$)/.test(own)
  })
}

/** Headers that may change what a request does: part of the statement. */
export const telling = (headers: readonly Header[]): Header[] =>
  headers.filter(([name]) => !QUIET.has(name.toLowerCase()))

/** Of an answer: what speaks of the connection, or of another way to the target. */
const NOT_RETURNED = words(
  'alt-svc strict-transport-security content-length public-key-pins expect-ct nel report-to',
)
/** Of an answer whose bytes may be others than the target sent. */
const OF_BYTES = words(
  'etag content-md5 digest content-digest repr-digest want-digest accept-ranges content-range signature signature-input',
)

export interface Returning {
  readonly headers: readonly Header[]
  readonly cookies: boolean
  /** The body may differ from what the target sent. */
  readonly changed: boolean
}

export function returned({ headers, cookies, changed }: Returning): Header[] {
  const named = new Set(
    valuesOf(headers, 'connection').flatMap((value) =>
      value
        .toLowerCase()
        .split(',')
        .map((word) => word.trim()),
    ),
  )
  return headers.filter(([name]) => {
    const own = name.toLowerCase()
    if (HOP.has(own) || NOT_RETURNED.has(own) || named.has(own) || own.startsWith('x-sluice')) return false
    if (!cookies && /^set-cookie2?$/.test(own)) return false
    return own !== 'content-encoding' && !(changed && OF_BYTES.has(own))
  })
}

/** Trailers that say something of the message itself are not. */
export const trailing = (headers: readonly Header[], changed: boolean): Header[] =>
  returned({ headers, cookies: false, changed }).filter(
    ([name]) => !/^(content-.*|authorization|host|location|cache-control|vary|www-authenticate)$/i.test(name),
  )
