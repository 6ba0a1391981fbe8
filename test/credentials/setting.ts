// A database with an owner and a broker that is no superuser, as the documentation sets it up.
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { Tls } from '../../src/core/grant.ts'
import { Secret } from '../../src/core/secret.ts'
import type { CredentialTarget, Secrets } from '../../src/credentials/provider.ts'
import { createDatabase, type Database } from '../fixtures/database.ts'
import type { Server } from '../fixtures/servers.ts'

export interface Setting {
  readonly server: Server
  readonly database: Database
  readonly owner: string
  readonly broker: string
  readonly target: CredentialTarget
  readonly secrets: Secrets
  connect(user: string, password: string, database?: string): Promise<pg.Client>
  /** The names of the roles in `pg_roles` that begin with `jit_` and are marked for this target. */
  roles(): Promise<string[]>
  close(): Promise<void>
}

export const BROKER_PASSWORD = 'broker-pässword/@:'

/** The statements that the documentation tells people to run. */
function setUp({ version }: Server): string {
  const text = readFileSync(join(import.meta.dirname, '../../docs/postgres-role.md'), 'utf8')
  const [modern, older] = [...text.matchAll(/```sql\n([^`]+)```/g)].map(([, sql]) => sql ?? '')
  return (version >= 16 ? modern : older) ?? ''
}

export async function prepare(
  server: Server,
  names: { owner?: string; target?: string } = {},
): Promise<Setting> {
  const suffix = randomBytes(5).toString('hex')
  const owner = `${names.owner ?? 'owner'}_${suffix}`
  const broker = `broker_${suffix}`
  const database = await createDatabase(server)
  const { admin } = database
  const [o, b] = [pg.escapeIdentifier(owner), pg.escapeIdentifier(broker)]
  await admin.query(`CREATE ROLE ${o}`)
  const statements = setUp(server)
    .replaceAll('orders_owner', () => o)
    .replaceAll('sluice_broker', () => b)
    .replace("'choose one'", () => pg.escapeLiteral(BROKER_PASSWORD))
  await admin.query(statements)
  await admin.query(`ALTER DATABASE ${database.name} OWNER TO ${o}`)
  await admin.query(`GRANT ALL ON SCHEMA public TO ${o}`)
  const url = `postgres://${broker}:${encodeURIComponent(BROKER_PASSWORD)}@127.0.0.1:${server.port}/${database.name}`
  const target: CredentialTarget = {
    name: names.target ?? `target-${suffix}`,
    host: '127.0.0.1',
    port: server.port,
    database: database.name,
    tls: { mode: 'verify-full', ca: server.ca } satisfies Tls,
    credential: { provider: 'postgres-role', broker: 'env:BROKER', owner },
  }
  const roles = async () => {
    const { rows } = await admin.query<{ name: string }>(
      "SELECT rolname AS name FROM pg_roles WHERE rolname LIKE 'jit_%' AND strpos(shobj_description(oid, 'pg_authid'), $1) > 0 ORDER BY 1",
      [JSON.stringify(target.name)],
    )
    return rows.map(({ name }) => name)
  }
  return {
    server,
    database,
    owner,
    broker,
    target,
    secrets: () => new Secret(url),
    roles,
    async connect(user, password, name = database.name) {
      const client = new pg.Client({ host: '127.0.0.1', port: server.port, user, password, database: name })
      client.on('error', () => {})
      await client.connect()
      return client
    },
    async close() {
      for (const name of await roles()) {
        await admin.query(`DROP OWNED BY ${name}`)
        await admin.query(`DROP ROLE ${name}`)
      }
      await admin.query(`ALTER DATABASE ${database.name} OWNER TO postgres`)
      await admin.query(`DROP OWNED BY ${b} CASCADE`)
      await admin.query(`DROP ROLE ${b}`)
      await admin.query(`DROP OWNED BY ${o} CASCADE`)
      await admin.query(`DROP ROLE ${o}`)
      await database.drop()
    },
  }
}
