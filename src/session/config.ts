// What the daemon reads from its standard input: the only way in for the session's secrets.
import type { SessionGrant } from '../client/exchange.ts'
import { SluiceError } from '../core/errors.ts'
import type { Json } from '../core/json.ts'
import { fields } from '../core/shape.ts'
import { CLIENT_AUTH, type ClientAuth } from './wanted.ts'

export interface DaemonConfig {
  /** Mode 0700: `ready.json`, `closed.json`, the log and the unix sockets. */
  readonly dir: string
  /** Directory of the session record. */
  readonly record: string
  /** Port 0 for any free one. */
  readonly listen: readonly { readonly target: string; readonly port: number }[]
  /** From the server; without it, `terms` are those of a standalone session. */
  readonly grant?: SessionGrant
  /** `termsToJson` of the terms, with the upstream passwords in clear. */
  readonly terms?: Json
  /** The session ends when this process is gone. */
  readonly parent?: number
  /** Milliseconds without a connection after which the session ends; 0 for never. */
  readonly idleExitMs: number
  /** Milliseconds that running statements get to finish when the session is stopped. */
  readonly drainMs: number
  /** Milliseconds after which the session ends, before its grant does. */
  readonly timeoutMs?: number
  /** How local clients show the session's password; SCRAM when absent. */
  readonly clientAuth?: ClientAuth
  /** Absolute directory of the job's files; without it approvers are not told where a statement stands. */
  readonly workspace?: string
}

/** Throws `SluiceError` CONFIG_INVALID that names the member, never its value. */
export function parseDaemonConfig(text: string): DaemonConfig {
  const root = fields(parse(text), 'config', invalid)
  const optional = <T>(name: string, value: T | undefined) => (value === undefined ? {} : { [name]: value })
  const grant = root.optional('grant', (name) => grantFrom(root.object(name)))
  const terms = root.optional('terms', (name) => root.record(name, (value) => value as Json))
  const config: DaemonConfig = {
    dir: root.text('dir'),
    record: root.text('record'),
    listen: root.list('listen', (item, at) => {
      const entry = fields(item, at, invalid)
      const place = { target: entry.text('target'), port: entry.integer('port') }
      entry.end()
      if (place.port > 65_535) throw invalid(`${at}.port must be at most 65535`)
      return place
    }),
    idleExitMs: root.integer('idleExitMs'),
    drainMs: root.integer('drainMs'),
    ...optional('parent', root.optional('parent', root.integer)),
    ...optional('timeoutMs', root.optional('timeoutMs', root.integer)),
    ...optional('workspace', root.optional('workspace', root.text)),
    ...optional(
      'clientAuth',
      root.optional('clientAuth', (name) => root.oneOf(name, CLIENT_AUTH)),
    ),
    ...optional('grant', grant),
    ...optional('terms', terms),
  }
  root.end()
  if (config.listen.length === 0) throw invalid('config.listen names no target')
  if ((grant === undefined) === (terms === undefined)) throw invalid('config needs either a grant or terms')
  return config
}

function grantFrom(grant: ReturnType<typeof fields>): SessionGrant {
  const key = grant.object('key')
  const result: SessionGrant = {
    server: grant.text('server'),
    session: grant.text('session'),
    sessionUrl: grant.text('sessionUrl'),
    token: grant.text('token'),
    refreshToken: grant.text('refreshToken'),
    expiresAt: grant.text('expiresAt'),
    key: {
      kty: key.oneOf('kty', ['OKP']),
      crv: key.oneOf('crv', ['Ed25519']),
      x: key.text('x'),
      d: key.text('d'),
    },
  }
  key.end()
  grant.end()
  return result
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Without the cause: the parser's message quotes its input.
    throw invalid('the configuration on standard input is not JSON')
  }
}

const invalid = (message: string) =>
  new SluiceError('CONFIG_INVALID', message, {
    hint: 'The daemon is started by the action and by sluice run and start; it is not a command of its own',
  })
