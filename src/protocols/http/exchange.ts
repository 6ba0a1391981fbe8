// One judged request to the target, and its answer back.
import type { ClientRequest, IncomingMessage, ServerResponse } from 'node:http'
import { SluiceError } from '../../core/errors.ts'
import { Unmaskable } from '../../masking/index.ts'
import type { Gate, Statement } from '../protocol.ts'
import { type Begun, type Passing, pass } from './body.ts'
import { type Answer, answer, failureOf } from './deny.ts'
import type { Header } from './headers.ts'
import type { Inspected } from './inspect.ts'
import { type Given, giveBack, TooMany } from './response.ts'
import type { Shared } from './shared.ts'

/** A target that says nothing for so long, unless the guard has a `statement_timeout`. */
const PATIENCE_MS = 600_000
/** Larger answers are told with their digest. */
const LARGE = 64 * 1024
const MOST_INTERIM = 16
/** A method that usually has no body: a target may not read one. */
const BODILESS = /^(GET|HEAD|OPTIONS|DELETE)$/

export interface Exchange {
  readonly shared: Shared
  readonly gate: Gate
  readonly statement: Statement
  readonly inspected: Inspected
  readonly begun: Begun
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly base: string
  /** Aborts when the client is gone. */
  readonly gone: AbortSignal
}

/** Never rejects: failures are told to the client and to the gate. Gives the bytes that the target sent. */
export async function exchange(own: Exchange): Promise<void> {
  const { shared, gate, statement, request, response, begun } = own
  const started = shared.now()
  const timeout = shared.terms.limits.statementTimeout
  const signal = timeout === undefined ? own.gone : AbortSignal.any([own.gone, AbortSignal.timeout(timeout)])
  const ms = () => Math.round(shared.now() - started)
  const passing: { body?: Passing } = {}
  try {
    const reply = await sent(own, signal, passing)
    const given = await giveBack(reply, { shared, method: own.inspected.method, response, base: own.base })
    if (begun.more) tellUpload(own, passing.body)
    if (given.bytes > LARGE)
      gate.transfer(statement, { direction: 'out', bytes: given.bytes, sha256: given.sha256 })
    gate.result(statement, resultOf(reply, given, ms()))
  } catch (error) {
    if (begun.more) tellUpload(own, passing.body)
    const late = signal.aborted && !own.gone.aborted
    const failure = own.gone.aborted ? GONE : late ? LATE : explained(error, gate)
    const told = { sqlstate: String(failure.status), message: failure.message }
    gate.result(statement, { tag: told.sqlstate, rows: 0, bytes: 0, ms: ms(), error: told })
    if (response.headersSent) response.destroy()
    else answer(request, response, { ...failure, close: failure.close ?? !(error instanceof Unmaskable) })
  }
}

const GONE: Answer = { status: 499, message: 'the client is gone' }
const LATE: Answer = { status: 504, message: 'the target took longer than the guard allows' }

function explained(error: unknown, gate: Gate): Answer {
  if (error instanceof Unmaskable)
    return {
      status: 502,
      message: `the answer cannot be masked: ${error.message}`,
      hint: 'Ask for JSON or text; whoever keeps the policy file may list its type under `unmasked` of the target',
    }
  if (error instanceof TooMany) {
    gate.limit('bytes', 'an answer was larger than the guard allows')
    return {
      status: 502,
      message: 'the answer is larger than the guard allows',
      hint: 'Ask for less at a time',
    }
  }
  if (error instanceof SluiceError) return failureOf(error)
  return { status: 502, message: 'the target closed the connection, or broke the protocol' }
}

function tellUpload({ gate, statement }: Exchange, body: Passing | undefined): void {
  if (body) gate.transfer(statement, { direction: 'in', bytes: body.bytes, sha256: body.sha256() })
}

function resultOf(reply: IncomingMessage, { bytes, masked }: Given, ms: number) {
  const some = Object.keys(masked).length > 0
  return { tag: String(reply.statusCode), rows: 0, bytes, ms, ...(some && { masked }) }
}

/** The final answer's head. What reads only is asked again when an idle connection was closed under it. */
async function sent(
  own: Exchange,
  signal: AbortSignal,
  passing: { body?: Passing },
): Promise<IncomingMessage> {
  const reads = /^(GET|HEAD|OPTIONS)$/.test(own.inspected.method) && own.begun.bytes.length === 0
  try {
    return await attempt(own, signal, passing, false)
  } catch (error) {
    if (!(error instanceof Stale) || !reads || signal.aborted) throw error
    return attempt(own, signal, passing, true)
  }
}

/** The connection had been used before, and was closed before anything came back. */
class Stale extends Error {}

function attempt(
  own: Exchange,
  signal: AbortSignal,
  passing: { body?: Passing },
  alone: boolean,
): Promise<IncomingMessage> {
  const { shared, inspected, begun } = own
  const { method, target } = inspected
  const lonely = alone || (BODILESS.test(method) && (begun.bytes.length > 0 || begun.more))
  const upstream = shared.upstream.send({
    method,
    target: target.canonical,
    headers: [...inspected.headers, ...framing(own), [shared.credential[0], shared.credential[1].reveal()]],
    alone: lonely,
    signal,
  })
  const patience = shared.terms.limits.statementTimeout ?? PATIENCE_MS
  return new Promise((resolve, reject) => {
    listen(upstream, resolve, reject)
    upstream.setTimeout(patience, () =>
      upstream.destroy(new SluiceError('UPSTREAM_UNREACHABLE', 'the target did not answer in time')),
    )
    if (begun.more) passing.body = pass(own.request, upstream, begun.bytes)
    else upstream.end(begun.bytes)
  })
}

function listen(
  upstream: ClientRequest,
  resolve: (answer: IncomingMessage) => void,
  reject: (error: unknown) => void,
): void {
  let interim = 0
  upstream.once('response', resolve)
  upstream.on('information', () => {
    if (++interim > MOST_INTERIM) upstream.destroy(new Error('too many interim answers'))
  })
  upstream.once('upgrade', (_, socket) => {
    socket.destroy()
    reject(new Error('the target speaks another protocol'))
  })
  upstream.on('error', (error: NodeJS.ErrnoException) =>
    reject(upstream.reusedSocket && error.code === 'ECONNRESET' ? new Stale() : error),
  )
}

/** How the body's end is known. */
function framing({ inspected, begun }: Exchange): Header[] {
  if (begun.more)
    return [
      inspected.length === undefined
        ? ['Transfer-Encoding', 'chunked']
        : ['Content-Length', inspected.length],
    ]
  const empty = begun.bytes.length === 0
  if (empty && !/^(POST|PUT|PATCH)$/.test(inspected.method)) return []
  return [['Content-Length', String(begun.bytes.length)]]
}
