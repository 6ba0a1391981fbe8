// Queries and expressions.
import type { CommonTableExpr, FuncCall, Node, RangeVar, SelectStmt, WithClause } from '@pgsql/types'
import type { Collector } from './collector.ts'
import { references } from './columns.ts'
import { comparing } from './compares.ts'
import { createFlows } from './flows.ts'
import { callEffect, effectOfName } from './functions.ts'
import { lockOf } from './locks.ts'
import { rowsOf } from './predicates/rows.ts'
import { targetOf } from './predicates/target.ts'
import { askedOnce, givesRows } from './repeats.ts'
import { sinkFlow } from './sinks.ts'
import { as, dotted, parts } from './tree.ts'
import { type Handlers, walk, walkMany } from './walk.ts'

/** Parts of statements and expressions that have an effect by themselves. */
export const EXPRESSIONS: Handlers = {
  FuncCall: readCall,
  RangeVar: readRelation,
  SelectStmt: readSelect,
  A_Expr(node, c) {
    const names = parts(node.name)
    if (names.length > 1 && names[0] !== 'pg_catalog')
      c.add({ action: 'call', object: 'function', name: dotted(names) })
    walk([node.lexpr, node.rexpr], c)
  },
  RangeTableSample(node, c) {
    const effect = effectOfName(parts(node.method))
    if (effect) c.add(effect)
    walk([node.relation, node.args, node.repeatable], c)
  },
  A_Indirection(node, c) {
    // `(expression).name` calls the function of that name; a name that is not built in is most likely a field.
    for (const name of parts(node.indirection)) {
      const effect = effectOfName([name])
      if (effect && effect.object !== 'function') c.add(effect)
    }
    walk([node.arg, node.indirection], c)
  },
  TableLikeClause(node, c) {
    c.mention(node.relation)
  },
  Constraint(node, c) {
    if (node.pktable)
      c.on('alter', 'table', node.pktable, {
        lock: c.isNew(node.pktable) ? 'none' : lockOf('foreign key'),
        detail: 'referenced by a foreign key',
      })
    const { pktable: _table, ...rest } = node
    walk(rest, c)
  },
  LockingClause(_, c) {
    c.add({ action: 'lock', object: 'row', lock: lockOf('row lock') })
  },
}

function readCall(call: FuncCall, c: Collector): void {
  const effect = callEffect(call)
  const defined = effect?.object === 'function' && !call.args && c.known.functions.has(effect.name ?? '')
  if (defined) c.repeats.ran()
  if (effect && !defined) {
    if (effect.action === 'set') {
      c.resolutionChanged = true
      c.names.forget()
      c.forgetFunctions()
    }
    c.add(effect)
  }
  sinkFlow(call, c)
  walk([call.args, call.agg_order, call.agg_filter, call.over], c)
}

/** Views and tables whose rows carry other people's values, secrets or statements. */
const VALUES = new Set(
  `pg_authid pg_shadow pg_user_mapping pg_user_mappings pg_statistic pg_stats pg_stats_ext pg_stats_ext_exprs pg_statistic_ext_data
  pg_stat_activity pg_largeobject pg_hba_file_rules pg_ident_file_mappings pg_file_settings pg_stat_statements pg_subscription pg_stat_gssapi
  pg_prepared_statements pg_cursors user_mapping_options pg_replication_origin_status`.split(/\s+/),
)

/** A relation in FROM. */
export function readRelation(relation: RangeVar, c: Collector): void {
  const name = relation.relname ?? ''
  if (!relation.schemaname && c.scope.has(name)) return
  if (c.repeats.on) c.repeats.relation(dotted(relation.schemaname ? [relation.schemaname, name] : [name]))
  const values = showsValues(relation) && !(name === 'pg_subscription' && c.counting)
  c.on('read', values ? 'catalog-values' : 'table', relation)
}

/** True when it is one of the server's that show more than names. */
export function showsValues({ schemaname, relname = '' }: RangeVar): boolean {
  const system = !schemaname || /^(pg_catalog|information_schema)$/.test(schemaname)
  return (system || relname === 'pg_stat_statements') && VALUES.has(relname)
}

/** Walks `work` with the clause's names visible, and the queries behind them first. */
export function withCtes(clause: WithClause | undefined, c: Collector, work: () => void): void {
  const ctes: CommonTableExpr[] = (clause?.ctes ?? []).flatMap((node) => as(node, 'CommonTableExpr') ?? [])
  if (clause?.recursive) {
    c.scoped(ctes, true, () => {
      for (const cte of ctes) c.within('with', () => walk(cte.ctequery, c))
      work()
    })
    return
  }
  // Without RECURSIVE a query sees only those before it.
  const step = (index: number): void => {
    const cte = ctes[index]
    if (cte) {
      c.within('with', () => walk(cte.ctequery, c))
      c.scoped([cte], false, () => step(index + 1))
    } else work()
  }
  step(0)
}

