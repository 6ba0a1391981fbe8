// Taint of output columns: what a column reference stands for, and how taints add up.
import type { ResTarget } from '@pgsql/types'
import type { Output } from '../core/statement.ts'
import { as, parts } from './tree.ts'

export type Ctes = ReadonlyMap<string, readonly Output[]>

/** A FROM item as column references see it. */
export interface Item {
  readonly name: string
  /** Set for a relation of the database. */
  readonly relation?: string
  /** Set for anything computed: its columns by position. */
  readonly outputs?: readonly Output[]
  /** Its columns were renamed in the text, so their names say nothing. */
  readonly renamed?: boolean
  /** Joined with USING or NATURAL: positions of `*` are not those of the items. */
  readonly merged?: boolean
}

export function renamed(outputs: readonly Output[], labels: readonly string[]): readonly Output[] {
  if (labels.length === 0) return outputs
  // How many columns a star stands for is not known, so neither is which one a label names.
  if (outputs.some(({ star }) => star)) return [nameless({ ...union(outputs), star: true })]
  return outputs.map((output, index) => ({
    ...output,
    ...(labels[index] !== undefined && { name: labels[index] }),
  }))
}

/** All columns of something, under names that are not theirs. */
export const nameless = (output: Output): Output => ({ ...output, sources: [...output.sources, '*'] })

/** The server's label: https://www.postgresql.org/docs/18/queries-select-lists.html (FigureColname). */
export function label(target: ResTarget): string | undefined {
  if (target.name !== undefined) return target.name
  let node = target.val
  for (let cast = as(node, 'TypeCast'); cast; cast = as(node, 'TypeCast')) node = cast.arg
  const call = as(node, 'FuncCall')
  return parts(as(node, 'ColumnRef')?.fields ?? call?.funcname).at(-1)
}

/** `*` of the items, `t.*` of one of them or of an outer query. */
export function expanded(
  qualifier: readonly string[],
  items: readonly Item[],
  scope: readonly Item[] = items,
): readonly Output[] {
  if (qualifier.length === 0)
    return items.some((item) => item.merged) ? [star(items)] : items.flatMap(columnsOf)
  const named = ({ name }: Item): boolean => name === qualifier.at(-1)
  const chosen = items.some(named) ? items.filter(named) : scope.filter(named)
  return chosen.length === 0 ? [unknown()] : chosen.flatMap(columnsOf)
}

const columnsOf = (item: Item): readonly Output[] => item.outputs ?? [star([item])]

export function star(items: readonly Item[]): Output {
  const all = items.map((item) => (item.renamed ? nameless(whole(item)) : whole(item)))
  return { ...union(all), star: true }
}

/** A whole row of the item. */
export function whole(item: Item): Output {
  if (item.outputs) return union(item.outputs)
  return { columns: ['*'], sources: [`${item.relation ?? item.name}.*`], opaque: false }
}

export function union(outputs: readonly Output[]): Output {
  const foreign = outputs.some((output) => output.foreign)
  const made = [...new Set(outputs.flatMap((output) => output.made ?? []))]
  return {
    columns: [...new Set(outputs.flatMap((output) => output.columns))],
    sources: [...new Set(outputs.flatMap((output) => output.sources))],
    opaque: outputs.length > 0 && outputs.every((output) => output.opaque),
    ...(foreign && { foreign }),
    ...(made.length > 0 && { made }),
  }
}

export function united(left: readonly Output[], right: readonly Output[]): readonly Output[] {
  const aligned =
    left.length === right.length &&
    left.every((output, index) => Boolean(output.star) === Boolean(right[index]?.star))
  if (!aligned) return [nameless({ ...union([...left, ...right]), star: true })]
  return left.map((output, index) => {
    const other = right[index] ?? output
    return {
      // Names are those of the left side.
      ...union(output.star ? [output, nameless(other)] : [output, other]),
      ...(output.name !== undefined && { name: output.name }),
      ...(output.star && { star: true }),
    }
  })
}

export const unknown = (): Output => ({ columns: ['*'], sources: ['*'], opaque: false, star: true })

export function referred(path: readonly string[], length: number, scope: readonly Item[]): readonly Output[] {
  const [first = '', ...more] = path
  const column = path.at(-1) ?? ''
  if (length > path.length) return orAll(scope.filter((item) => item.name === column).map(whole), scope)
  if (path.length === 1) {
    const row = scope.filter((item) => item.name === first).map(whole)
    return orAll([...row, ...scope.flatMap((item) => columnOf(item, first))], scope)
  }
  const owners = scope.filter((item) => item.name === path.at(-2) || item.name === first)
  if (owners.length === 0)
    return [
      { columns: [...new Set([first, ...more])], sources: [path.join('.')], opaque: false },
      ...scope.map(whole),
    ]
  const found = owners.flatMap((item) =>
    columnOf(item, column).concat(
      path.length > 2 && item.name === first ? columnOf(item, more[0] ?? '') : [],
    ),
  )
  return orAll(found, owners)
}

/** A name that is found nowhere, as the columns that SEARCH and CYCLE add, may be made of anything there. */
const orAll = (found: readonly Output[], items: readonly Item[]): readonly Output[] =>
  found.length > 0 ? found : items.map(whole)

export function columnOf(item: Item, column: string): Output[] {
  if (item.outputs) {
    const exact = item.outputs.filter((output) => output.name === column && !output.star)
    return exact.length > 0
      ? exact
      : item.outputs
          .filter((output) => output.star || output.name === undefined)
          .map((output) => picked(output, column))
  }
  const relation = item.relation ?? item.name
  return item.renamed
    ? [whole(item)]
    : [{ columns: [column], sources: [`${relation}.${column}`], opaque: false }]
}

/** One column of `*`: that of its name, unless names were changed. */
function picked(output: Output, column: string): Output {
  if (!output.star || output.sources.includes('*')) return output
  const sources = output.sources.map((source) =>
    source.endsWith('.*') ? `${source.slice(0, -1)}${column}` : source,
  )
  return { ...output, sources }
}
