import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { SluiceError } from '../../core/errors.ts'
import type { Limits, PasswordLogin } from '../../core/grant.ts'
import { Secret } from '../../core/secret.ts'
import type { IssueRequest } from '../provider.ts'
import type { Broker } from './broker.ts'
import { PREFIX, write } from './comment.ts'
import { checkRequirements, hasGrantOptions } from './requirements.ts'
import { scramVerifier } from './scram.ts'

const ATTEMPTS = 4

/** The proxy keeps a side connection for the catalogue, and a cancelled client may reconnect before its backend is gone. */
const SPARE_CONNECTIONS = 4

const ident = pg.escapeIdentifier
const literal = pg.escapeLiteral

/** Makes the role in one transaction: it exists whole, with its comment for the reaper, or not at all. */
export async function createRole(
  broker: Broker,
  request: IssueRequest,
): Promise<PasswordLogin & { readonly handle: string }> {
  const account = await checkRequirements(broker)
  const name = `${PREFIX}${randomBytes(10).toString('hex')}`
  const password = randomBytes(32).toString('base64url')
  const verifier = await scramVerifier(password, randomBytes(16))
  const statements = [
    `CREATE ROLE ${ident(name)} LOGIN NOINHERIT CONNECTION LIMIT ${request.limits.connections + SPARE_CONNECTIONS} ` +
      `PASSWORD ${literal(verifier)} VALID UNTIL ${literal(new Date(request.expiresAt).toISOString())}`,
    `COMMENT ON ROLE ${ident(name)} IS ${literal(mark(request))}`,
    ...memberships(name, broker.owner, hasGrantOptions(account)),
    ...settings(name, broker.owner, request.limits),
  ]
  await transaction(broker, statements, async (client) => {
    await copySearchPath(client, name, broker.owner, broker.database)
    await allowConnect(client, name, broker)
  })
  return { user: name, password: new Secret(password), handle: name }
}

const mark = ({ grantId, target, expiresAt }: IssueRequest): string =>
  write({ grant: grantId, target: target.name, expires: new Date(expiresAt).toISOString() })

/** The broker becomes a member too: ending sessions, and rolling back what the role left prepared, need it. */
function memberships(name: string, owner: string, options: boolean): string[] {
  return [
    `GRANT ${ident(owner)} TO ${ident(name)}${options ? ' WITH INHERIT FALSE, SET TRUE, ADMIN FALSE' : ''}`,
    `GRANT ${ident(name)} TO CURRENT_USER${options ? ' WITH INHERIT TRUE, SET TRUE' : ''}`,
  ]
}

/** Acting as the owner from the start, the role owns nothing itself. */
function settings(name: string, owner: string, limits: Limits): string[] {
  const values: [string, string | undefined][] = [
    ['role', literal(owner)],
    ['statement_timeout', limits.statementTimeout?.toString()],
    ['lock_timeout', limits.lockTimeout?.toString()],
    ['idle_in_transaction_session_timeout', limits.idleInTransactionTimeout?.toString()],
  ]
  return values.flatMap(([setting, value]) =>
    value === undefined ? [] : [`ALTER ROLE ${ident(name)} SET ${setting} = ${value}`],
  )
}

/**
 * An application's tables are often found by the owner's own `search_path`, which counts only at the owner's login.
 * While it is set here nothing is resolved by name: the owner may have put functions of its own on it.
 */
async function copySearchPath(
  client: pg.Client,
  name: string,
  owner: string,
  database: string,
): Promise<void> {
  const { rows } = await client.query<{ setting: string }>(
    `SELECT unnest(s.setconfig) AS setting FROM pg_db_role_setting s JOIN pg_roles r ON r.oid = s.setrole
       LEFT JOIN pg_database d ON d.oid = s.setdatabase
      WHERE r.rolname = $1 AND (s.setdatabase = 0 OR d.datname = $2) ORDER BY s.setdatabase`,
    [owner, database],
  )
  const path = rows
    .findLast(({ setting }) => setting.startsWith('search_path='))
    ?.setting.slice('search_path='.length)
  if (path === undefined) return
  await client.query("SELECT pg_catalog.set_config('search_path', $1, true)", [path])
  await client.query(`ALTER ROLE ${ident(name)} SET search_path FROM CURRENT`)
  await client.query('SET LOCAL search_path = pg_catalog, pg_temp')
}

/** A database that is closed to PUBLIC must let the role in by name. */
async function allowConnect(
  client: pg.Client,
  name: string,
  { database: datname, target }: Broker,
): Promise<void> {
  const { rows } = await client.query<{ open: boolean }>(
    "SELECT has_database_privilege($1, oid, 'CONNECT') AS open FROM pg_database WHERE datname = $2",
    [name, datname],
  )
  const database = ident(datname)
  if (rows[0] === undefined)
    throw new SluiceError('CREDENTIAL_FAILED', `target ${target}: there is no database ${database}`, {
      hint: 'Correct `database` in the policy file',
    })
  if (rows[0].open) return
  await client.query(`GRANT CONNECT ON DATABASE ${database} TO ${ident(name)}`)
  const { rows: after } = await client.query<{ open: boolean }>(
    "SELECT has_database_privilege($1, $2, 'CONNECT') AS open",
    [name, datname],
  )
  if (!after[0]?.open)
    throw new SluiceError(
      'CREDENTIAL_FAILED',
      `target ${target}: the broker cannot let the role into ${database}`,
      {
        hint: `As the database’s owner: GRANT CONNECT ON DATABASE ${database} TO BROKER WITH GRANT OPTION;`,
      },
    )
}

/** Catalogue rows that two grants change at once make PostgreSQL give up with one of these: nothing has happened then. */
const RETRY = ['40001', '40P01', 'XX000']

async function transaction(
  broker: Broker,
  statements: readonly string[],
  last: (client: pg.Client) => Promise<void>,
): Promise<void> {
  const { client } = broker
  for (let attempt = 1; ; attempt++) {
    try {
      await client.query('BEGIN')
      for (const statement of statements) await client.query(statement)
      await last(client)
      await client.query('COMMIT')
      return
    } catch (error) {
      await client.query('ROLLBACK')
      const code = error instanceof pg.DatabaseError ? (error.code ?? '') : ''
      if (attempt === ATTEMPTS || !RETRY.includes(code)) throw error
    }
  }
}
