// Common table expressions.
import type { CommonTableExpr, RangeVar, WithClause } from '@pgsql/types'
import type { Output } from '../../core/statement.ts'
import { type Ctes, type Item, renamed, union } from '../taint.ts'
import { as, parts, relationName } from '../tree.ts'
import { type Depth, deeper, visit } from './depth.ts'

export function withNames(
  clause: WithClause | undefined,
  ctes: Ctes,
  outer: readonly Item[],
  depth: Depth,
): Ctes {
  const known = new Map(ctes)
  // All names are known inside all of them.
  if (clause?.recursive)
    for (const node of clause.ctes ?? [])
      known.set(as(node, 'CommonTableExpr')?.ctename ?? '', [everything(clause.ctes, ctes)])
  for (const node of clause?.ctes ?? []) {
    const cte = as(node, 'CommonTableExpr')
    if (!cte) continue
    const name = cte.ctename ?? ''
    if (clause?.recursive) known.set(name, recursive(cte, known, outer, depth))
    else known.set(name, columnsOf(cte, known, outer, depth))
  }
  return known
}

function columnsOf(
  cte: CommonTableExpr,
  ctes: Ctes,
  outer: readonly Item[],
  depth: Depth,
): readonly Output[] {
  const found = depth.work.query(cte.ctequery, ctes, outer, deeper(depth)) ?? [everything(cte.ctequery, ctes)]
  const outputs = renamed(found, parts(cte.aliascolnames))
  // SEARCH and CYCLE add columns behind them.
  return cte.search_clause || cte.cycle_clause ? [...outputs, { ...union(outputs), star: true }] : outputs
}

/** A recursive query sees itself: its first part, then what that makes of it, until nothing is added. */
function recursive(
  cte: CommonTableExpr,
  ctes: Ctes,
  outer: readonly Item[],
  depth: Depth,
): readonly Output[] {
  // Each level runs several rounds: deep ones are not worth it.
  if (depth.level > 4) return [everything(cte.ctequery, ctes)]
  const name = cte.ctename ?? ''
  const first = as(cte.ctequery, 'SelectStmt')?.larg
  const start = first ? depth.work.query({ SelectStmt: first }, ctes, outer, deeper(depth)) : undefined
  let before = start ? renamed(start, parts(cte.aliascolnames)) : columnsOf(cte, ctes, outer, depth)
  for (let round = 0; round < 4; round++) {
    const after = columnsOf(cte, new Map([...ctes, [name, before]]), outer, depth)
    if (JSON.stringify(after) === JSON.stringify(before)) return after
    before = after
  }
  return [everything(cte.ctequery, ctes)]
}

/** Any column of anything that is named inside. */
function everything(inside: unknown, ctes: Ctes): Output {
  const sources = new Set(['*'])
  visit(inside, (tag, fields) => {
    if (tag !== 'RangeVar') return
    const { schemaname, relname = '' } = fields as RangeVar
    const cte = schemaname ? undefined : ctes.get(relname)
    for (const source of cte ? union(cte).sources : [`${relationName(fields)}.*`]) sources.add(source)
  })
  return { columns: ['*'], sources: [...sources], opaque: false, star: true }
}
