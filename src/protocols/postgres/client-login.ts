// The server's half of the login, towards the job's own clients on loopback.
// https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-START-UP
import { randomBytes, timingSafeEqual } from 'node:crypto'
import { CLIENT, errorResponse, type Failure, frame, int32, ProtocolError, UPSTREAM } from './frames.ts'
import type { Messages } from './messages.ts'
import { createVerifier, MECHANISM, scramServer, type Verifier } from './scram.ts'
import { CODE, Refusal, readPairs, readStartup, STARTUP_LIMIT, type Startup } from './startup.ts'
import type { Inlet } from './transport.ts'

/** What a local client must present. */
export interface LocalLogin {
  readonly user: string
  readonly password: string
  /** `password` (in clear) only for clients without SCRAM; nothing but loopback and unix sockets carries it. */
  readonly method: 'scram-sha-256' | 'password'
  readonly verifier: Verifier
  readonly database?: string | undefined
  readonly target: string
}

export type Opened =
  | { readonly kind: 'startup'; readonly startup: Startup; readonly keyLength: number }
  | { readonly kind: 'cancel'; readonly pid: number; readonly key: Buffer }

const PASSWORD_LIMIT = 1024

/** Reads startup packets until one opens a session or cancels one, then checks the password. Throws `Refusal` or `ProtocolError`. */
export async function clientLogin(inlet: Inlet, messages: Messages, local: LocalLogin): Promise<Opened> {
  const asked = new Set<number>()
  for (;;) {
    const { body } = await messages.next(STARTUP_LIMIT, true)
    if (body.length < 4) throw new ProtocolError('a startup packet without a version')
    const code = body.readUInt32BE(0)
    if (code === CODE.ssl || code === CODE.gss) {
      // Bytes behind the request were sent before anybody could have answered: somebody injected them (CVE-2021-23214).
      if (body.length !== 4 || inlet.pending > 0 || asked.has(code))
        throw new ProtocolError('bytes behind a request for encryption')
      asked.add(code)
      inlet.socket.write('N')
      continue
    }
    if (code === CODE.cancel) {
      if (body.length < 12 || body.length > 8 + 256) throw new ProtocolError('a malformed cancel request')
      return { kind: 'cancel', pid: body.readInt32BE(4), key: Buffer.from(body.subarray(8)) }
    }
    return await open(inlet, messages, local, code, body)
  }
}

async function open(
  inlet: Inlet,
  messages: Messages,
  local: LocalLogin,
  code: number,
  body: Buffer,
): Promise<Opened> {
  if (code >>> 16 !== 3)
    throw new Refusal(
      '0A000',
      `protocol ${code >>> 16}.${code & 0xffff} is not spoken here, only 3.0 and 3.2`,
    )
  const pairs = readPairs(body.subarray(4))
  const startup = readStartup(pairs, { name: local.target, database: local.database, user: local.user })
  const options = [...pairs.keys()].filter((name) => name.startsWith('_pq_.'))
  if (code > CODE.protocol32 || options.length > 0) {
    const parts = [int32(Math.min(code, CODE.protocol32), options.length), ...options]
    inlet.socket.write(frame(UPSTREAM.NegotiateProtocolVersion, ...parts))
  }
  const proven =
    local.method === 'password'
      ? await cleartext(inlet, messages, local)
      : await scram(inlet, messages, local, startup.user)
  if (!proven || !same(startup.user, local.user))
    throw new Refusal(
      '28P01',
      `password authentication failed for user "${startup.user.slice(0, 63)}"`,
      'Use the user and password that the session printed or exported (PGUSER, PGPASSWORD).',
    )
  return { kind: 'startup', startup, keyLength: code >= CODE.protocol32 ? 32 : 4 }
}

async function cleartext(inlet: Inlet, messages: Messages, local: LocalLogin): Promise<boolean> {
  inlet.socket.write(frame(UPSTREAM.Authentication, int32(3)))
  const body = await answer(messages)
  return same(body.toString('utf8', 0, Math.max(0, body.length - 1)), local.password)
}

async function scram(inlet: Inlet, messages: Messages, local: LocalLogin, user: string): Promise<boolean> {
  inlet.socket.write(frame(UPSTREAM.Authentication, int32(10), MECHANISM, Buffer.of(0)))
  const initial = await answer(messages)
  const zero = initial.indexOf(0)
  const length = zero >= 0 && initial.length >= zero + 5 ? initial.readInt32BE(zero + 1) : -1
  if (initial.toString('latin1', 0, Math.max(0, zero)) !== MECHANISM || initial.length !== zero + 5 + length)
    throw new ProtocolError('a malformed SASL response')
  // Unknown users take the same way as wrong passwords.
  const verifier =
    user === local.user ? local.verifier : createVerifier(randomBytes(32).toString('hex'), randomBytes(16))
  const exchange = scramServer(verifier, randomBytes(18).toString('base64'))
  const first = exchange.first(initial.toString('utf8', zero + 5))
  inlet.socket.write(frame(UPSTREAM.Authentication, int32(11), Buffer.from(first)))
  const final = exchange.final((await answer(messages)).toString('utf8'))
  if (final === undefined) return false
  inlet.socket.write(frame(UPSTREAM.Authentication, int32(12), Buffer.from(final)))
  return true
}

/** Nothing but a password message may come now; a second startup packet is refused here too. */
async function answer(messages: Messages): Promise<Buffer> {
  const { type, body } = await messages.next(PASSWORD_LIMIT)
  if (type !== CLIENT.Password) throw new ProtocolError('a message that is no part of the login')
  return body
}

function same(given: string, wanted: string): boolean {
  const a = Buffer.alloc(256)
  const b = Buffer.alloc(256)
  a.write(given)
  b.write(wanted)
  return timingSafeEqual(a, b) && given.length === wanted.length
}

/** How a failed login is told to the client. */
export function loginFailure(error: unknown): Failure {
  if (error instanceof Refusal) return error.failure
  const message = error instanceof ProtocolError ? `refused: ${error.message}` : 'the login failed'
  return { severity: 'FATAL', sqlstate: error instanceof ProtocolError ? '08P01' : 'XX000', message }
}

export const fatal = (failure: Failure): Buffer => errorResponse({ ...failure, severity: 'FATAL' })
