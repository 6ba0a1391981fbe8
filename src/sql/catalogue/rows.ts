// What happens by itself when rows of a relation are read or written.
import type { Effect } from '../../core/statement.ts'
import { cascades, type Picked } from './cascades.ts'
import { runs } from './functions.ts'
import type { Run } from './run.ts'
import { fullName } from './schema.ts'
import { rowsOf } from './sizes.ts'
import type { Relation, RowEvent } from './snapshot.ts'
import { forMany, forRows, into, type Step } from './step.ts'
import { columnTypes, exactType, selecting } from './types.ts'
import { isCatalog, rowsBelow } from './views.ts'

const EVENTS: Partial<Record<Effect['action'], RowEvent>> = {
  read: 'select',
  'copy-out': 'select',
  insert: 'insert',
  'copy-in': 'insert',
  update: 'update',
  delete: 'delete',
  truncate: 'truncate',
}
const CHECKED = new Set(['scan', 'rewrite', 'maintain'])

/** What an effect on a relation sets off. */
export function touch(effect: Effect, step: Step, run: Run): void {
  const { action, name, temporary } = effect
  if (temporary) return
  if (name === undefined) {
    if (action === 'rewrite' || action === 'maintain') everywhere(step, run)
    return
  }
  const event = EVENTS[action]
  if (event === undefined && !CHECKED.has(action)) return
  run.defined('relations', name, step)
  if (event !== undefined && event !== 'select') switched(name, step, run)
  for (const relation of run.relations(name, step.scope))
    if (event === undefined) checked(relation, step, run)
    else
      happens(
        relation,
        event,
        { rows: effect.rows, cascade: effect.cascade === true, count: countOf(effect, relation, run) },
        step,
        run,
      )
}

function countOf({ rows }: Effect, relation: Relation, run: Run): number | undefined {
  if (rows === 'one' || rows === 'some') return 1
  return rows === 'all' ? rowsOf(relation, run.schema) : undefined
}

/** Rows of this relation are read or written. */
function happens(relation: Relation, event: RowEvent, picked: Picked, from: Step, run: Run): void {
  const name = fullName(relation)
  const key = `${from.scope} ${event} ${name} ${picked.rows} ${picked.count} ${from.assigned?.join()}`
  const step = isMany(event, picked, from) ? forRows(from) : from
  // A view's query has the step from here.
  if (!run.once(`${from.many} ${key}`, step)) return
  if (relation.kind === 'view') view(relation, event, picked, event === 'select' ? from : step, run)
  rules(relation, event, step, run)
  triggers(relation, event, step, run)
  expressions(relation, ({ on }) => on.includes(event), step, run)
  // Also when it is read: `jsonb_populate_record` makes new values of a row.
  columnTypes(relation, step, run)
  if (event === 'select') return
  for (const parent of run.schema.partitionedAs(name)) triggers(parent, event, step, run)
  for (const child of relation.children ?? [])
    for (const found of run.schema.relations.exact(child)) {
      happens(found, event, picked, step, run)
      // A row that moves to another partition is deleted here and inserted there.
      if (event === 'update' && relation.kind === 'partitioned')
        for (const half of ['delete', 'insert'] as const) triggers(found, half, step, run)
    }
  cascades(relation, event, picked, step, run, happens)
}

/** A policy is asked about every row; a view's query stands for itself. */
const isMany = (event: RowEvent, { rows }: Picked, { many }: Step): boolean =>
  event === 'select' || many !== undefined || rows === 'unknown' || rows === 'all'

function view(relation: Relation, event: RowEvent, picked: Picked, from: Step, run: Run): void {
  if (relation.definition === undefined) return
  const step = into(from, 'view', `view ${fullName(relation)}`)
  const analysis = run.follow(relation.definition, step)
  if (!analysis || event === 'select') return
  // A simple view passes changes on to its one table, unless rules or triggers take them.
  const takes =
    relation.rules?.some((rule) => rule.event === event) ||
    relation.triggers?.some(({ events }) => events.includes(event))
  const base = analysis.effects.filter(({ action, via }) => action === 'read' && via === undefined)
  const name = base[0]?.name
  if (takes || base.length !== 1 || name === undefined || event === 'truncate') return
  const rows = rowsBelow(relation, picked.rows, step.scope, run)
  const below = rows === picked.rows ? picked : { ...picked, rows, count: undefined }
  // Rules of the server take the changes of some views of its own, as of pg_settings.
  const object = isCatalog(name) ? 'catalog' : 'table'
  run.add({ action: event, object, name, ...(rows && { rows }) }, step)
  for (const table of run.schema.relations.first(name, step.scope)) happens(table, event, below, step, run)
}

