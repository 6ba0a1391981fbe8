import { createServer, type Server, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { SluiceError } from '../../core/errors.ts'
import type { HttpTerms, TargetTerms } from '../../core/grant.ts'
import { Secret } from '../../core/secret.ts'
import type { Connection, Gate, Protocol, Target, TargetOptions } from '../protocol.ts'
import { Session } from './connection.ts'
import { type Answer, answer, rawAnswer } from './deny.ts'
import type { Shared } from './shared.ts'
import { Upstream } from './upstream.ts'
import { needlesOf } from './veil.ts'

const HEADERS_MS = 10_000
const IDLE_MS = 60_000
const MOST_HEADER_BYTES = 16 * 1024
const MOST_HEADERS = 100

export const http: Protocol = { name: 'http', defaultPort: 443, open }

function open({ terms, dial, local, masking }: TargetOptions): Target {
  const own = httpOf(terms)
  const shared: Shared = {
    terms,
    http: own,
    local,
    masking,
    masks: looksInto(terms),
    needles: needlesOf(terms.credential, own),
    credential: [own.header, credentialOf(terms, own)],
    upstream: new Upstream(terms, dial),
    now: () => performance.now(),
  }
  const sessions = new WeakMap<Socket, Session>()
  const server = listenTo(sessions)
  return {
    masking,
    serve: (client, gate) => serve(client, gate, shared, server, sessions),
    check: () => shared.upstream.check(),
    async close() {
      server.close()
      shared.upstream.close()
    },
  }
}

/** Node's parser over sockets that somebody else accepts: strict, and with its own time limits. */
function listenTo(sessions: WeakMap<Socket, Session>): Server {
  const server = createServer({
    insecureHTTPParser: false,
    maxHeaderSize: MOST_HEADER_BYTES,
    headersTimeout: HEADERS_MS,
    // A body may wait for an approver; one that stops by itself is noticed where it is read.
    requestTimeout: 0,
    keepAliveTimeout: IDLE_MS,
    connectionsCheckingInterval: 1000,
    noDelay: true,
  })
  server.maxHeadersCount = MOST_HEADERS
  server.on('request', (request, response) => sessions.get(request.socket)?.request(request, response, false))
  server.on('checkContinue', (request, response) =>
    sessions.get(request.socket)?.request(request, response, true),
  )
  server.on('checkExpectation', (request, response: ServerResponse) =>
    answer(request, response, { status: 417, message: 'only `100-continue` can be expected', close: true }),
  )
  server.on('connect', (_, socket) => {
    socket.end(rawAnswer({ status: 405, message: 'the method CONNECT is not passed on' }))
  })
  server.on('clientError', (error: NodeJS.ErrnoException, socket) =>
    sessions
      .get(socket as Socket)
      ?.broken(brokenBy(error.code ?? ''), socket.writable && error.code !== 'ECONNRESET'),
  )
  // Nobody listens here, and yet slow clients are to be noticed.
  server.emit('listening')
  return server
}

function brokenBy(code: string): Answer {
  if (code === 'HPE_HEADER_OVERFLOW') return { status: 431, message: 'the headers are too long' }
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT')
    return { status: 408, message: 'the request took too long to arrive' }
  return { status: 400, message: 'the request is not plain HTTP/1.1' }
}

function serve(
  client: Socket,
  gate: Gate,
  shared: Shared,
  server: Server,
  sessions: WeakMap<Socket, Session>,
): Connection {
  const session = new Session(client, gate, shared)
  sessions.set(client, session)
  // Whoever is turned away at once is told so before anything is read.
  setImmediate(() => {
    if (session.over || client.destroyed) return
    server.emit('connection', client)
    client.resume()
  })
  return session
}

/** Masks by column speak of databases. */
const looksInto = ({ masks }: TargetTerms): boolean =>
  (masks.fields ?? []).length > 0 || masks.detect.length > 0 || (masks.patterns ?? []).length > 0

function credentialOf({ credential, name }: TargetTerms, { scheme }: HttpTerms): Secret {
  if (!('password' in credential)) throw invalid(name, 'no secret')
  const { user, password } = credential
  if (scheme === 'plain') return password
  if (scheme === 'bearer') return new Secret(`Bearer ${password.reveal()}`)
  return new Secret(`Basic ${Buffer.from(`${user}:${password.reveal()}`).toString('base64')}`)
}

function httpOf({ name, http: own }: TargetTerms): HttpTerms {
  if (own) return own
  throw invalid(name, 'no settings of HTTP')
}

const invalid = (name: string, what: string): SluiceError =>
  new SluiceError('CONFIG_INVALID', `Target ${name} has ${what}`, {
    hint: 'The server and this program may be of different versions: use the same release',
  })
