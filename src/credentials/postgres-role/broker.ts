// The connection of the account that makes and drops roles.
import { type ConnectionOptions, checkServerIdentity } from 'node:tls'
import pg from 'pg'
import { SluiceError } from '../../core/errors.ts'
import type { Tls } from '../../core/grant.ts'
import type { CredentialTarget, Secrets } from '../provider.ts'
import { connectionUrl } from '../url.ts'
import { brokerError } from './errors.ts'

/** The strictest when the target does not say. */
const VERIFIED: Tls = { mode: 'verify-full' }

export interface Broker {
  readonly client: pg.Client
  readonly owner: string
  /** The target's name, for messages. */
  readonly target: string
  /** The target's database. */
  readonly database: string
  /** Runs `use` in another database of the same server. */
  inDatabase<T>(database: string, use: (client: pg.Client) => Promise<T>): Promise<T>
}

/** Connects as the broker, runs `use`, disconnects. Throws `SluiceError` UPSTREAM_* or CREDENTIAL_FAILED. */
export async function withBroker<T>(
  target: CredentialTarget,
  secrets: Secrets,
  use: (broker: Broker) => Promise<T>,
): Promise<T> {
  const { credential } = target
  if (credential.provider !== 'postgres-role') throw new TypeError(`target ${target.name} makes no roles`)
  const url = connectionUrl(secrets(credential.broker), credential.broker)
  const place = { ...url, port: url.port ?? target.port }
  const { database } = target
  if (database === undefined) throw new TypeError(`target ${target.name} has no database`)
  const home = url.database ?? database
  const inDatabase = <R>(database: string, run: (client: pg.Client) => Promise<R>) =>
    connected(options(place, database, target), target, run)
  return inDatabase(home, (client) =>
    use({
      client,
      owner: credential.owner,
      target: target.name,
      database,
      inDatabase: (database, run) => (database === home ? run(client) : inDatabase(database, run)),
    }),
  )
}

async function connected<T>(
  config: pg.ClientConfig,
  target: CredentialTarget,
  use: (client: pg.Client) => Promise<T>,
): Promise<T> {
  let cleartext = false
  const password = () => {
    if (cleartext && (target.tls?.mode === 'disable' || target.tls?.mode === 'require'))
      throw unprotected(target)
    return String(config.password)
  }
  const client = new pg.Client({ ...config, password })
  client.connection.once('authenticationCleartextPassword', () => {
    cleartext = true
  })
  // Without a listener, a connection lost between two queries would end the process.
  client.on('error', () => {})
  try {
    await client.connect()
    return await use(client)
  } catch (error) {
    throw error instanceof SluiceError ? error : brokerError(error, target)
  } finally {
    await client.end().catch(() => {})
  }
}

/** Whoever asks for the password itself could be anybody: only a verified server gets it. */
function unprotected({ name, tls = VERIFIED }: CredentialTarget): SluiceError {
  return new SluiceError(
    'UPSTREAM_TLS',
    `target ${name}: the server asks for the broker’s password in clear, and TLS mode ${tls.mode} does not prove who it is`,
    { hint: 'Use mode: verify-full, or scram-sha-256 in pg_hba.conf' },
  )
}

function options(
  url: { host: string; port: number; user: string; password: { reveal(): string } },
  database: string,
  target: CredentialTarget,
): pg.ClientConfig {
  return {
    host: url.host,
    port: url.port,
    user: url.user,
    password: url.password.reveal(),
    database,
    ssl: tls(target, url.host),
    application_name: 'sluice broker',
    connectionTimeoutMillis: 10_000,
    query_timeout: 60_000,
    statement_timeout: 30_000,
    lock_timeout: 3_000,
    // Whoever owns a database may set defaults for every session in it: these must not reach the broker.
    options:
      '-c search_path=pg_catalog,pg_temp -c role=none -c default_transaction_read_only=off -c client_min_messages=error',
  }
}

/** The driver verifies an IP address as `localhost` when left alone, hence the check of our own. */
function tls({ tls = VERIFIED }: CredentialTarget, host: string): ConnectionOptions | false {
  if (tls.mode === 'disable') return false
  const name = tls.serverName ?? host
  return {
    ...(tls.ca === undefined ? {} : { ca: tls.ca }),
    rejectUnauthorized: tls.mode !== 'require',
    checkServerIdentity: (_host, certificate) =>
      tls.mode === 'verify-full' ? checkServerIdentity(name, certificate) : undefined,
  }
}