/** A rule rewrites the statement: its queries have all rows of it. */
function rules({ rules = [], ...relation }: Relation, event: RowEvent, from: Step, run: Run): void {
  const step = from.many ? forMany(from) : from
  for (const rule of rules)
    if (rule.event === event)
      run.follow(rule.definition, into(step, 'rule', `rule ${rule.name} on ${fullName(relation)}`), 'rule')
}

function triggers({ triggers = [], ...relation }: Relation, event: RowEvent, from: Step, run: Run): void {
  const name = fullName(relation)
  run.defined('relations', name, from)
  if (event !== 'select') switched(name, from, run)
  for (const trigger of triggers) {
    if (!trigger.events.includes(event)) continue
    const assigns = trigger.columns?.some((column) => from.assigned?.includes(column))
    if (event === 'update' && trigger.columns && from.assigned && !assigns) continue
    const step = into(from, 'trigger', `trigger ${trigger.name} on ${fullName(relation)}`)
    if (trigger.when !== undefined) run.follow(selecting([trigger.when]), step)
    runs(trigger.function, step, run, exactType)
  }
}

/** The catalogue tells only of those that were on. */
function switched(name: string, step: Step, run: Run): void {
  if (!run.switchesOn(name)) return
  run.add(
    { action: 'unknown', object: 'code', detail: `a trigger of ${name} that was switched on before` },
    step,
  )
}

type Stored = NonNullable<Relation['expressions']>[number]

/** Those of a kind are read as one statement. */
function expressions(relation: Relation, wanted: (each: Stored) => boolean, from: Step, run: Run): void {
  const kinds = new Map<string, string[]>()
  for (const each of relation.expressions ?? [])
    if (wanted(each) && !PLAIN.test(each.text))
      kinds.set(each.kind, [...(kinds.get(each.kind) ?? []), each.text])
  for (const [kind, texts] of kinds)
    run.follow(selecting(texts), into(from, kind, `${kind} of ${fullName(relation)}`))
}

/** A new relation takes over what this one has; with `triggers` it is a partition that rows go into. */
export function modelled(relation: Relation, withTriggers: boolean, step: Step, run: Run): void {
  expressions(relation, ({ kind }) => kind !== 'policy', step, run)
  columnTypes(relation, step, run)
  if (withTriggers && relation.kind === 'partitioned')
    for (const event of ['insert', 'update', 'delete'] as const) triggers(relation, event, step, run)
}

/** Most defaults, as the server writes them. */
const PLAIN =
  /^(now\(\)|CURRENT_(TIMESTAMP|DATE)|gen_random_uuid\(\)|true|false|NULL::[\w .]+|-?\d+(\.\d+)?|nextval\('[\w".]+'::regclass\)|'[^']*'::(text|character varying|jsonb?))$/

/** `ANALYZE`, `REINDEX SCHEMA`: whatever has code of the database in an index. */
function everywhere(step: Step, run: Run): void {
  for (const relation of run.schema.snapshot.relations)
    if (relation.expressions?.some(({ kind, text }) => BY_ANALYZE.has(kind) && OWN_CODE.test(text)))
      checked(relation, step, run)
}

const BY_ANALYZE = new Set(['index', 'statistics'])

/** A call with a schema. */
const OWN_CODE = /[\w"$]\s*\.\s*[\w"$]+\s*\(/

/** Work that reads all rows evaluates what constraints and indexes hold; a refresh runs the query. */
function checked(relation: Relation, from: Step, run: Run): void {
  const name = fullName(relation)
  const step = forMany(from)
  if (!run.once(`${step.scope} checked ${name}`, step)) return
  if (relation.kind === 'materialized-view' && relation.definition !== undefined)
    run.follow(relation.definition, into(from, 'view', `materialized view ${name}`))
  expressions(relation, ({ kind }) => kind !== 'default' && kind !== 'policy', step, run)
}
