// What a session tells the server of a statement that waits for a person, and what comes back.
import { type HeldLock, locksFrom } from './blocking.ts'
import { SluiceError } from './errors.ts'
import type { Json } from './json.ts'
import { type Fields, fields } from './shape.ts'
import { type Source, sourceFrom } from './source.ts'
import { ACTIONS, type Effect, PLACES } from './statement.ts'

/** Everything that an approver sees of a held statement, and is bound to. JSON; no masked value is in it. */
export interface HeldStatement {
  readonly target: string
  /** Number of the connection within the session. */
  readonly conn: number
  /** The statement's id within its connection. */
  readonly statement: number
  /** SHA-256 of the exact bytes, hex. */
  readonly sha256: string
  /** Literals that match detectors are redacted; the text of what `ran` is cut as in the record. */
  readonly text: string
  /** True when `text` is not all of it, as it was sent. */
  readonly redacted: boolean
  /** Values that were bound to its parameters; absent when it has none. */
  readonly parameters?: HeldParameters
  /** Why it is held: the rules that spoke, those that hold first. */
  readonly findings: readonly HeldFinding[]
  readonly effects: readonly Effect[]
  readonly relations: readonly string[]
  /** What its author tells in comments. */
  readonly hints: readonly string[]
  readonly transaction: HeldTransaction
  /** Permanent tables that it names, or sets off something in, with what the catalogue says of their size. */
  readonly tables?: readonly HeldTable[]
  /** It has run: what waits is that its changes are made last. */
  readonly ran?: true
  /** Its bytes do not say all of what it does: an approval of it is good once. */
  readonly once?: true
  /** The file that it stands in, when the job has it and found it in time. */
  readonly source?: Source
}

export interface HeldParameters {
  /** SHA-256 of the bytes as they were bound, with their formats and types, hex. */
  readonly sha256: string
  /** For people, masked; `null` for NULL. Long ones are cut and end in `…`. */
  readonly values: readonly (string | null)[]
  /** How many more there are that nobody is shown; absent when there are none. */
  readonly more?: number
}

export interface HeldFinding {
  readonly rule: string
  readonly verdict: 'warn' | 'hold'
  readonly reason: string
  readonly hint: string
}

export interface HeldTable {
  readonly relation: string
  /** By the server's statistics; absent when it was never analysed. */
  readonly rows?: number
  /** With indexes. */
  readonly bytes: number
}

/** The transaction that the statement would run in. */
export interface HeldTransaction {
  readonly state: 'none' | 'open'
  /** Milliseconds that it has been open; 0 without one. */
  readonly age: number
  /** Statements that ran in it. */
  readonly statements: number
  /** Table locks that it holds and that others wait for: relation and lock in the server's words. */
  readonly locks: readonly HeldLock[]
  /** Milliseconds that it may wait idle before the database ends it; absent when the target's terms say nothing. */
  readonly idle?: number
  /** The last statements that changed something in it, as in the record but shorter; absent when there are none. */
  readonly earlier?: readonly string[]
}

/** How a held statement stands. */
export interface HeldAnswer {
  readonly id: string
  readonly state: 'waiting' | 'approved' | 'denied' | 'expired' | 'withdrawn'
  /** SHA-256 of the held statement in canonical JSON: the asker compares it with its own. */
  readonly bound: string
  /** Where people decide. */
  readonly uri: string
  /** RFC 3339. */
  readonly expiresAt: string
  /** Names of the approvers who may decide. */
  readonly approvers: readonly string[]
  /** Who has decided, as people know them. */
  readonly by: readonly string[]
  readonly reason?: string
  /** `session`: equal statements of this session need not ask again. */
  readonly scope?: 'once' | 'session'
}

const SHA256 = /^[0-9a-f]{64}$/

/** Strict; throws `SluiceError` CONFIG_INVALID that names the member, never its value. */
export function heldFrom(json: unknown): HeldStatement {
  const held = fields(json, 'statement', invalid)
  const parameters = held.optional('parameters', (name) => parametersFrom(held.object(name)))
  const source = held.optional('source', (name) => sourceFrom(held.object(name), invalid))
  const tables = held.optional('tables', (name) =>
    held.list(name, (item, at) => tableFrom(fields(item, at, invalid))),
  )
  const ran = held.optional('ran', (name) => onlyTrue(held, name))
  const once = held.optional('once', (name) => onlyTrue(held, name))
  const result: HeldStatement = {
    target: held.text('target'),
    conn: held.integer('conn'),
    statement: held.integer('statement'),
    sha256: digest(held, 'sha256'),
    text: held.text('text'),
    redacted: held.flag('redacted'),
    ...(parameters ? { parameters } : {}),
    findings: held.list('findings', (item, at) => findingFrom(fields(item, at, invalid))),
    effects: held.list('effects', (item, at) => effectFrom(fields(item, at, invalid))),
    relations: held.list('relations', text),
    hints: held.list('hints', text),
    transaction: transactionFrom(held.object('transaction')),
    ...(tables ? { tables } : {}),
    ...(ran ? { ran } : {}),
    ...(once ? { once } : {}),
    ...(source ? { source } : {}),
  }
  held.end()
  return result
}

