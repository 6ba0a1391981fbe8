// A request becomes a statement.
import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import type { RequestRule } from '../../core/grant.ts'
import { listed, type Request } from '../../core/request.ts'
import type { Action, Effect, Statement } from '../../core/statement.ts'
import { fieldsOf } from './fields.ts'
import { Refused, type RequestTarget } from './frames.ts'
import { type Header, telling, valuesOf } from './headers.ts'

/** Of a body, for people; its digest is of all of it. */
const SHOWN_BODY = 8 * 1024

const ACTIONS: Readonly<Record<string, Action>> = {
  GET: 'read',
  HEAD: 'read',
  OPTIONS: 'read',
  PUT: 'write',
  PATCH: 'write',
  DELETE: 'remove',
}

export interface Inspected {
  readonly method: string
  readonly target: RequestTarget
  /** As they go upstream. */
  readonly headers: readonly Header[]
  /** Undefined for one that is passed on as it comes. */
  readonly body: Buffer | undefined
  /** What the client says of its length. */
  readonly length: string | undefined
}

/** Throws `Refused` for a body that names another method. */
export function statementOf(id: number, request: Inspected, rules: readonly RequestRule[]): Statement {
  const { method, target, headers, body } = request
  const [type] = valuesOf(headers, 'content-type')
  const [encoding] = valuesOf(headers, 'content-encoding')
  const values = body && fieldsOf(body, type, encoding)
  if (values?.some(([name]) => name.toLowerCase() === '_method'))
    throw new Refused(400, 'the body names another method', 'Send the request with the method that is meant')
  const facts: Request = { method, segments: target.segments, query: target.query, body: values }
  const effect = effectOf(facts, target, listed(rules, facts))
  const own = telling(headers)
  return {
    id,
    text: textOf(request, own),
    sha256: digest(request, own),
    analysis: {
      effects: [effect],
      relations: [],
      count: 1,
      changes: { schema: false, resolution: false },
    },
  }
}

function effectOf({ method }: Request, { canonical }: RequestTarget, rule: RequestRule | undefined): Effect {
  const action = ACTIONS[method] ?? 'call'
  const path = canonical.split('?', 1)[0] ?? canonical
  if (!rule) return { action, object: 'request', name: path, detail: method }
  const template = rule.match.slice(rule.match.indexOf(' ') + 1)
  return { action, object: 'request', name: template, detail: method, listed: rule.verdict }
}

/** As whoever approves it reads it: `POST /v1/refunds`, what its headers add, its body. */
function textOf({ method, target, body, length }: Inspected, headers: readonly Header[]): string {
  const head = [`${method} ${target.canonical}`]
  for (const [name, value] of headers) head.push(`${name.toLowerCase()}: ${value}`)
  if (body === undefined)
    return `${head.join('\n')}\n\n(${length ?? 'an unknown number of'} bytes, passed on as they come)`
  if (body.length === 0) return head.join('\n')
  if (!isUtf8(body) || body.includes(0)) return `${head.join('\n')}\n\n(${body.length} bytes, not text)`
  const text = body.toString()
  return `${head.join('\n')}\n\n${text.length > SHOWN_BODY * 2 ? `${text.slice(0, SHOWN_BODY * 2)}…` : text}`
}

/** Of method, target, telling headers and body, each with its length in front. */
function digest({ method, target, body, length }: Inspected, headers: readonly Header[]): string {
  const hash = createHash('sha256')
  const add = (bytes: Buffer) => hash.update(`${bytes.length}:`).update(bytes)
  add(Buffer.from(`${method} ${target.canonical}`))
  for (const [name, value] of headers) add(Buffer.from(`${name.toLowerCase()}: ${value}`, 'latin1'))
  add(body ?? Buffer.from(`${length ?? 'chunked'}`))
  return hash.digest('hex')
}
