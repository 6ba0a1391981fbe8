// Which columns each output column is computed from: the taint that masks follow. In doubt, more columns.
import type {
  CommonTableExpr,
  FuncCall,
  JoinExpr,
  Node,
  ResTarget,
  ReturningClause,
  SelectStmt,
  WithClause,
} from '@pgsql/types'
import type { Output } from '../core/statement.ts'
import { isForeign, isOpaque } from './functions.ts'
import { as, parts, relationName } from './tree.ts'

type Ctes = ReadonlyMap<string, readonly Output[]>

/** A FROM item as column references see it. */
interface Item {
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

const MAX_DEPTH = 64
const MAX_COLUMNS = 1664

/** The outputs of a statement; undefined when the text does not tell. */
export function outputsOf(statement: Node | undefined): readonly Output[] | undefined {
  return query(statement, new Map(), [], 0)
}

function query(
  node: Node | undefined,
  ctes: Ctes,
  outer: readonly Item[],
  depth: number,
): readonly Output[] | undefined {
  if (depth > MAX_DEPTH) return undefined
  const select = as(node, 'SelectStmt')
  if (select) return selected(select, ctes, outer, depth)
  const written =
    as(node, 'InsertStmt') ?? as(node, 'UpdateStmt') ?? as(node, 'DeleteStmt') ?? as(node, 'MergeStmt')
  if (written) return returned(written, ctes, outer, depth)
  if (as(node, 'VariableShowStmt')) return [{ columns: [], sources: [], opaque: true }]
  if (as(node, 'ExplainStmt')) return [{ name: 'QUERY PLAN', columns: ['*'], sources: ['*'], opaque: false }]
  return undefined
}

function withNames(clause: WithClause | undefined, ctes: Ctes, outer: readonly Item[], depth: number): Ctes {
  const known = new Map(ctes)
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
  depth: number,
): readonly Output[] {
  return renamed(query(cte.ctequery, ctes, outer, depth + 1) ?? [everything(cte)], names(cte.aliascolnames))
}

/** A recursive query sees itself: its first part, then what that makes of it, until nothing is added. */
function recursive(
  cte: CommonTableExpr,
  ctes: Ctes,
  outer: readonly Item[],
  depth: number,
): readonly Output[] {
  // Each level runs several rounds: deep ones are not worth it.
  if (depth > 4) return [everything(cte)]
  const name = cte.ctename ?? ''
  const first = as(cte.ctequery, 'SelectStmt')?.larg
  const start = first ? query({ SelectStmt: first }, ctes, outer, depth + 1) : undefined
  let before = start ? renamed(start, names(cte.aliascolnames)) : columnsOf(cte, ctes, outer, depth)
  for (let round = 0; round < 4; round++) {
    const after = columnsOf(cte, new Map([...ctes, [name, before]]), outer, depth)
    if (JSON.stringify(after) === JSON.stringify(before)) return after
    before = after
  }
  return [everything(cte)]
}

/** Any column of anything that is named inside. */
function everything(cte: CommonTableExpr): Output {
  const sources = new Set<string>()
  visit(cte.ctequery, (tag, fields) => {
    if (tag === 'RangeVar') sources.add(`${relationName(fields)}.*`)
  })
  return { columns: ['*'], sources: [...sources], opaque: false, star: true }
}

function visit(value: unknown, each: (tag: string, fields: object) => void): void {
  if (Array.isArray(value)) for (const item of value) visit(item, each)
  else if (value !== null && typeof value === 'object')
    for (const [key, child] of Object.entries(value)) {
      if (child !== null && typeof child === 'object') each(key, child)
      visit(child, each)
    }
}

const names = (nodes: readonly Node[] | undefined): string[] => parts(nodes)

function renamed(outputs: readonly Output[], labels: readonly string[]): readonly Output[] {
  return labels.length === 0
    ? outputs
    : outputs.map((output, index) => ({
        ...output,
        ...(labels[index] !== undefined && { name: labels[index] }),
      }))
}

function selected(
  select: SelectStmt,
  ctes: Ctes,
  outer: readonly Item[],
  depth: number,
): readonly Output[] | undefined {
  const known = withNames(select.withClause, ctes, outer, depth)
  if (select.larg && select.rarg) {
    const left = selected(select.larg, known, outer, depth + 1)
    const right = selected(select.rarg, known, outer, depth + 1)
    return left && right ? united(left, right) : undefined
  }
  const items = fromItems(select.fromClause, known, outer, depth)
  const scope = [...items, ...outer]
  const rows = (select.valuesLists ?? []).map((row) =>
    (as(row, 'List')?.items ?? []).map((value) => carriedBy(value, known, scope, depth)),
  )
  if (rows.length > 0)
    return rows
      .reduce<readonly Output[]>((all, row) => united(all, row), rows[0] ?? [])
      .map((output, index) => ({ ...output, name: `column${index + 1}` }))
  return targets(select.targetList, known, items, scope, depth)
}

function targets(
  list: readonly Node[] | undefined,
  ctes: Ctes,
  items: readonly Item[],
  scope: readonly Item[],
  depth: number,
): readonly Output[] {
  const found = (list ?? []).flatMap((node) => {
    const target = as(node, 'ResTarget')
    const reference = as(target?.val, 'ColumnRef')
    const star = reference?.fields?.some((field) => as(field, 'A_Star')) ?? false
    if (star) return expanded(parts(reference?.fields), items)
    const name = target ? label(target) : undefined
    return [{ ...carriedBy(target?.val, ctes, scope, depth), ...(name !== undefined && { name }) }]
  })
  // More than a result can have: the server refuses it, and nested queries would double it without end.
  return found.length > MAX_COLUMNS ? [{ ...union(found), star: true }] : found
}

/** The server's label: https://www.postgresql.org/docs/18/queries-select-lists.html (FigureColname). */
function label(target: ResTarget): string | undefined {
  if (target.name !== undefined) return target.name
  let node = target.val
  for (let cast = as(node, 'TypeCast'); cast; cast = as(node, 'TypeCast')) node = cast.arg
  const call = as(node, 'FuncCall')
  return parts(as(node, 'ColumnRef')?.fields ?? call?.funcname).at(-1)
}

function expanded(qualifier: readonly string[], items: readonly Item[]): readonly Output[] {
  const chosen = qualifier.length === 0 ? items : items.filter((item) => item.name === qualifier.at(-1))
  if (items.some((item) => item.merged) && qualifier.length === 0) return [star(chosen)]
  return chosen.flatMap((item) => item.outputs ?? [star([item])])
}

function star(items: readonly Item[]): Output {
  const all = items.map(whole)
  return { ...union(all), star: true }
}

/** A whole row of the item. */
function whole(item: Item): Output {
  if (item.outputs) return union(item.outputs)
  return { columns: ['*'], sources: [`${item.relation ?? item.name}.*`], opaque: false }
}

function union(outputs: readonly Output[]): Output {
  const foreign = outputs.some((output) => output.foreign)
  return {
    columns: [...new Set(outputs.flatMap((output) => output.columns))],
    sources: [...new Set(outputs.flatMap((output) => output.sources))],
    opaque: outputs.length > 0 && outputs.every((output) => output.opaque),
    ...(foreign && { foreign }),
  }
}

function united(left: readonly Output[], right: readonly Output[]): readonly Output[] {
  const aligned =
    left.length === right.length &&
    left.every((output, index) => Boolean(output.star) === Boolean(right[index]?.star))
  if (!aligned) return [{ ...union([...left, ...right]), star: true }]
  return left.map((output, index) => {
    const other = right[index] ?? output
    return {
      ...union([output, other]),
      ...(output.name !== undefined && { name: output.name }),
      ...(output.star && { star: true }),
    }
  })
}

/** LATERAL sees the items before it; without the word only functions do, and the others name none of them. */
function fromItems(
  clause: readonly Node[] | undefined,
  ctes: Ctes,
  outer: readonly Item[],
  depth: number,
): readonly Item[] {
  const items: Item[] = []
  for (const node of clause ?? []) items.push(...itemsOf(node, ctes, [...items, ...outer], depth))
  return items
}

function itemsOf(node: Node, ctes: Ctes, outer: readonly Item[], depth: number): readonly Item[] {
  const relation = as(node, 'RangeVar')
  if (relation) {
    const name = relation.alias?.aliasname ?? relation.relname ?? ''
    const cte = relation.schemaname ? undefined : ctes.get(relation.relname ?? '')
    const labels = names(relation.alias?.colnames)
    if (cte) return [{ name, outputs: renamed(cte, labels) }]
    return [{ name, relation: relationName(relation), renamed: labels.length > 0 }]
  }
  const join = as(node, 'JoinExpr')
  if (join) return joined(join, ctes, outer, depth)
  const derived = as(node, 'RangeSubselect')
  if (derived) {
    const outputs = query(derived.subquery, ctes, outer, depth + 1) ?? [unknown()]
    return [
      { name: derived.alias?.aliasname ?? '', outputs: renamed(outputs, names(derived.alias?.colnames)) },
    ]
  }
  const sample = as(node, 'RangeTableSample')
  if (sample?.relation) return itemsOf(sample.relation, ctes, outer, depth)
  const computed = as(node, 'RangeFunction') ?? as(node, 'RangeTableFunc') ?? as(node, 'JsonTable')
  return [
    {
      name: computed?.alias?.aliasname ?? functionName(node),
      outputs: [{ ...carriedBy(node, ctes, outer, depth), star: true }],
    },
  ]
}

const unknown = (): Output => ({ columns: ['*'], sources: ['*'], opaque: false, star: true })

/** A function in FROM without an alias goes by its own name. */
function functionName(node: Node): string {
  let found = ''
  visit(node, (tag, fields) => {
    if (tag === 'FuncCall' && found === '') found = parts((fields as FuncCall).funcname).at(-1) ?? ''
  })
  return found
}

function joined(join: JoinExpr, ctes: Ctes, outer: readonly Item[], depth: number): readonly Item[] {
  const left = join.larg ? itemsOf(join.larg, ctes, outer, depth + 1) : []
  const right = join.rarg ? itemsOf(join.rarg, ctes, [...left, ...outer], depth + 1) : []
  const items = [...left, ...right]
  const merged = Boolean(join.usingClause ?? join.isNatural)
  if (join.alias) return [{ name: join.alias.aliasname ?? '', outputs: [star(items)] }]
  return merged ? items.map((item) => ({ ...item, merged })) : items
}

/** What the expression reads. Conditions count: `CASE WHEN ssn … ` tells about `ssn`. */
function carriedBy(value: unknown, ctes: Ctes, scope: readonly Item[], depth: number): Output {
  const found: Output[] = []
  const search = (child: unknown): void => {
    if (Array.isArray(child)) for (const item of child) search(item)
    if (Array.isArray(child) || child === null || typeof child !== 'object') return
    const node = child as Node
    const reference = as(node, 'ColumnRef')
    if (reference) found.push(...referred(parts(reference.fields), reference.fields?.length ?? 0, scope))
    else if (as(node, 'SubLink')) found.push(linked(node, ctes, scope, depth))
    else {
      const call = as(node, 'FuncCall')
      if (call && isOpaque(parts(call.funcname))) found.push({ columns: [], sources: [], opaque: true })
      else {
        if (call && isForeign(parts(call.funcname)))
          found.push({ columns: [], sources: [], opaque: false, foreign: true })
        for (const item of Object.values(child)) search(item)
      }
    }
  }
  search(value)
  const { opaque, ...rest } = union(found)
  return { ...rest, opaque: opaque && found.length > 0 }
}

function linked(node: Node, ctes: Ctes, scope: readonly Item[], depth: number): Output {
  const link = as(node, 'SubLink')
  const outputs = query(link?.subselect, ctes, scope, depth + 1) ?? [unknown()]
  const test = carriedBy(link?.testexpr, ctes, scope, depth)
  if (link?.subLinkType !== 'EXISTS_SUBLINK') return union([test, ...outputs])
  // Whether a row exists tells about what its conditions read.
  const select = as(link.subselect, 'SelectStmt')
  const items = fromItems(select?.fromClause, ctes, scope, depth + 1)
  return union([...outputs, carriedBy(select?.whereClause, ctes, [...items, ...scope], depth + 1)])
}

function referred(path: readonly string[], length: number, scope: readonly Item[]): readonly Output[] {
  const [first = '', ...more] = path
  const column = path.at(-1) ?? ''
  if (length > path.length) return scope.filter((item) => item.name === column).map(whole)
  if (path.length === 1) {
    const row = scope.filter((item) => item.name === first).map(whole)
    return [...row, ...scope.flatMap((item) => columnOf(item, first))]
  }
  const owners = scope.filter((item) => item.name === path.at(-2) || item.name === first)
  if (owners.length === 0)
    return [{ columns: [...new Set([first, ...more])], sources: [path.join('.')], opaque: false }]
  return owners.flatMap((item) =>
    columnOf(item, column).concat(
      path.length > 2 && item.name === first ? columnOf(item, more[0] ?? '') : [],
    ),
  )
}

function columnOf(item: Item, column: string): Output[] {
  if (item.outputs) {
    const exact = item.outputs.filter((output) => output.name === column && !output.star)
    return exact.length > 0
      ? exact
      : item.outputs.filter((output) => output.star || output.name === undefined)
  }
  const relation = item.relation ?? item.name
  return item.renamed
    ? [whole(item)]
    : [{ columns: [column], sources: [`${relation}.${column}`], opaque: false }]
}

type Written = {
  readonly relation?: Parameters<typeof relationName>[0]
  readonly returningClause?: ReturningClause
  readonly withClause?: WithClause
}

/** RETURNING: the row's own columns, and whatever the statement wrote into them. */
function returned(
  node: Written & object,
  ctes: Ctes,
  outer: readonly Item[],
  depth: number,
): readonly Output[] {
  const list = node.returningClause?.exprs
  if (!list) return []
  const known = withNames(node.withClause, ctes, outer, depth)
  const fields = node as {
    fromClause?: Node[]
    usingClause?: Node[]
    sourceRelation?: Node
    selectStmt?: Node
    targetList?: Node[]
  }
  const sources = [
    ...(fields.fromClause ?? []),
    ...(fields.usingClause ?? []),
    ...(fields.sourceRelation ? [fields.sourceRelation] : []),
  ]
  const target = itemsOf({ RangeVar: node.relation ?? {} }, new Map(), [], depth)
  const items = [...target, ...sources.flatMap((item) => itemsOf(item, known, outer, depth))]
  const aliases = [
    'old',
    'new',
    ...(node.returningClause?.options ?? []).flatMap((option) => as(option, 'ReturningOption')?.value ?? []),
  ]
  const rows = aliases.map((name) => ({ ...(target[0] ?? { name }), name }))
  const scope = [...items, ...rows, ...outer]
  const inserted = query(fields.selectStmt, known, outer, depth + 1) ?? []
  const set = (fields.targetList ?? []).map((item) =>
    carriedBy(as(item, 'ResTarget')?.val, known, scope, depth),
  )
  const written = [...inserted, ...set].filter((output) => output.columns.length > 0 || output.foreign)
  return targets(list, known, items, scope, depth).map((output) =>
    written.length === 0 || output.opaque
      ? output
      : { ...output, ...union([output, ...written]), ...(output.star && { star: true }) },
  )
}
