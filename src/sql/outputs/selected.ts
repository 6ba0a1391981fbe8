// The columns of a SELECT.
import type { Node, SelectStmt } from '@pgsql/types'
import type { Output } from '../../core/statement.ts'
import { type Ctes, expanded, type Item, label, nameless, union, united, unknown } from '../taint.ts'
import { as, parts } from '../tree.ts'
import { withNames } from './ctes.ts'
import { type Depth, deeper, MAX_DEPTH } from './depth.ts'
import { carriedBy } from './expression.ts'
import { fromItems } from './items.ts'

const MAX_COLUMNS = 1664

export function selected(
  select: SelectStmt,
  ctes: Ctes,
  outer: readonly Item[],
  depth: Depth,
): readonly Output[] | undefined {
  const known = withNames(select.withClause, ctes, outer, depth)
  if (select.larg && select.rarg) {
    const left = selected(select.larg, known, outer, deeper(depth))
    const right = selected(select.rarg, known, outer, deeper(depth))
    return left && right ? united(left, right) : undefined
  }
  const items = fromItems(select.fromClause, known, outer, depth)
  const scope = [...items, ...outer]
  const rows = (select.valuesLists ?? []).map((row) =>
    (as(row, 'List')?.items ?? []).flatMap(
      (value) => starred(value, known, items, scope, depth) ?? [carriedBy(value, known, scope, depth)],
    ),
  )
  if (rows.length > 0)
    return rows
      .reduce<readonly Output[]>((all, row) => united(all, row), rows[0] ?? [])
      .map((output, index) => ({ ...output, name: `column${index + 1}` }))
  const windows = select.windowClause ? carriedBy(select.windowClause, known, scope, depth) : undefined
  return targets(select.targetList, known, items, scope, depth, windows)
}

/** `windows`: what the WINDOW clause reads, for the calls that go over one of its names. */
export function targets(
  list: readonly Node[] | undefined,
  ctes: Ctes,
  items: readonly Item[],
  scope: readonly Item[],
  depth: Depth,
  windows?: Output,
): readonly Output[] {
  const found = (list ?? []).flatMap((node) => {
    const target = as(node, 'ResTarget')
    const star = starred(target?.val, ctes, items, scope, depth)
    if (star) return star
    const name = target ? label(target) : undefined
    const carried = carriedBy(target?.val, ctes, scope, depth)
    const over = windows && /"over":/.test(JSON.stringify(target) ?? '')
    return [{ ...(over ? union([carried, windows]) : carried), ...(name !== undefined && { name }) }]
  })
  depth.work.left -= found.reduce((sum, { sources }) => sum + sources.length, found.length)
  // More than a result can have: the server refuses it, and nested queries would double it without end.
  return found.length > MAX_COLUMNS ? [{ ...union(found), star: true }] : found
}

/** What `*`, `t.*`, `(composite).*` or `(f()).*` stands for; undefined for everything else. */
export function starred(
  value: Node | undefined,
  ctes: Ctes,
  items: readonly Item[],
  scope: readonly Item[],
  depth: Depth,
): readonly Output[] | undefined {
  const reference = as(value, 'ColumnRef')
  if (reference?.fields?.some((field) => as(field, 'A_Star')))
    return expanded(parts(reference.fields), items, scope)
  // How many columns a composite has, and what they are called, is not in the text.
  return as(value, 'A_Indirection')?.indirection?.some((step) => as(step, 'A_Star'))
    ? [nameless({ ...carriedBy(value, ctes, scope, depth), star: true })]
    : undefined
}

/** Whether a row exists tells about what its conditions read. */
export function existing(select: SelectStmt, ctes: Ctes, outer: readonly Item[], depth: Depth): Output {
  if (depth.level > MAX_DEPTH || depth.work.left <= 0) return unknown()
  const known = withNames(select.withClause, ctes, outer, depth)
  if (select.larg && select.rarg)
    return union([select.larg, select.rarg].map((part) => existing(part, known, outer, deeper(depth))))
  const items = fromItems(select.fromClause, known, outer, depth)
  const scope = [...items, ...outer]
  const conditions = [select.valuesLists, select.whereClause, select.havingClause]
  return union([
    ...targets(select.targetList, known, items, scope, depth),
    carriedBy(conditions, known, scope, depth),
  ])
}
