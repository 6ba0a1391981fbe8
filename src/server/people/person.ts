import type { Config, ServerConfig } from '../../policy/config.ts'

/** Somebody who is signed in. */
export interface Person extends Described {
  /** `viewer` sees sessions and requests, `admin` the policy and the audit log as well. */
  readonly roles: ReadonlySet<Role>
}

export type Role = 'viewer' | 'admin'

/** Somebody as the sign-in provider described them. */
export interface Described {
  /** `PROVIDER#SUBJECT`, or `local#admin`. */
  readonly id: string
  /** The name that people know them by. */
  readonly name: string
  /** Of the provider's `groups` claim. */
  readonly groups: readonly string[]
  /** Names by which the CI platforms may know them; they may not approve what they started. */
  readonly logins: readonly string[]
  /** When the provider said so, milliseconds since the epoch; absent in logins of older versions, and when `local`. */
  readonly at?: number
  /** The administrator of a server without a sign-in provider: approves everything, and is nobody that a job knows. */
  readonly local: boolean
}

export const LOCAL_ADMIN: Described = {
  id: 'local#admin',
  name: 'local administrator',
  groups: [],
  logins: [],
  local: true,
}

/**
 * With the roles that the policy file gives them now; undefined when it does not know them any more: somebody who came by
 * a link is nobody once the file names a sign-in provider, and the other way round; so is who came from another provider.
 */
export function personOf(
  config: Config & { readonly server: ServerConfig },
  described: Described,
): Person | undefined {
  const { signIn, roles } = config.server
  if (described.local !== (signIn === undefined)) return undefined
  if (described.local) return { ...described, roles: new Set(['viewer', 'admin']) }
  if (!signIn || !described.id.startsWith(`${signIn.issuer}#`)) return undefined
  const within = (groups: readonly string[]) => groups.some((group) => described.groups.includes(group))
  const given = new Set<Role>()
  const approves = within(Object.values(config.approvers).map(({ group }) => group))
  if (within(roles.admin)) given.add('admin')
  // Who may decide must see what they decide on.
  if (!roles.viewer || within(roles.viewer) || approves || given.has('admin')) given.add('viewer')
  return { ...described, roles: given }
}
