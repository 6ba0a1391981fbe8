// What the open transaction of a held statement keeps others from, as a session tells it to the server while it waits.
import { SluiceError } from './errors.ts'
import { type Fields, fields } from './shape.ts'

export interface HeldLock {
  readonly relation: string
  /** In the server's words: `ACCESS EXCLUSIVE`. */
  readonly lock: string
}

/** What the open transaction of a held statement keeps others from at one moment. Nobody is bound to it: it changes. */
export interface HeldBlocking {
  /** When it began, RFC 3339. */
  readonly since?: string
  /** The strongest of each relation that it has locked. */
  readonly locks: readonly HeldLock[]
  /** Some of those that wait for it, or for others that do; who has waited longest comes first. */
  readonly waiting: readonly HeldWaiter[]
  /** How many they are in all. */
  readonly behind: number
}

export interface HeldWaiter {
  /** As it called itself. */
  readonly application: string
  /** The table lock that it wants; absent when it waits for a row or for the end of the transaction. */
  readonly lock?: string
  readonly relation?: string
  /** RFC 3339. */
  readonly since?: string
}

/** Strict; throws `SluiceError` CONFIG_INVALID that names the member, never its value. */
export function blockingFrom(json: unknown): HeldBlocking {
  const from = fields(json, 'blocking', invalid)
  const since = from.optional('since', (name) => timeFrom(from, name))
  const result = {
    ...(since === undefined ? {} : { since }),
    locks: locksFrom(from),
    waiting: from.list('waiting', (item, at) => waiterFrom(fields(item, at, invalid))),
    behind: from.integer('behind'),
  }
  from.end()
  return result
}

function waiterFrom(from: Fields): HeldWaiter {
  const lock = from.optional('lock', from.text)
  const relation = from.optional('relation', from.text)
  const since = from.optional('since', (name) => timeFrom(from, name))
  const result = {
    application: from.text('application'),
    ...(lock === undefined ? {} : { lock }),
    ...(relation === undefined ? {} : { relation }),
    ...(since === undefined ? {} : { since }),
  }
  from.end()
  return result
}

function timeFrom(from: Fields, name: string): string {
  const value = from.text(name)
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/.test(value) || Number.isNaN(Date.parse(value)))
    throw invalid(`${name} is not a time`)
  return value
}

export const locksFrom = (from: Fields): HeldLock[] =>
  from.list('locks', (item, at) => {
    const lock = fields(item, at, invalid)
    const held = { relation: lock.text('relation'), lock: lock.text('lock') }
    lock.end()
    return held
  })

function invalid(message: string): SluiceError {
  return new SluiceError('CONFIG_INVALID', `what a transaction blocks is malformed: ${message}`, {
    hint: 'The server and this program may be of different versions: use the same release',
  })
}
