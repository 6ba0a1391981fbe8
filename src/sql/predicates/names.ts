// What names of FROM items stand for: common table expressions, and tables whose contents the text does not decide.
import type { CommonTableExpr, Node, RangeVar, ResTarget, SelectStmt, WithClause } from '@pgsql/types'
import { as } from '../tree.ts'

/** A common table expression, with what its own query sees. */
export interface Named {
  readonly cte: CommonTableExpr
  readonly visible: Names
  /** FROM items of the queries around the WITH: unqualified columns may be theirs. */
  readonly around: readonly Node[]
}

export type Names = ReadonlyMap<string, Named>

/** The names after this WITH. Without RECURSIVE a query sees only those before it. */
export function namesWith(clause: WithClause | undefined, outer: Names, around: readonly Node[]): Names {
  const ctes = (clause?.ctes ?? []).flatMap((node) => as(node, 'CommonTableExpr') ?? [])
  if (ctes.length === 0) return outer
  if (clause?.recursive) {
    const all = new Map(outer)
    for (const cte of ctes) all.set(cte.ctename ?? '', { cte, visible: all, around })
    return all
  }
  let names = outer
  for (const cte of ctes) names = new Map([...names, [cte.ctename ?? '', { cte, visible: names, around }]])
  return names
}

/** Names that a text gave a meaning by itself, by their last part. */
export interface Made {
  /** Columns that it added or renamed: they may hold one value in every row. */
  readonly columns: ReadonlySet<string>
  /** Relations that it made, renamed or filled, so that their values are its own. */
  readonly relations: ReadonlySet<string>
  /** Those of them that may be views. */
  readonly views: ReadonlySet<string>
}

const CATALOG = /^(pg_catalog|information_schema|pg_toast)$/

/** True for relations of the system, also unqualified: `pg_catalog` is searched first. */
export function isCatalog(relation: RangeVar | undefined): boolean {
  if (relation?.schemaname) return CATALOG.test(relation.schemaname)
  return /^pg_/.test(relation?.relname ?? '')
}

/** True when it names a relation of the database whose rows this text did not write. */
export function isStored(relation: RangeVar | undefined, names: Names, made: Made): boolean {
  if (!relation || isCatalog(relation)) return false
  if (!relation.schemaname && names.has(relation.relname ?? '')) return false
  return !made.relations.has(relation.relname ?? '')
}

/** A name that a query reads, so a CTE of that name that is read in itself gives rows over and over. */
export function readsItself({ ctename, ctequery }: CommonTableExpr): boolean {
  let found = false
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) visit(item)
    else if (value !== null && typeof value === 'object') {
      const relation = as(value as Node, 'RangeVar')
      found ||= relation !== undefined && !relation.schemaname && relation.relname === ctename
      if (!found) for (const item of Object.values(value)) visit(item)
    }
  }
  visit(ctequery)
  return found
}

/** What an output column is called, as far as the text gives it a name. */
export const labelOf = ({ name, val }: ResTarget): string | undefined =>
  name ?? as(as(val, 'ColumnRef')?.fields?.at(-1), 'String')?.sval

/** What the columns of a query are called; undefined where the text does not name all of them. */
export function labelsOf(query: SelectStmt | undefined): ReadonlySet<string> | undefined {
  const labels = (query?.targetList ?? []).map((item) => {
    const target = as(item, 'ResTarget')
    return target && labelOf(target)
  })
  return labels.length > 0 && labels.every((label) => label !== undefined) ? new Set(labels) : undefined
}
