import type { Connection } from './connection.ts'

/** Of each table, how often each row is there, by a hash of it. */
export type Rows = ReadonlyMap<string, ReadonlyMap<string, number>>

export async function readRows(connection: Connection): Promise<Rows> {
  const tables = await connection.rows(
    `SELECT oid::regclass::text AS name FROM pg_class WHERE oid >= 16384 AND relkind = 'r' AND relpersistence <> 't'`,
  )
  const each = tables.map(
    ({ name }) =>
      `SELECT '${name?.replaceAll("'", "''")}' AS name, hashtextextended(t::text, 0)::text AS hash, count(*)::text AS n FROM ONLY ${name} t GROUP BY 2`,
  )
  const found = new Map<string, Map<string, number>>()
  for (const { name, hash, n } of await connection.rows(each.join(' UNION ALL '))) {
    const table = found.get(name ?? '') ?? new Map<string, number>()
    found.set(name ?? '', table.set(hash ?? '', Number(n)))
  }
  return found
}

/** How many rows of each table are not in the other. */
export function gone(before: Rows, after: Rows): Map<string, number> {
  const found = new Map<string, number>()
  for (const [name, hashes] of before) {
    let count = 0
    for (const [hash, times] of hashes) count += Math.max(0, times - (after.get(name)?.get(hash) ?? 0))
    if (count > 0) found.set(name.split('.').at(-1) ?? '', count)
  }
  return found
}
