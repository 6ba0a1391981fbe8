// What a condition on a view picks of the rows below it.
import type { Analysis, Effect } from '../../core/statement.ts'
import type { Scope } from './names.ts'
import type { Run } from './run.ts'
import { anyNumber } from './sizes.ts'
import type { Relation } from './snapshot.ts'

const NAME = String.raw`(?:[\p{L}_][\p{L}\p{N}_$]*|"(?:[^"]|"")+")`
const COLUMN = String.raw`${NAME}(?:\.${NAME}){0,3}`
const OUTPUT = String.raw`(?:(?:${NAME}\.){0,2}\*|${COLUMN}(?: AS ${NAME})?)`
/** Columns of one relation as they are, as the server writes a view down, or somebody else. */
const PLAIN = new RegExp(
  String.raw`^\s*SELECT\s+(${OUTPUT}(?:,\s*${OUTPUT})*)\s+FROM\s+(?:ONLY\s+)?(${NAME}(?:\.${NAME})?)(?![^\s;])`,
  'iu',
)
/** They look like columns and are none. */
const VALUES =
  /(?:^|[\s,])(?:true|false|null|user|(?:current|session|system)_user|current_(?:role|catalog|schema|date|time|timestamp)|local(?:time|timestamp))(?=[\s,]|$)/i
const QUOTED = /"(?:[^"]|"")+"/g
const NESTED = 16

/** True when every column of the view is one of the table below it, so that a key of the one is a key of the other. */
export function isPlain(
  { definition, triggers, rules }: Relation,
  scope: Scope,
  run: Run,
  depth = 0,
): boolean {
  const [, outputs, base] = PLAIN.exec(definition ?? '') ?? []
  if (outputs === undefined || base === undefined || depth > NESTED) return false
  if (triggers || rules || VALUES.test(outputs.replaceAll(QUOTED, '"x"'))) return false
  return run
    .relations(base, scope)
    .every((relation) => relation.kind !== 'view' || isPlain(relation, scope, run, depth + 1))
}

const PICKED = new Set<Effect['rows']>(['one', 'some'])

/** The rows that are picked of what is below the view. */
export const rowsBelow = (
  view: Relation,
  rows: Effect['rows'] | undefined,
  scope: Scope,
  run: Run,
): Effect['rows'] | undefined => (PICKED.has(rows) && !isPlain(view, scope, run) ? 'unknown' : rows)

/** The effect on a view: its condition may hold for any share of the rows, and what is changed may be the server's own. */
export function throughView(effect: Effect, scope: Scope, run: Run): Effect {
  const { action, name, rows, object, temporary } = effect
  if (name === undefined || temporary || object !== 'table' || !CHANGES.has(action)) return effect
  const made = run.madeView(name)
  if (made && inCatalog(made, scope, run)) return { ...effect, object: 'catalog' }
  if (!PICKED.has(rows)) return effect
  const weak =
    run.schema.ownEquality ||
    made !== undefined ||
    run.relations(name, scope).some((relation) => relation.kind === 'view' && !isPlain(relation, scope, run))
  return weak ? anyNumber(effect) : effect
}

const CHANGES = new Set<Effect['action']>(['insert', 'update', 'delete', 'copy-in'])

/** A view that changes the server's own settings and tables; of those that are temporary nobody tells later. */
export function catalogView({ action, object, name }: Effect, scope: Scope, run: Run): readonly Effect[] {
  if (action !== 'create' || object !== 'view' || name === undefined) return []
  const reads = run.madeView(name)?.filter((base) => !isCatalog(base))
  if (!reads || !inCatalog(reads, scope, run)) return []
  return [{ action: 'create', object: 'catalog-view', name, detail: reads.join() }]
}

/** One of these relations is the server's own, or a view of such. */
const inCatalog = (names: readonly string[], scope: Scope, run: Run, depth = 0): boolean =>
  names.some(
    (name) =>
      isCatalog(name) ||
      run.relations(name, scope).some(({ kind, definition }) => {
        if (kind !== 'view' || definition === undefined || depth > NESTED) return false
        const reads = readBy(run.analysis(definition))
        return reads.length === 1 && inCatalog(reads, scope, run, depth + 1)
      }),
  )

const readBy = (analysis: Analysis | undefined): readonly string[] =>
  (analysis?.effects ?? []).flatMap(({ action, name, via }) =>
    action === 'read' && via === undefined && name !== undefined ? [name] : [],
  )

const CATALOG = /^(?:pg_catalog|information_schema|pg_toast)\.|^pg_[^.]*$/

/** The server's own. */
export const isCatalog = (name: string): boolean => CATALOG.test(name)
