// The client's half of the login, towards the target.
import { createHash, randomBytes } from 'node:crypto'
import type { Socket } from 'node:net'
import { SluiceError } from '../../core/errors.ts'
import type { TargetTerms } from '../../core/grant.ts'
import type { Secret } from '../../core/secret.ts'
import { CLIENT, frame, int32, ProtocolError, readFields, stringEnd, UPSTREAM } from './frames.ts'
import { Messages } from './messages.ts'
import { MECHANISM, prepare, saltedPassword, scramClient } from './scram.ts'
import { CODE } from './startup.ts'
import { refused, secure, tlsOf, unreachable } from './tls.ts'
import { Inlet } from './transport.ts'

/** A connection that the target has accepted. */
export interface Upstream {
  readonly inlet: Inlet
  readonly parameters: ReadonlyMap<string, string>
  readonly pid: number
  readonly key: Buffer
  /** Status of ReadyForQuery. */
  readonly status: number
  /** For the record: the protocol version or `none`. */
  readonly tls: string
}

export interface UpstreamOptions {
  readonly terms: TargetTerms
  readonly dial: () => Promise<Socket>
  readonly settings: ReadonlyMap<string, string>
  /** Derived keys by password, salt and iterations: deriving one takes milliseconds. */
  readonly keys: Map<string, Buffer>
  /** Milliseconds until the login is given up. */
  readonly timeout: number
}

const LIMIT = 64 * 1024

/** A socket to the target on which nothing but TLS was said. Throws `SluiceError`. */
export async function connectUpstream(terms: TargetTerms, dial: () => Promise<Socket>): Promise<Socket> {
  const socket = await dial().catch((error: unknown) => {
    if (error instanceof SluiceError) throw error
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
    throw unreachable(terms, `cannot be reached${code}`)
  })
  socket.on('error', () => {})
  try {
    return await secure(socket, terms)
  } catch (error) {
    socket.destroy()
    throw error
  }
}

/** Dials, secures and logs in. Throws `SluiceError`; the server's own words only after TLS was verified. */
export async function upstreamLogin(options: UpstreamOptions): Promise<Upstream> {
  const { terms } = options
  let socket: Socket | undefined
  let timer: NodeJS.Timeout | undefined
  let late = false
  try {
    const timeout = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        late = true
        socket?.destroy()
        reject(unreachable(terms, `did not answer within ${Math.round(options.timeout / 1000)} s`))
      }, options.timeout)
    })
    const login = connectUpstream(terms, options.dial).then((connected) => {
      socket = connected
      if (late) connected.destroy()
      return logIn(connected, options)
    })
    return await Promise.race([login, timeout])
  } catch (error) {
    socket?.destroy()
    if (error instanceof ProtocolError) throw refused(terms, `broke its protocol: ${error.message}`)
    throw error
  } finally {
    clearTimeout(timer)
  }
}

async function logIn(socket: Socket, options: UpstreamOptions): Promise<Upstream> {
  const { terms, settings } = options
  const messages = new Messages()
  const inlet = new Inlet(socket, messages)
  messages.attach(inlet)
  inlet.socket.on('error', () => {})
  const pairs = ['user', terms.credential.user, 'database', terms.database ?? terms.credential.user]
  for (const [name, value] of settings) pairs.push(name, value)
  const startup = frame(0, int32(CODE.protocol30), ...pairs, Buffer.of(0)).subarray(1)
  inlet.socket.write(startup)
  await authenticate(inlet, messages, options)
  const parameters = new Map<string, string>()
  let pid = 0
  let key: Buffer = Buffer.alloc(0)
  for (;;) {
    const { type, body } = await messages.next(LIMIT)
    if (type === UPSTREAM.ParameterStatus) {
      const zero = stringEnd(body, 0, body.length)
      parameters.set(
        body.toString('utf8', 0, zero),
        body.toString('utf8', zero + 1, stringEnd(body, zero + 1, body.length)),
      )
    } else if (type === UPSTREAM.BackendKeyData && body.length >= 8) {
      pid = body.readInt32BE(0)
      key = body.subarray(4)
    } else if (type === UPSTREAM.ReadyForQuery && body.length === 1) {
      const tls =
        'getProtocol' in socket && typeof socket.getProtocol === 'function'
          ? String(socket.getProtocol())
          : 'none'
      return { inlet, parameters, pid, key, status: body[0]!, tls }
    } else if (type === UPSTREAM.ErrorResponse) throw said(terms, body)
    else if (type !== UPSTREAM.NoticeResponse && type !== UPSTREAM.NegotiateProtocolVersion)
      throw new ProtocolError('a message that is no part of the login')
  }
}