/** The same as JSON, for canonical form and the wire. */
export function heldToJson(held: HeldStatement): Json {
  return JSON.parse(JSON.stringify(held))
}

/** Throws `SluiceError` CONFIG_INVALID when it is no server’s answer. */
export function answerFrom(json: unknown): HeldAnswer {
  const answer = fields(json, 'approval', invalid)
  const reason = answer.optional('reason', answer.text)
  const scope = answer.optional('scope', (name) =>
    answer.oneOf<'once' | 'session'>(name, ['once', 'session']),
  )
  return {
    id: answer.text('id'),
    state: answer.oneOf('state', ['waiting', 'approved', 'denied', 'expired', 'withdrawn']),
    bound: digest(answer, 'bound'),
    uri: answer.text('uri'),
    expiresAt: answer.text('expiresAt'),
    approvers: answer.list('approvers', text),
    by: answer.list('by', text),
    ...(reason === undefined ? {} : { reason }),
    ...(scope === undefined ? {} : { scope }),
  }
}

function parametersFrom(from: Fields): HeldParameters {
  const more = from.optional('more', (name) => from.integer(name))
  const result = {
    sha256: digest(from, 'sha256'),
    values: from.list('values', (value, at) => (value === null ? null : text(value, at))),
    ...(more === undefined ? {} : { more }),
  }
  from.end()
  return result
}

function findingFrom(from: Fields): HeldFinding {
  const result = {
    rule: from.text('rule'),
    verdict: from.oneOf('verdict', ['warn', 'hold']),
    reason: from.text('reason'),
    hint: from.text('hint'),
  }
  from.end()
  return result
}

function tableFrom(from: Fields): HeldTable {
  const rows = from.optional('rows', (name) => from.integer(name))
  const result = {
    relation: from.text('relation'),
    bytes: from.integer('bytes'),
    ...(rows === undefined ? {} : { rows }),
  }
  from.end()
  return result
}

function onlyTrue(from: Fields, name: string): true {
  if (!from.flag(name)) throw invalid(`${name} must be true, or absent`)
  return true
}

function transactionFrom(from: Fields): HeldTransaction {
  const idle = from.optional('idle', from.integer)
  const earlier = from.optional('earlier', (name) => from.list(name, text))
  const result = {
    state: from.oneOf('state', ['none', 'open']),
    age: from.integer('age'),
    statements: from.integer('statements'),
    locks: locksFrom(from),
    ...(idle === undefined ? {} : { idle }),
    ...(earlier ? { earlier } : {}),
  }
  from.end()
  return result
}

/** Every member that an effect may have: one that is missing here does not compile. */
const MEMBERS: Readonly<
  Record<keyof Omit<Effect, 'action' | 'object'>, (from: Fields, name: string) => unknown>
> = {
  name: (from, name) => from.text(name),
  column: (from, name) => from.text(name),
  lock: (from, name) => from.text(name),
  detail: (from, name) => from.text(name),
  temporary: (from, name) => from.flag(name),
  cascade: (from, name) => from.flag(name),
  blanket: (from, name) => from.flag(name),
  stored: (from, name) => from.flag(name),
  most: (from, name) => from.integer(name),
  estimate: (from, name) => from.integer(name),
  bytes: (from, name) => from.integer(name),
  rows: (from, name) => from.oneOf(name, ['none', 'one', 'some', 'all', 'unknown']),
  via: (from, name) => from.list(name, text),
  recursive: (from, name) => from.flag(name),
  place: (from, name) => from.oneOf(name, PLACES),
  listed: (from, name) => from.oneOf(name, ['allow', 'warn', 'hold', 'block']),
}

function effectFrom(from: Fields): Effect {
  const optional = Object.entries(MEMBERS).flatMap(([name, read]) => {
    const value = from.optional(name, (member) => read(from, member))
    return value === undefined ? [] : [[name, value]]
  })
  const effect = { action: from.oneOf('action', ACTIONS), object: from.text('object') }
  from.end()
  return { ...effect, ...Object.fromEntries(optional) }
}

function digest(from: Fields, name: string): string {
  const value = from.text(name)
  if (!SHA256.test(value)) throw invalid(`${name} is not a SHA-256 in hex`)
  return value
}

function text(value: unknown, at: string): string {
  if (typeof value !== 'string') throw invalid(`${at} must be a string`)
  return value
}

function invalid(message: string): SluiceError {
  return new SluiceError('CONFIG_INVALID', `a held statement is malformed: ${message}`, {
    hint: 'The server and this program may be of different versions: use the same release',
  })
}
