import type pg from 'pg'
import { loadSnapshot } from '../../../src/protocols/postgres/snapshot/load.ts'
import type { Snapshot } from '../../../src/sql/catalogue/snapshot.ts'

const TEXT = { getTypeParser: () => (value: unknown) => value }

/** The snapshot that a session would have of this database. */
export function snapshotOf(client: pg.Client): Promise<Snapshot> {
  const query = async (sql: string) => {
    const results = await client.query({ text: sql, rowMode: 'array', types: TEXT } as pg.QueryArrayConfig)
    return [results].flat().flatMap(({ rows }) => rows as (string | null)[][])
  }
  return loadSnapshot({ query } as unknown as Parameters<typeof loadSnapshot>[0], Date.now())
}
