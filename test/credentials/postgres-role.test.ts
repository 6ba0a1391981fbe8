import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SluiceError } from '../../src/core/errors.ts'
import { postgresRole } from '../../src/credentials/postgres-role/index.ts'
import { createDatabase, servers } from '../fixtures/database.ts'
import { prepare, type Setting } from './setting.ts'

const LIMITS = { connections: 3, statementTimeout: 60_000, lockTimeout: 2_000 }
const soon = () => new Date(Date.now() + 600_000).toISOString()

describe.each(servers())('postgres-role on PostgreSQL $version', (server) => {
  let setting: Setting
  beforeAll(async () => {
    setting = await prepare(server, { owner: 'own"er; drop\'\\' })
  })
  afterAll(() => setting.close())

  const issue = (grantId: string, expiresAt = soon()) =>
    postgresRole.issue({
      grantId,
      target: setting.target,
      expiresAt,
      limits: LIMITS,
      secrets: setting.secrets,
    })
  const end = (grantId: string, handle?: string) =>
    postgresRole.end({
      grantId,
      target: setting.target,
      secrets: setting.secrets,
      ...(handle === undefined ? {} : { handle }),
    })
  const open = async (grantId: string) => {
    const issued = await issue(grantId)
    return { issued, client: await setting.connect(issued.user, issued.password.reveal()) }
  }

  it('makes a role that acts as the owner, with the limits, and keeps the password off the server', async () => {
    const { issued, client } = await open('g-make')
    const { rows } = await client.query(
      "SELECT session_user::text, current_user::text, current_setting('statement_timeout') AS st, current_setting('lock_timeout') AS lt",
    )
    expect(rows).toEqual([{ session_user: issued.user, current_user: setting.owner, st: '1min', lt: '2s' }])
    expect(issued.password.reveal()).toMatch(/^[\w-]{43}$/)
    const { rows: stored } = await setting.database.admin.query(
      'SELECT rolpassword, rolconnlimit, rolvaliduntil > now() AS valid, rolinherit, rolcreaterole FROM pg_authid WHERE rolname = $1',
      [issued.user],
    )
    expect(stored[0].rolpassword).toMatch(/^SCRAM-SHA-256\$4096:/)
    expect(stored[0]).toMatchObject({ rolconnlimit: 7, valid: true, rolinherit: false, rolcreaterole: false })
    await client.end()
    await end('g-make')
  })

  it('ends sessions, leaves the job’s tables with the owner and drops the role', async () => {
    const { issued, client } = await open('g-end')
    await client.query('CREATE TABLE made_as_owner (id int)')
    await client.query('SET ROLE NONE')
    await client.query('CREATE TEMP TABLE scratch (id int)')
    await setting.database.admin.query(`GRANT CREATE ON SCHEMA public TO ${issued.user}`)
    await client.query('CREATE TABLE made_as_role (id int); INSERT INTO made_as_role VALUES (1)')
    const ended = new Promise((resolve) => client.once('end', resolve))
    expect(await end('g-end', issued.handle)).toEqual({ sessionsEnded: 1, objectsReassigned: true })
    await ended
    const { rows } = await setting.database.admin.query(
      "SELECT tablename::text AS name, tableowner::text AS owner FROM pg_tables WHERE tablename LIKE 'made%' ORDER BY 1",
    )
    expect(rows).toEqual([
      { name: 'made_as_owner', owner: setting.owner },
      { name: 'made_as_role', owner: setting.owner },
    ])
    expect((await setting.database.admin.query('SELECT * FROM made_as_role')).rowCount).toBe(1)
    expect(await setting.roles()).toEqual([])
    await expect(setting.connect(issued.user, issued.password.reveal())).rejects.toThrow(
      /password|does not exist/,
    )
  })

  it('is idempotent, and ends everything of the grant and target when it knows no handle', async () => {
    await issue('g-many')
    await issue('g-many')
    const other = await issue('g-other')
    await end('g-many')
    expect(await setting.roles()).toEqual([other.user])
    expect(await end('g-many')).toEqual({ sessionsEnded: 0, objectsReassigned: false })
    expect(await end('g-wrong', other.handle)).toEqual({ sessionsEnded: 0, objectsReassigned: false })
    expect(await setting.roles()).toEqual([other.user])
    await end('g-other', other.handle)
    expect(await setting.roles()).toEqual([])
  })

  it('ends a busy session in an open transaction that holds locks', async () => {
    const { issued, client } = await open('g-busy')
    await client.query('CREATE TABLE busy (id int)')
    await client.query('BEGIN; LOCK TABLE busy')
    const running = client.query('SELECT pg_sleep(60)').catch((error: Error) => error.message)
    expect((await end('g-busy', issued.handle)).sessionsEnded).toBe(1)
    expect(await running).toMatch(/terminat|closed/i)
  })

  it('ends a session that holds its own role’s row, or the lock that enders could share', async () => {
    const { issued, client } = await open('g-hold')
    await client.query('SET ROLE NONE')
    await client.query(
      "SELECT pg_advisory_lock(hashtext('sluice'), oid::int) FROM pg_roles WHERE rolname = session_user",
    )
    await client.query("BEGIN; ALTER ROLE CURRENT_USER PASSWORD 'another'")
    expect((await end('g-hold', issued.handle)).sessionsEnded).toBe(1)
    expect(await setting.roles()).toEqual([])
  })

  it('rolls back a change of its role that was prepared in the owner’s name', async () => {
    const { issued, client } = await open('g-trick')
    const bystander = `kept-${setting.broker}`
    await client.query(`BEGIN; CREATE TABLE bystander (id int); PREPARE TRANSACTION '${bystander}'`)
    await client.query('SET ROLE NONE')
    await client.query("BEGIN; ALTER ROLE CURRENT_USER PASSWORD 'another'")
    await client.query(`SET LOCAL ROLE ${pg.escapeIdentifier(setting.owner)}`)
    await client.query(`PREPARE TRANSACTION 'trick-${setting.broker}'`)
    await end('g-trick', issued.handle)
    expect(await setting.roles()).toEqual([])
    const { admin } = setting.database
    const { rows } = await admin.query('SELECT gid FROM pg_prepared_xacts WHERE gid LIKE $1', [
      `%-${setting.broker}`,
    ])
    expect(rows).toEqual([{ gid: bystander }])
    await admin.query(`ROLLBACK PREPARED '${bystander}'`)
  })

  it('rolls back what the role left prepared, in the database where it did', async () => {
    const elsewhere = await createDatabase(server, 'CREATE SCHEMA s; GRANT ALL ON SCHEMA s TO PUBLIC')
    const { issued, client } = await open('g-prepared')
    const away = await setting.connect(issued.user, issued.password.reveal(), elsewhere.name)
    for (const [session, gid] of [
      [client, `it's-${setting.broker}`],
      [away, `away-${setting.broker}`],
    ] as const) {
      await session.query('SET ROLE NONE')
      const schema = session === away ? 's' : 'public'
      if (session === client)
        await setting.database.admin.query(`GRANT CREATE ON SCHEMA public TO ${issued.user}`)
      await session.query(`BEGIN; CREATE TABLE ${schema}.prepared (id int)`)
      await session.query(`PREPARE TRANSACTION ${pg.escapeLiteral(gid)}`)
    }
    await end('g-prepared', issued.handle)
    const { rows } = await setting.database.admin.query(
      'SELECT gid FROM pg_prepared_xacts WHERE gid LIKE $1',
      [`%-${setting.broker}`],
    )
    expect(rows).toEqual([])
    expect(await setting.roles()).toEqual([])
    await elsewhere.drop()
  })

  it('cleans up in every database that the role reached', async () => {
    const elsewhere = await createDatabase(server, 'CREATE SCHEMA s; GRANT ALL ON SCHEMA s TO PUBLIC')
    const { issued } = await open('g-two')
    const away = await setting.connect(issued.user, issued.password.reveal(), elsewhere.name)
    await away.query('SET ROLE NONE')
    await away.query('CREATE TABLE s.left (id int); INSERT INTO s.left VALUES (1)')
    const owner = pg.escapeIdentifier(setting.owner)
    await elsewhere.admin.query(
      `CREATE TABLE s.mine (id int); ALTER TABLE s.mine OWNER TO ${owner}; SET ROLE ${owner}; GRANT SELECT ON s.mine TO ${issued.user}; RESET ROLE`,
    )
    expect(await end('g-two', issued.handle)).toEqual({ sessionsEnded: 2, objectsReassigned: true })
    const { rows } = await elsewhere.admin.query(
      "SELECT tableowner::text AS owner FROM pg_tables WHERE tablename = 'left'",
    )
    expect(rows).toEqual([{ owner: setting.owner }])
    await elsewhere.admin.query(`DROP OWNED BY ${owner}`)
    await elsewhere.drop()
  })

  it('names what a stranger gave to the role, and ends it when that is taken back', async () => {
    const { admin } = setting.database
    const { issued } = await open('g-gift')
    await admin.query(`CREATE TABLE gift (id int); GRANT SELECT ON gift TO ${issued.user}`)
    const error: SluiceError = await end('g-gift', issued.handle).then(
      () => expect.unreachable(),
      (caught) => caught,
    )
    expect(error.message).toMatch(/gave the role privileges/)
    const { rows } = await admin.query('SELECT rolcanlogin FROM pg_roles WHERE rolname = $1', [issued.user])
    expect(rows).toEqual([{ rolcanlogin: false }])
    await admin.query(`DROP TABLE gift`)
    await end('g-gift', issued.handle)
    expect(await setting.roles()).toEqual([])
  })

  it('keeps the tables when they cannot be handed over, and ends the role later', async () => {
    const { issued, client } = await open('g-stuck')
    await setting.database.admin.query(`GRANT CREATE ON SCHEMA public TO ${issued.user}`)
    await client.query('SET ROLE NONE')
    await client.query('CREATE TABLE stuck (id int); INSERT INTO stuck VALUES (1)')
    const admin = new pg.Client({ connectionString: setting.database.url })
    await admin.connect()
    await admin.query('BEGIN; LOCK TABLE stuck IN ACCESS SHARE MODE')
    await expect(end('g-stuck', issued.handle)).rejects.toThrow(/another transaction holds a lock/)
    await admin.query('COMMIT')
    expect((await admin.query('SELECT * FROM stuck')).rowCount).toBe(1)
    await admin.end()
    expect(await end('g-stuck', issued.handle)).toEqual({ sessionsEnded: 0, objectsReassigned: true })
    expect(await setting.roles()).toEqual([])
  })

  it('reaps what a crash left: expired or closed roles with our comment, nobody else’s', async () => {
    const { admin } = setting.database
    const [expired, closed, alive] = await Promise.all([
      issue('r-expired', new Date(Date.now() - 1000).toISOString()),
      issue('r-closed'),
      issue('r-alive'),
    ])
    const random = () => `jit_${randomBytes(10).toString('hex')}`
    const foreign = [random(), random(), `jitter_${setting.broker}`, random()]
    for (const name of foreign) await admin.query(`CREATE ROLE ${name}`)
    const ours = '{"sluice":1,"grant":"r-closed","target":"t","expires":"2000-01-01T00:00:00Z"}'
    await admin.query(`COMMENT ON ROLE ${foreign[0]} IS 'a person’s own'`)
    // One has another prefix, one was made by another broker.
    for (const name of foreign.slice(2)) await admin.query(`COMMENT ON ROLE ${name} IS '${ours}'`)
    const ended = await postgresRole.reap({
      target: setting.target,
      secrets: setting.secrets,
      now: new Date(),
      closed: (grant) => grant === 'r-closed',
    })
    expect(ended.toSorted()).toEqual([expired.user, closed.user].toSorted())
    expect(await setting.roles()).toEqual([alive.user])
    const { rowCount } = await admin.query('SELECT FROM pg_roles WHERE rolname = ANY($1)', [foreign])
    expect(rowCount).toBe(4)
    for (const name of foreign) await admin.query(`DROP ROLE ${name}`)
    await end('r-alive')
  })

  it('makes and ends many roles at once, also twice', async () => {
    const grants = Array.from({ length: 12 }, (_, index) => `c-${index}`)
    const issued = await Promise.all(grants.map((grant) => issue(grant)))
    expect(new Set(issued.map(({ user }) => user)).size).toBe(12)
    const results = await Promise.all(grants.flatMap((grant) => [end(grant), end(grant)]))
    expect(results).toHaveLength(24)
    expect(await setting.roles()).toEqual([])
  })

  it('finds tables as the owner would at login', async () => {
    const { admin, name } = setting.database
    const owner = pg.escapeIdentifier(setting.owner)
    await admin.query(
      `CREATE SCHEMA "we ird" AUTHORIZATION ${owner}; CREATE SCHEMA app AUTHORIZATION ${owner}`,
    )
    await admin.query(`ALTER ROLE ${owner} SET search_path = app`)
    await admin.query(`ALTER ROLE ${owner} IN DATABASE ${name} SET search_path = "we ird", public`)
    const { client } = await open('g-path')
    const { rows } = await client.query('SELECT current_schemas(false)::text AS schemas')
    expect(rows).toEqual([{ schemas: '{"we ird",public}' }])
    await client.end()
    await end('g-path')
    await admin.query(`ALTER ROLE ${owner} RESET ALL; ALTER ROLE ${owner} IN DATABASE ${name} RESET ALL`)
  })

  it('lets the role into a database that is closed to PUBLIC', async () => {
    const { admin, name } = setting.database
    await admin.query(`REVOKE CONNECT ON DATABASE ${name} FROM PUBLIC`)
    const { client } = await open('g-closed')
    await client.end()
    await end('g-closed')
    expect(await setting.roles()).toEqual([])
    await admin.query(`GRANT CONNECT ON DATABASE ${name} TO PUBLIC`)
  })

  it('is not led astray by settings that the database’s owner made', async () => {
    const { admin, name } = setting.database
    const owner = pg.escapeIdentifier(setting.owner)
    await admin.query(`ALTER DATABASE ${name} SET search_path = public, pg_catalog`)
    await admin.query(`ALTER DATABASE ${name} SET role = ${pg.escapeLiteral(setting.owner)}`)
    await admin.query(`ALTER DATABASE ${name} SET default_transaction_read_only = on`)
    await admin.query('CREATE TABLE public.caught (by text)')
    await admin.query(`GRANT INSERT ON public.caught TO PUBLIC`)
    await admin.query(
      `CREATE FUNCTION public.starts_with(text, text) RETURNS bool LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''caught''; END'`,
    )
    await admin.query(`ALTER FUNCTION public.starts_with(text, text) OWNER TO ${owner}`)
    const { user } = await issue('g-astray')
    expect(await setting.roles()).toEqual([user])
    await end('g-astray')
    expect(await setting.roles()).toEqual([])
    await admin.query(`ALTER DATABASE ${name} RESET ALL`)
    await admin.query('DROP FUNCTION public.starts_with(text, text)')
  })
})
