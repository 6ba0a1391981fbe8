// What an expression reads.
import type { Node } from '@pgsql/types'
import type { Output } from '../../core/statement.ts'
import { isForeign, isOpaque } from '../functions.ts'
import { codeIn } from '../making.ts'
import { type Ctes, type Item, referred, union, unknown } from '../taint.ts'
import { as, parts } from '../tree.ts'
import { type Depth, deeper } from './depth.ts'

/** What the expression reads. Conditions count: `CASE WHEN ssn … ` tells about `ssn`. */
export function carriedBy(value: unknown, ctes: Ctes, scope: readonly Item[], depth: Depth): Output {
  const { work } = depth
  if (work.left <= 0) return unknown()
  const found: Output[] = []
  const cost = scope.reduce((sum, { outputs }) => sum + 1 + (outputs?.length ?? 0), 1)
  const search = (child: unknown): void => {
    if (work.left <= 0) return
    if (Array.isArray(child)) for (const item of child) search(item)
    if (Array.isArray(child) || child === null || typeof child !== 'object') return
    const node = child as Node
    const reference = as(node, 'ColumnRef')
    if (reference) {
      const read = referred(parts(reference.fields), reference.fields?.length ?? 0, scope)
      work.left -= read.reduce((sum, { sources }) => sum + sources.length, cost)
      found.push(...read)
    } else if (as(node, 'SubLink')) found.push(linked(node, ctes, scope, depth))
    else {
      const call = as(node, 'FuncCall')
      // A rank over a window tells which of two values is greater.
      const ranks = call?.over ?? call?.agg_within_group
      if (call && !ranks && isOpaque(parts(call.funcname)))
        found.push({ columns: [], sources: [], opaque: true })
      else {
        if (call && isForeign(parts(call.funcname)))
          found.push({ columns: [], sources: [], opaque: false, foreign: true })
        for (const item of Object.values(child)) search(item)
      }
    }
  }
  search(value)
  if (work.left <= 0) return unknown()
  const { opaque: all, made: before = [], ...rest } = union(found)
  const opaque = all && found.length > 0
  if (!opaque && rest.sources.length > 0) return { ...rest, opaque }
  const made = [...before, ...codeIn(value)]
  return { ...rest, opaque, ...(made.length > 0 && { made }) }
}

function linked(node: Node, ctes: Ctes, scope: readonly Item[], depth: Depth): Output {
  const link = as(node, 'SubLink')
  const select = as(link?.subselect, 'SelectStmt')
  if (link?.subLinkType === 'EXISTS_SUBLINK' && select)
    return depth.work.existing(select, ctes, scope, deeper(depth))
  const outputs = depth.work.query(link?.subselect, ctes, scope, deeper(depth)) ?? [unknown()]
  return union([carriedBy(link?.testexpr, ctes, scope, depth), ...outputs])
}
