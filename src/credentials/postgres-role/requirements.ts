// What the broker must be allowed, asked before anything is made, so that each lack has a name and a cure.
import pg from 'pg'
import { SluiceError } from '../../core/errors.ts'
import type { Broker } from './broker.ts'

export interface Account {
  /** `server_version_num`. */
  readonly version: number
}

interface Row {
  version: number
  broker: string
  creates: boolean
  owner: string | null
  powerful: boolean | null
  admin: boolean | null
  inherits: boolean | null
}

const ASK = `
  SELECT current_setting('server_version_num')::int AS version, current_user::text AS broker,
         me.rolsuper OR me.rolcreaterole AS creates, owner.rolname::text AS owner,
         owner.rolsuper OR owner.rolcreaterole OR owner.rolreplication AS powerful,
         pg_has_role(current_user, owner.oid, 'MEMBER WITH ADMIN OPTION') AS admin,
         pg_has_role(current_user, owner.oid, 'USAGE') AS inherits
    FROM pg_roles me LEFT JOIN pg_roles owner ON owner.rolname = $1
   WHERE me.rolname = current_user`

const SIXTEEN = 160_000

/** Throws `SluiceError` CREDENTIAL_FAILED with the statement that a superuser must run. */
export async function checkRequirements({ client, owner, target }: Broker): Promise<Account> {
  const { rows } = await client.query<Row>(ASK, [owner])
  const [row] = rows
  if (!row) throw new TypeError('the broker’s own role is not in pg_roles')
  const name = pg.escapeIdentifier(owner)
  const broker = pg.escapeIdentifier(row.broker)
  const lack = (what: string, hint: string) =>
    new SluiceError('CREDENTIAL_FAILED', `target ${target}: ${what}`, { hint })
  if (!row.creates)
    throw lack(`the broker ${broker} lacks CREATEROLE`, `As a superuser: ALTER ROLE ${broker} CREATEROLE;`)
  if (row.owner === null)
    throw lack(`there is no role ${name} to own what jobs make`, `Create it, or correct \`owner\``)
  if (row.powerful)
    throw lack(
      `${name} is a superuser, or may create roles or replicate: a job that acts as it could undo every limit`,
      'Choose an owner that only owns the application’s objects',
    )
  const modern = row.version >= SIXTEEN
  const grant = modern
    ? `GRANT ${name} TO ${broker} WITH ADMIN TRUE, INHERIT TRUE, SET TRUE;`
    : `GRANT ${name} TO ${broker};`
  if (modern && !row.admin)
    throw lack(`the broker ${broker} is not a member of ${name} with ADMIN`, `As a superuser: ${grant}`)
  if (!row.inherits)
    throw lack(
      `the broker ${broker} does not inherit from ${name}, so it could not clean up`,
      `As a superuser: ${grant}`,
    )
  return { version: row.version }
}

export const hasGrantOptions = ({ version }: Account): boolean => version >= SIXTEEN