function readSelect(select: SelectStmt, c: Collector): void {
  withCtes(select.withClause, c, () => {
    if (select.larg) readSelect(select.larg, c)
    if (select.rarg) readSelect(select.rarg, c)
    const { withClause: _with, larg: _left, rarg: _right, intoClause, ...rest } = select
    const { counting } = c
    c.counting = counts(select)
    comparing(select, c, () => readParts({ ...rest, ...oneSetting(select) }, c))
    c.counting = counting
    if (intoClause?.rel) {
      c.schemaChanged = true
      c.on('create', 'table', intoClause.rel)
      createFlows({ SelectStmt: select }, intoClause.rel, [], c)
      if (c.topLevel) created(intoClause.rel, c, false)
    }
  })
}

/** What is in FROM once, and the rest for each row of it. */
function readParts(select: SelectStmt, c: Collector): void {
  const { fromClause = [], limitCount, limitOffset, targetList, ...rest } = select
  const joined = fromClause.length > 0 && !askedOnce(fromClause)
  const { many, calls } = givesRows(select)
  if (fromClause.length === 0) c.repeats.beside(calls)
  if (many || !givesFew(select, c)) walkMany(targetList, c)
  else walk(targetList, c)
  if (joined) walkMany(fromClause, c)
  else walk(fromClause, c)
  if (fromClause.length > 0 || many) walkMany(rest, c)
  else walk(rest, c)
  walk([limitCount, limitOffset], c)
}

/** No FROM, or the rows of one table by key. */
function givesFew({ fromClause = [], whereClause }: SelectStmt, c: Collector): boolean {
  const relation = as(fromClause[0], 'RangeVar')
  if (fromClause.length === 0) return true
  if (fromClause.length > 1 || !relation || c.scope.has(relation.relname ?? '') || !whereClause) return false
  const found = rowsOf(whereClause, targetOf(relation, [], c, [whereClause]))
  return found === 'some' || found === 'none'
}

/** True when the query gives more rows than were written down. */
export function givesMany(source: Node | undefined, c: Collector): boolean {
  const select = as(source, 'SelectStmt')
  if (!select || select.valuesLists) return false
  if (select.larg || select.rarg)
    return [select.larg, select.rarg].some((side) => side && givesMany({ SelectStmt: side }, c))
  return givesRows(select).many || givesRows(select).calls.length > 0 || !givesFew(select, c)
}

/** `SELECT count(*) FROM pg_subscription`, as pg_dump asks: nothing of the connection strings is read. */
function counts({ targetList = [], fromClause = [], ...rest }: SelectStmt): boolean {
  const call = as(as(targetList[0], 'ResTarget')?.val, 'FuncCall')
  const relation = as(fromClause[0], 'RangeVar')
  const only = targetList.length === 1 && fromClause.length === 1 && !relation?.alias?.colnames
  const named = references(rest).map((names) => names.at(-1))
  return (
    Boolean(only && call?.agg_star) &&
    named.every((name) => name === 'subdbid' || name === 'oid' || name === 'datname')
  )
}

/** `SELECT set_config(name, …) FROM pg_settings WHERE name = '…'`, as pg_dump sets what may be missing: that name in the call. */
function oneSetting({ targetList = [], fromClause = [], whereClause }: SelectStmt): Partial<SelectStmt> {
  const call = as(as(targetList[0], 'ResTarget')?.val, 'FuncCall')
  const [setting, ...others] = call?.args ?? []
  const relation = as(fromClause[0], 'RangeVar')
  const test = as(whereClause, 'A_Expr')
  const isName = (node: Node | undefined) => {
    const fields = parts(as(node, 'ColumnRef')?.fields)
    return fields.length === 1 && fields[0] === 'name'
  }
  const plain =
    targetList.length === 1 && fromClause.length === 1 && parts(call?.funcname).at(-1) === 'set_config'
  if (!plain || relation?.relname !== 'pg_settings' || !isName(setting) || !isName(test?.lexpr)) return {}
  if (
    test?.kind !== 'AEXPR_OP' ||
    parts(test.name).join('.') !== '=' ||
    !test.rexpr ||
    !as(test.rexpr, 'A_Const')
  )
    return {}
  const named: Node = { FuncCall: { ...call, args: [test.rexpr, ...others] } }
  return { targetList: [{ ResTarget: { val: named } }] }
}

/** Remembers a relation that this text made, when it surely exists afterwards. */
export function created(relation: RangeVar, c: Collector, dropsOnCommit: boolean): void {
  if (isTemporary(relation) && !c.resolutionChanged)
    c.names.addTemporary(dotted([relation.relname ?? '']), dropsOnCommit)
}

export const isTemporary = ({ relpersistence, schemaname }: RangeVar): boolean =>
  relpersistence === 't' || schemaname === 'pg_temp'
