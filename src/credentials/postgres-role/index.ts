import { describe, SluiceError } from '../../core/errors.ts'
import type { Ended, EndRequest, IssueRequest, Provider, ReapRequest } from '../provider.ts'
import { type Broker, withBroker } from './broker.ts'
import { isRoleName, type Mark, PREFIX, read } from './comment.ts'
import { createRole } from './create.ts'
import { endRole, type Role } from './end.ts'
import { brokerError } from './errors.ts'

/** A PostgreSQL role made for one grant: it acts as the owner, expires, and is dropped with its sessions. PostgreSQL 14 and later. */
export const postgresRole = {
  issue: (request: IssueRequest) =>
    withBroker(request.target, request.secrets, (broker) => createRole(broker, request)),

  end({ grantId, target, handle, secrets }: EndRequest) {
    if (handle !== undefined && !isRoleName(handle))
      throw new SluiceError(
        'CREDENTIAL_FAILED',
        `target ${target.name}: the handle does not name a role of ours`,
      )
    return withBroker(target, secrets, async (broker) => {
      const marked = await markedRoles(broker)
      const mine = marked.filter(
        ({ role, mark }) =>
          mark.grant === grantId && mark.target === target.name && (handle ?? role.name) === role.name,
      )
      let total: Ended = { sessionsEnded: 0, objectsReassigned: false }
      for (const { role } of mine) total = sum(total, await endRole(broker, role))
      return total
    })
  },

  reap: ({ target, secrets, now, closed }: ReapRequest) =>
    withBroker(target, secrets, async (broker) => {
      const ended: string[] = []
      const failed: string[] = []
      for (const { role, mark } of await markedRoles(broker)) {
        // Another broker of the same server has its own reaper, and this one no right to its roles.
        if (!role.own) continue
        if (Date.parse(mark.expires) > now.getTime() && !(await closed(mark.grant))) continue
        try {
          await endRole(broker, role)
          ended.push(role.name)
        } catch (error) {
          const reason = error instanceof SluiceError ? error : brokerError(error, target)
          failed.push(`${role.name}: ${describe(reason)}`)
        }
      }
      if (failed.length > 0)
        throw new SluiceError(
          'CREDENTIAL_FAILED',
          `target ${target.name}: ${ended.length} roles ended, ${failed.length} not yet: ${failed.slice(0, 5).join('; ')}`,
        )
      return ended
    }),
} satisfies Provider

/** Roles whose name and comment are ours; nobody else's are ever touched. */
async function markedRoles({ client }: Broker): Promise<{ role: Role & { own: boolean }; mark: Mark }[]> {
  const { rows } = await client.query<{ oid: number; name: string; comment: string | null; own: boolean }>(
    `SELECT oid, rolname::text AS name, shobj_description(oid, 'pg_authid') AS comment,
            pg_has_role(current_user, oid, 'USAGE') AS own
       FROM pg_roles WHERE starts_with(rolname::text, $1) ORDER BY oid`,
    [PREFIX],
  )
  return rows.flatMap(({ oid, name, comment, own }) => {
    const mark = isRoleName(name) ? read(comment) : undefined
    return mark ? [{ role: { oid: Number(oid), name, own }, mark }] : []
  })
}

const sum = (a: Ended, b: Ended): Ended => ({
  sessionsEnded: a.sessionsEnded + b.sessionsEnded,
  objectsReassigned: a.objectsReassigned || b.objectsReassigned,
})
