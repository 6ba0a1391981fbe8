// What a client may ask for when it connects. Everything else is refused, because a server takes any setting there.
// https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-START-UP
import type { Limits } from '../../core/grant.ts'
import { type Failure, ProtocolError, stringEnd } from './frames.ts'

export const CODE = {
  cancel: 80877102,
  ssl: 80877103,
  gss: 80877104,
  protocol30: 0x30000,
  protocol32: 0x30002,
} as const

/** The server's MAX_STARTUP_PACKET_LENGTH. */
export const STARTUP_LIMIT = 10_000

/** Settings that change how values look, never what a statement means. Lower case, as the server folds them. */
const HARMLESS = new Set([
  'application_name',
  'bytea_output',
  'client_min_messages',
  'datestyle',
  'extra_float_digits',
  'geqo',
  'intervalstyle',
  'timezone',
])

const TIMEOUTS = new Set(['statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout'])

export interface Startup {
  readonly user: string
  readonly application: string
  /** Settings that go to the server; names in lower case. */
  readonly settings: ReadonlyMap<string, string>
}

/** A startup packet that is well-formed and not wanted. */
export class Refusal extends Error {
  readonly failure: Failure

  constructor(sqlstate: string, message: string, hint?: string) {
    super(message)
    this.failure = { severity: 'FATAL', sqlstate, message, hint }
  }
}

/** The pairs of a startup packet; `bytes` is its body behind the protocol version. */
export function readPairs(bytes: Buffer): Map<string, string> {
  const pairs = new Map<string, string>()
  let at = 0
  while (at < bytes.length && bytes[at] !== 0) {
    const nameEnd = stringEnd(bytes, at, bytes.length)
    const valueEnd = stringEnd(bytes, nameEnd + 1, bytes.length)
    const name = bytes.toString('utf8', at, nameEnd)
    if (pairs.has(name)) throw new ProtocolError('a startup parameter that is given twice')
    pairs.set(name, bytes.toString('utf8', nameEnd + 1, valueEnd))
    at = valueEnd + 1
  }
  if (at !== bytes.length - 1) throw new ProtocolError('a startup packet without its end')
  return pairs
}

/** Command-line options in `options`: `-c name=value`, `-cname=value`, `--name=value`; a backslash escapes the next character. */
export function readOptions(text: string): [name: string, value: string][] {
  const words = (text.match(/(?:\\[\s\S]|[^\s\\])+/g) ?? []).map((word) => word.replace(/\\([\s\S])/g, '$1'))
  const settings: [string, string][] = []
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    const setting = word === '-c' ? (words[++i] ?? '') : /^(?:-c|--)([\s\S]*)$/.exec(word)?.[1]
    const pair = setting === undefined ? null : /^([A-Za-z_][\w.-]*)=([\s\S]*)$/.exec(setting)
    if (!pair) throw new Refusal('22023', 'the connection option "options" holds more than settings')
    settings.push([pair[1]!.toLowerCase().replaceAll('-', '_'), pair[2]!])
  }
  return settings
}

/** Applies the rules; `database` is the target's, and `user` the one that local clients use. */
export function readStartup(
  pairs: ReadonlyMap<string, string>,
  target: { readonly name: string; readonly database?: string | undefined; readonly user: string },
): Startup {
  const settings = new Map<string, string>()
  const take = (name: string, value: string) => {
    if (name === 'client_encoding') return encoding(value)
    if (!HARMLESS.has(name) && !TIMEOUTS.has(name))
      throw new Refusal(
        '0A000',
        `the setting "${name.slice(0, 64)}" is not accepted when connecting`,
        'Set it by a statement after connecting; there it is judged and recorded.',
      )
    settings.set(name, value)
  }
  const user = pairs.get('user') ?? ''
  for (const [name, value] of pairs) {
    const folded = name.toLowerCase()
    if (folded === 'user' || folded.startsWith('_pq_.')) continue
    if (folded === 'database') database(value, user, target)
    else if (folded === 'replication') replication(value)
    else if (folded === 'options') for (const [key, setting] of readOptions(value)) take(key, setting)
    else take(folded, value)
  }
  if (!user) throw new Refusal('28000', 'no user name in the startup packet')
  return { user, application: settings.get('application_name') ?? '', settings }
}

function encoding(value: string): void {
  const name = value.toLowerCase().replace(/[^a-z0-9]/g, '')
  if (name !== 'utf8' && name !== 'unicode' && name !== 'sqlascii')
    throw new Refusal('0A000', 'only client_encoding UTF8 is accepted', 'Set PGCLIENTENCODING=UTF8.')
}

function replication(value: string): void {
  if (!['false', 'off', 'no', '0'].includes(value.toLowerCase()))
    throw new Refusal('0A000', 'replication connections are refused')
}

/** libpq sends the user's name when no database was chosen. */
function database(
  value: string,
  user: string,
  target: { readonly name: string; readonly database?: string | undefined },
): void {
  if (value === target.database || value === '' || value === '-' || value === user) return
  throw new Refusal(
    '3D000',
    `this grant is for the database of target "${target.name}" only`,
    target.database ? `Connect to the database "${target.database}".` : 'Leave the database out.',
  )
}

/** The settings of the connection to the target: the client's, within the grant's limits. */
export function upstreamSettings(
  startup: Pick<Startup, 'settings'>,
  limits: Partial<Limits>,
): Map<string, string> {
  const settings = new Map(startup.settings)
  const bound = (name: string, limit: number | undefined) => {
    if (limit === undefined) return
    const asked = milliseconds(settings.get(name))
    settings.set(name, String(asked > 0 && asked < limit ? asked : limit))
  }
  bound('statement_timeout', limits.statementTimeout)
  bound('lock_timeout', limits.lockTimeout)
  bound('idle_in_transaction_session_timeout', limits.idleInTransactionTimeout)
  settings.set('client_encoding', 'UTF8')
  settings.set('standard_conforming_strings', 'on')
  return settings
}

const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  ms: 1,
  s: 1000,
  min: 60_000,
  h: 3_600_000,
  d: 86_400_000,
}

function milliseconds(value: string | undefined): number {
  const match = /^\s*(\d+)\s*(ms|s|min|h|d|)\s*$/.exec(value ?? '')
  return match ? Number(match[1]) * UNITS[match[2]!]! : 0
}
