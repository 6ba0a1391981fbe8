// What is answered here and not by the target: RFC 9457, or plain text for who does not take JSON.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { STATUS_CODES } from 'node:http'
import { SluiceError } from '../../core/errors.ts'
import type { Verdict } from '../../core/verdict.ts'
import { refusalOf } from '../refusal.ts'

export interface Answer {
  readonly status: number
  /** For the request's author; never a value of it. */
  readonly message: string
  readonly detail?: string | undefined
  readonly hint?: string | undefined
  readonly rule?: string | undefined
  /** Nothing more is read on this connection. */
  readonly close?: boolean
}

export function denial(verdict: Verdict): Answer {
  const rule = verdict.findings.find(({ verdict: kind }) => kind === verdict.kind)?.rule
  return { status: 403, ...refusalOf(verdict), rule: rule ?? 'none' }
}

/** What ends a request when something of it was thrown. */
export function failureOf(error: unknown): Answer {
  if (!(error instanceof SluiceError)) return { status: 502, message: 'the target did not answer' }
  if (error.code === 'RECORD_FAILED')
    return {
      status: 503,
      message: 'the session record cannot be written, so nothing more is forwarded',
      hint: error.hint,
      close: true,
    }
  return { status: 502, message: error.message, hint: error.hint }
}

export function answer(request: IncomingMessage, response: ServerResponse, own: Answer): void {
  const json = takesJson(request.headers.accept)
  const body = json ? problem(own) : text(own)
  // What is left of a body is not read for nothing.
  const close = own.close === true || !request.complete
  response.writeHead(own.status, {
    'content-type': json ? 'application/problem+json' : 'text/plain; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'x-sluice': own.rule === undefined ? 'error' : 'refused',
    ...(own.rule === undefined ? {} : { 'x-sluice-rule': own.rule }),
    ...(own.status === 401 ? { 'www-authenticate': 'Basic realm="sluice"' } : {}),
    ...(close ? { connection: 'close' } : {}),
  })
  response.end(body)
}

/** To a client whose request could not be read. */
export function rawAnswer(own: Answer): string {
  const body = text(own)
  return [
    `HTTP/1.1 ${own.status} ${STATUS_CODES[own.status] ?? 'Error'}`,
    'content-type: text/plain; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'x-sluice: error',
    'connection: close',
    '',
    body,
  ].join('\r\n')
}

const takesJson = (accept = '*/*'): boolean =>
  /json|\*\/\*|application\/\*/i.test(accept) && !/^text\//i.test(accept)

function problem({ status, message, detail, hint, rule }: Answer): string {
  const members = { title: message, status, detail, hint, rule }
  return `${JSON.stringify(members)}\n`
}

/** What a name could do to a terminal is taken out. */
const text = ({ message, detail, hint }: Answer): string =>
  [message, detail, hint]
    .filter((line) => line !== undefined)
    .map((line) => `sluice: ${line.replace(/\p{C}/gu, '?')}\n`)
    .join('')
