// Which columns each output column is computed from: the taint that masks follow. In doubt, more columns.
import type {
  CommonTableExpr,
  FuncCall,
  JoinExpr,
  Node,
  OnConflictClause,
  RangeVar,
  ReturningClause,
  SelectStmt,
  WithClause,
} from '@pgsql/types'
import type { Output } from '../core/statement.ts'
import { isForeign, isOpaque } from './functions.ts'
import { codeIn } from './making.ts'
import {
  type Ctes,
  expanded,
  type Item,
  label,
  nameless,
  referred,
  renamed,
  star,
  union,
  united,
  unknown,
} from './taint.ts'
import { as, parts, relationName } from './tree.ts'

const MAX_DEPTH = 64
const MAX_COLUMNS = 1664

/** How deep an analysis is, and how much work is left for all of it: short texts can ask for very much. */
export interface Depth {
  readonly level: number
  readonly work: Work
}

/** Column references and sources that may still be looked at. */
export interface Work {
  left: number
}

export const work = (): Work => ({ left: 400_000 })
const deeper = ({ level, work }: Depth): Depth => ({ level: level + 1, work })

/** The outputs of a statement; undefined when the text does not tell. */
export function outputsOf(statement: Node | undefined, left = work()): readonly Output[] | undefined {
  const found = query(statement, new Map(), [], { level: 0, work: left })
  return left.left > 0 ? found : undefined
}

export function query(
  node: Node | undefined,
  ctes: Ctes,
  outer: readonly Item[],
  depth: Depth,
): readonly Output[] | undefined {
  if (depth.level > MAX_DEPTH || depth.work.left <= 0) return undefined
  const select = as(node, 'SelectStmt')
  if (select) return selected(select, ctes, outer, depth)
  const written =
    as(node, 'InsertStmt') ?? as(node, 'UpdateStmt') ?? as(node, 'DeleteStmt') ?? as(node, 'MergeStmt')
  if (written) return returned(written, ctes, outer, depth)
  if (as(node, 'VariableShowStmt')) return [{ columns: [], sources: [], opaque: true }]
  // What COPY, or a later EXECUTE or FETCH, returns.
  const named =
    as(node, 'PrepareStmt')?.query ?? as(node, 'DeclareCursorStmt')?.query ?? as(node, 'CopyStmt')?.query
  if (named) return query(named, ctes, outer, deeper(depth))
  const explained = as(node, 'ExplainStmt')
  if (explained) return [plan(explained)]
  return undefined
}

/** A plan shows constants, and what code made of them while planning; never a value of a row. */
function plan(node: object): Output {
  let foreign = false
  visit(node, (tag, fields) => {
    if (tag === 'FuncCall') foreign ||= isForeign(parts((fields as FuncCall).funcname))
  })
  return { name: 'QUERY PLAN', columns: [], sources: [], opaque: false, ...(foreign ? { foreign } : {}) }
}

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
  const found = query(cte.ctequery, ctes, outer, deeper(depth)) ?? [everything(cte.ctequery, ctes)]
  const outputs = renamed(found, names(cte.aliascolnames))
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
  const start = first ? query({ SelectStmt: first }, ctes, outer, deeper(depth)) : undefined
  let before = start ? renamed(start, names(cte.aliascolnames)) : columnsOf(cte, ctes, outer, depth)
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

function visit(value: unknown, each: (tag: string, fields: object) => void): void {
  if (Array.isArray(value)) for (const item of value) visit(item, each)
  else if (value !== null && typeof value === 'object')
    for (const [key, child] of Object.entries(value)) {
      if (child !== null && typeof child === 'object') each(key, child)
      visit(child, each)
    }
}

const names = (nodes: readonly Node[] | undefined): string[] => parts(nodes)

function selected(
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
function targets(
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
    const labels = names(relation.alias?.colnames)
    if (cte) return [{ name, outputs: renamed(cte, labels) }]
    return [{ name, relation: relationName(relation), renamed: labels.length > 0 }]
  }
  const join = as(node, 'JoinExpr')
  if (join) return joined(join, ctes, outer, depth)
  const derived = as(node, 'RangeSubselect')
  if (derived) {
    const outputs = query(derived.subquery, ctes, outer, deeper(depth)) ?? [unknown()]
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
    return [{ name: join.alias.aliasname ?? '', outputs: renamed([star(items)], names(join.alias.colnames)) }]
  const using = join.join_using_alias?.aliasname
  const all = using === undefined ? items : [...items, { name: using, outputs: [star(items)] }]
  return merged ? all.map((item) => ({ ...item, merged })) : all
}

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
  if (link?.subLinkType === 'EXISTS_SUBLINK' && select) return existing(select, ctes, scope, deeper(depth))
  const outputs = query(link?.subselect, ctes, scope, deeper(depth)) ?? [unknown()]
  return union([carriedBy(link?.testexpr, ctes, scope, depth), ...outputs])
}

/** Whether a row exists tells about what its conditions read. */
function existing(select: SelectStmt, ctes: Ctes, outer: readonly Item[], depth: Depth): Output {
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
  depth: Depth,
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
    onConflictClause?: OnConflictClause
    mergeWhenClauses?: Node[]
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
  const inserted = query(fields.selectStmt, known, outer, deeper(depth)) ?? []
  const clauses = (fields.mergeWhenClauses ?? []).flatMap((item) => as(item, 'MergeWhenClause') ?? [])
  const excluded: Item = { name: 'excluded', outputs: [{ ...union(inserted), star: true }] }
  const set = [
    ...(fields.targetList ?? []),
    ...(fields.onConflictClause?.targetList ?? []),
    ...clauses.flatMap(({ targetList = [], values = [] }) => [...targetList, ...values]),
  ].map((item) => carriedBy(as(item, 'ResTarget')?.val ?? item, known, [...scope, excluded], depth))
  const written = [...inserted, ...set].filter((output) => output.columns.length > 0 || output.foreign)
  return targets(list, known, items, scope, depth).map((output) =>
    written.length === 0 || output.opaque
      ? output
      : { ...output, ...union([output, ...written]), ...(output.star && { star: true }) },
  )
}
