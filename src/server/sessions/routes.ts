import type { KeyObject } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { MAX_LINE_BYTES, publicKey, sha256, verifyAs } from '../../recording/chain.ts'
import { isChunkHeader, isRecord, isSealBody, isSessionId } from '../../recording/shapes.ts'
import { NotNext, type RecordStore, TooLarge } from './store.ts'

export interface SessionsOptions {
  readonly store: Pick<RecordStore, 'append' | 'seal'>
  /** The session that the request's token belongs to, and its key (proved by DPoP). Throws when there is none. */
  authorise(request: Request): Promise<{ session: string; publicJwk: PublicJwk }>
  /** Told of a chunk that could not be kept. */
  onError?(error: unknown): void
}

export interface PublicJwk {
  readonly kty: string
  readonly crv?: string
  readonly x?: string
}

type Status = 400 | 403 | 404 | 409 | 413 | 415 | 503 | 507

/** A request that is answered with an error. */
class Refusal extends Error {
  readonly status: Status
  readonly code: string

  constructor(status: Status, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

/** What the server notes of a request, when it is mounted in one that does. */
interface Noting {
  Variables: { entry?: { correlationId: string; grant?: string; check?: string; detail?: string } }
}

/** Each line takes 4 bytes of marks: a chunk of empty lines would be kept as five times as much. An event has far more. */
const MIN_LINE_BYTES = 8

/** `POST /{id}/chunks` and `POST /{id}/seal`, for mounting at `/v1/sessions`. */
export function sessions(options: SessionsOptions): Hono<Noting> {
  const { store } = options
  const app = new Hono<Noting>()

  app.post('/:id/chunks', (c) =>
    answer(c, options, async () => {
      const { body, session, key, x } = await open(c, options)
      const { header, signature } = body
      if (!isChunkHeader(header) || typeof signature !== 'string' || typeof body.body !== 'string')
        throw invalid('a chunk is {header: {sid, seq, off, len, sha256, prev}, signature, body}')
      const lines = Buffer.from(body.body)
      if (lines.length > MAX_LINE_BYTES)
        throw new Refusal(413, 'too_large', `a chunk has at most ${MAX_LINE_BYTES} bytes`)
      if (countLines(lines) * MIN_LINE_BYTES > lines.length)
        throw invalid('the lines are too short for events')
      if (header.sid !== session) throw invalid('the header names another session')
      if (header.len === 0 || header.len !== lines.length || header.sha256 !== sha256(lines))
        throw invalid('length or SHA-256 of the body is not what the header says')
      if (lines.at(-1) !== 10) throw invalid('a chunk ends with a line feed')
      if (!verifyAs('chunk', header, signature, key)) throw forged()
      return store.append({ header, key: x, signature, body: lines })
    }),
  )

  app.post('/:id/seal', (c) =>
    answer(c, options, async () => {
      const { body, session, key, x } = await open(c, options)
      const { seal, signature } = body
      if (!isSealBody(seal) || typeof signature !== 'string')
        throw invalid('a seal is {seal: {sid, n, bytes, head, sha256, reason}, signature}')
      if (seal.sid !== session) throw invalid('the seal names another session')
      if (seal.reason === 'abandoned') throw invalid('only the server abandons a record')
      if (!verifyAs('seal', seal, signature, key)) throw forged()
      return store.seal({ seal, signature }, x)
    }),
  )

  return app
}

/**
 * For mounting at `/v1/log`, public, so that anyone can watch the log: `GET /checkpoint`, and `GET /key`, the server's
 * public key (JWK `x`) as `sluice verify --server-key` takes it.
 */
export function sealLog(checkpoint: () => Promise<string>, key: string): Hono {
  const app = new Hono()
  app.get('/checkpoint', async (c) => c.text(await checkpoint()))
  app.get('/key', (c) => c.text(`${key}\n`))
  return app
}

/** Who asks, with which key, and what. */
async function open(c: Context<Noting>, { authorise }: SessionsOptions) {
  const { session, publicJwk } = await authorise(c.req.raw)
  Object.assign(c.var.entry ?? {}, { grant: session })
  if (c.req.param('id') !== session || !isSessionId(session))
    throw new Refusal(404, 'not_found', 'the token is for another session')
  const x = publicJwk.crv === 'Ed25519' ? publicJwk.x : undefined
  const key: KeyObject | undefined = x === undefined ? undefined : publicKey(x)
  if (x === undefined || !key) throw invalid('the session’s key is not Ed25519')
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? ''))
    throw new Refusal(415, 'invalid_request', 'the body must be application/json')
  const body: unknown = await c.req.json().catch(() => undefined)
  if (!isRecord(body)) throw invalid('the body is not a JSON object')
  return { body, session, key, x }
}

async function answer(
  c: Context<Noting>,
  { onError }: SessionsOptions,
  act: () => Promise<object>,
): Promise<Response> {
  try {
    return c.json(await act())
  } catch (error) {
    if (error instanceof Refusal) return refuse(c, error.status, error.code, error.message)
    if (error instanceof NotNext) {
      const { message, next, off, sealed } = error
      return refuse(c, 409, 'conflict', message, { next, off, sealed })
    }
    if (error instanceof TooLarge) return refuse(c, 413, 'too_large', error.message)
    const status = diskStatus(error)
    if (status === undefined) throw error
    onError?.(error)
    c.header('Retry-After', '5')
    return c.json({ error: 'not_kept', error_description: 'the record store takes nothing now' }, status)
  }
}

function refuse(c: Context<Noting>, status: Status, code: string, message: string, more = {}): Response {
  const { entry } = c.var
  Object.assign(entry ?? {}, { check: `record-${code}`, detail: message })
  const at = entry ? { correlation_id: entry.correlationId } : {}
  return c.json({ error: code, error_description: message, ...more, ...at }, status)
}

/** 507 when the disk is full, 503 when it fails; undefined when it is not the disk. */
function diskStatus(error: unknown): 503 | 507 | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code)) return 507
  return ['EIO', 'EROFS', 'EMFILE', 'ENFILE', 'EACCES', 'STORE_FAILED'].includes(code) ? 503 : undefined
}

function countLines(bytes: Buffer): number {
  let count = 0
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) count++
  return count
}

function invalid(message: string): Refusal {
  return new Refusal(400, 'invalid_request', message)
}

function forged(): Refusal {
  return new Refusal(403, 'invalid_signature', 'the signature is not by the session’s key')
}