async function authenticate(inlet: Inlet, messages: Messages, options: UpstreamOptions): Promise<void> {
  const { terms } = options
  const { user } = terms.credential
  const password = passwordOf(terms)
  const send = (...parts: (Buffer | string)[]) => inlet.socket.write(frame(CLIENT.Password, ...parts))
  const next = async () => {
    const { type, body } = await messages.next(LIMIT)
    if (type === UPSTREAM.ErrorResponse) throw said(terms, body)
    if (type === UPSTREAM.NegotiateProtocolVersion) return { kind: -1, body }
    if (type !== UPSTREAM.Authentication || body.length < 4)
      throw new ProtocolError('a message that is no part of the login')
    return { kind: body.readUInt32BE(0), body: body.subarray(4) }
  }
  const encrypted = tlsOf(terms).mode !== 'disable'
  for (;;) {
    const { kind, body } = await next()
    if (kind === -1) continue
    if (kind === 0) return
    if (kind === 3) {
      if (!encrypted)
        throw refused(
          terms,
          'asks for the password in clear over an unencrypted connection',
          'Use TLS for this target.',
        )
      send(password.reveal())
    } else if (kind === 5 && body.length === 4) {
      send(md5(user, password.reveal(), body))
    } else if (kind === 10) {
      return await sasl(body)
    } else {
      throw refused(
        terms,
        `asks for an authentication method (${kind}) that is not spoken here`,
        'Use scram-sha-256.',
      )
    }
  }

  async function sasl(offer: Buffer): Promise<void> {
    // SCRAM-SHA-256-PLUS is left out: without channel binding the certificate check is what stands against a relay.
    if (!offer.toString('latin1').split('\0').includes(MECHANISM))
      throw refused(terms, `does not offer ${MECHANISM}`)
    const prepared = await prepare(password.reveal())
    const nonce = randomBytes(18).toString('base64')
    const exchange = scramClient(nonce, (salt, iterations) => {
      const id = `${iterations}:${salt.toString('base64')}`
      const known = options.keys.get(id)
      if (known) return known
      const key = saltedPassword(prepared, salt, iterations)
      if (options.keys.size < 16) options.keys.set(id, key)
      return key
    })
    const first = Buffer.from(exchange.first)
    send(MECHANISM, int32(first.length), first)
    const serverFirst = await next()
    if (serverFirst.kind !== 11) throw new ProtocolError('a SASL exchange out of order')
    send(Buffer.from(exchange.final(serverFirst.body.toString('utf8'))))
    const serverFinal = await next()
    if (serverFinal.kind !== 12) throw new ProtocolError('a SASL exchange out of order')
    exchange.verify(serverFinal.body.toString('utf8'))
    const done = await next()
    if (done.kind !== 0) throw new ProtocolError('a SASL exchange out of order')
  }
}

function md5(user: string, password: string, salt: Buffer): string {
  const hash = (...parts: (string | Buffer)[]) => {
    const md = createHash('md5')
    for (const part of parts) md.update(part)
    return md.digest('hex')
  }
  return `md5${hash(hash(password, user), salt)}`
}

/** The server's own refusal. */
function said(terms: TargetTerms, body: Buffer): SluiceError {
  const fields = new Map(readFields(body, 0, body.length))
  const sqlstate = /^[0-9A-Z]{5}$/.exec(fields.get('C') ?? '')?.[0] ?? '?????'
  const message = (fields.get('M') ?? 'no reason given').slice(0, 300)
  const credential = sqlstate.startsWith('28')
  return refused(
    terms,
    `refused the login (${sqlstate}): ${message}`,
    credential ? 'Check the credential of this target, and pg_hba.conf on the server.' : undefined,
  )
}

function passwordOf({ credential, name }: TargetTerms): Secret {
  if ('password' in credential) return credential.password
  throw new SluiceError('CONFIG_INVALID', `Target ${name} speaks PostgreSQL, but its credential is a key`, {
    hint: 'Give it a credential with a user and a password.',
  })
}
