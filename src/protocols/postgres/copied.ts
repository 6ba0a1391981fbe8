// The columns of a COPY TO STDOUT, which the server does not describe.
import type { CopyOut } from '../../core/statement.ts'
import type { Field } from './frames.ts'
import { literal, type Side } from './side.ts'

/**
 * A relation without its schema may be any of that name, and a query means something else under another search_path
 * (`resolution`): then it rejects.
 */
export async function copied(side: Side, copy: CopyOut, resolution: boolean): Promise<readonly Field[]> {
  if (copy.query !== undefined) {
    if (resolution) throw new Error('the query may mean something else on another connection')
    const fields = await side.describe(copy.query)
    if (fields.length === 0) throw new Error('the query returns no columns')
    return fields
  }
  if (copy.relation === undefined) throw new Error('nothing to describe')
  if (resolution && !copy.relation.includes('.')) throw new Error('the relation may be another one')
  return columnsOf(side, copy.relation, copy.columns)
}

async function columnsOf(side: Side, relation: string, columns: readonly string[]): Promise<Field[]> {
  const parts = relation.split('.').map((part) => `"${part.replaceAll('"', '""')}"`)
  const rows = await side.query(
    `SELECT a.attrelid, a.attnum, a.attname, a.atttypid FROM pg_catalog.pg_attribute a
     WHERE a.attrelid = pg_catalog.to_regclass(${literal(parts.join('.'))})
     AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' ORDER BY a.attnum`,
  )
  const fields = rows.map(([table, attribute, label, type]) => ({
    label: label!,
    table: Number(table),
    attribute: Number(attribute),
    type: Number(type),
    format: 'text' as const,
  }))
  const chosen =
    columns.length === 0 ? fields : columns.map((name) => fields.find(({ label }) => label === name))
  if (chosen.length === 0 || chosen.includes(undefined)) throw new Error('the columns are not known')
  return chosen.filter((field) => field !== undefined)
}
