// FROM: what column references may mean.
import type { FuncCall, JoinExpr, Node } from '@pgsql/types'
import type { Output } from '../../core/statement.ts'
import { type Ctes, type Item, nameless, renamed, star, unknown } from '../taint.ts'
import { as, parts, relationName } from '../tree.ts'
import { type Depth, deeper, visit } from './depth.ts'
import { carriedBy } from './expression.ts'

/** LATERAL sees the items before it; without the word only functions do, and the others name none of them. */
export function fromItems(
  clause: readonly Node[] | undefined,
  ctes: Ctes,
  outer: readonly Item[],
  depth: Depth,
): readonly Item[] {
  const items: Item[] = []
  for (const node of clause ?? [])
    items.push(...itemsOf(node, ctes, as(node, 'RangeVar') ? [] : [...items, ...outer], depth))
  return items
}

export function itemsOf(node: Node, ctes: Ctes, outer: readonly Item[], depth: Depth): readonly Item[] {
  const relation = as(node, 'RangeVar')
  if (relation) {
    const name = relation.alias?.aliasname ?? relation.relname ?? ''
    const cte = relation.schemaname ? undefined : ctes.get(relation.relname ?? '')
    const labels = parts(relation.alias?.colnames)
    if (cte) return [{ name, outputs: renamed(cte, labels) }]
    return [{ name, relation: relationName(relation), renamed: labels.length > 0 }]
  }
  const join = as(node, 'JoinExpr')
  if (join) return joined(join, ctes, outer, depth)
  const derived = as(node, 'RangeSubselect')
  if (derived) {
    const outputs = depth.work.query(derived.subquery, ctes, outer, deeper(depth)) ?? [unknown()]
    return [
      { name: derived.alias?.aliasname ?? '', outputs: renamed(outputs, parts(derived.alias?.colnames)) },
    ]
  }
  const sample = as(node, 'RangeTableSample')
  if (sample?.relation) return itemsOf(sample.relation, ctes, outer, depth)
  const computed = as(node, 'RangeFunction') ?? as(node, 'RangeTableFunc') ?? as(node, 'JsonTable')
  return [
    {
      name: computed?.alias?.aliasname ?? functionName(node),
      outputs: [made({ ...carriedBy(node, ctes, outer, depth), star: true })],
    },
  ]
}

/** A function names its columns as it likes, also those of a row that it was given. */
const made = (output: Output): Output =>
  output.sources.some((source) => source.endsWith('.*')) ? nameless(output) : output

/** A function in FROM without an alias goes by its own name. */
function functionName(node: Node): string {
  let found = ''
  visit(node, (tag, fields) => {
    if (tag === 'FuncCall' && found === '') found = parts((fields as FuncCall).funcname).at(-1) ?? ''
  })
  return found
}

function joined(join: JoinExpr, ctes: Ctes, outer: readonly Item[], depth: Depth): readonly Item[] {
  const left = join.larg ? itemsOf(join.larg, ctes, outer, deeper(depth)) : []
  const right = join.rarg ? itemsOf(join.rarg, ctes, [...left, ...outer], deeper(depth)) : []
  const items = [...left, ...right]
  const merged = Boolean(join.usingClause ?? join.isNatural)
  if (join.alias)
    return [{ name: join.alias.aliasname ?? '', outputs: renamed([star(items)], parts(join.alias.colnames)) }]
  const using = join.join_using_alias?.aliasname
  const all = using === undefined ? items : [...items, { name: using, outputs: [star(items)] }]
  return merged ? all.map((item) => ({ ...item, merged })) : all
}
