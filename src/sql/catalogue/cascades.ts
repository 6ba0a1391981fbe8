// Foreign keys that delete, change or empty other tables along with this one.
import type { Effect } from '../../core/statement.ts'
import type { Run } from './run.ts'
import { fullName } from './schema.ts'
import { rowsOf } from './sizes.ts'
import type { ForeignKey, Referential, Relation, RowEvent } from './snapshot.ts'
import { into, type Step } from './step.ts'

/** Which rows of a relation are meant. */
export interface Picked {
  readonly rows: Effect['rows'] | undefined
  /** How many, where that is known or a few. */
  readonly count: number | undefined
  /** TRUNCATE … CASCADE. */
  readonly cascade: boolean
}

/** What rows of another relation set off in turn. */
export type Happens = (relation: Relation, event: RowEvent, picked: Picked, step: Step, run: Run) => void

const CHANGES: ReadonlySet<Referential> = new Set(['cascade', 'set null', 'set default'])

export function cascades(
  relation: Relation,
  event: RowEvent,
  picked: Picked,
  step: Step,
  run: Run,
  happens: Happens,
): void {
  if (event === 'insert' || event === 'select' || picked.rows === 'none') return
  for (const key of relation.referencedBy ?? []) {
    const action = actionOf(key, event, picked, step)
    if (action === undefined) continue
    for (const child of run.schema.relations.exact(key.relation))
      cascade(relation, child, key, action, picked, step, run, happens)
    if (run.schema.relations.exact(key.relation).length === 0)
      run.add(
        { action, object: 'cascade', name: key.relation, rows: 'unknown' },
        into(step, 'cascade', which(key)),
      )
  }
}

const which = (key: ForeignKey): string => `foreign key ${key.name} of ${key.relation}`

type Change = 'delete' | 'update' | 'truncate'

function actionOf(key: ForeignKey, event: RowEvent, picked: Picked, { assigned }: Step): Change | undefined {
  if (event === 'truncate') return picked.cascade ? 'truncate' : undefined
  if (event === 'delete') {
    if (!CHANGES.has(key.onDelete)) return undefined
    return key.onDelete === 'cascade' ? 'delete' : 'update'
  }
  const changed = !assigned || !key.columns || key.columns.some((column) => assigned.includes(column))
  return changed && CHANGES.has(key.onUpdate) ? 'update' : undefined
}

function cascade(
  parent: Relation,
  child: Relation,
  key: ForeignKey,
  action: Change,
  picked: Picked,
  from: Step,
  run: Run,
  happens: Happens,
): void {
  const step = into(from, 'cascade', which(key), { assigned: [] })
  const estimate = action === 'truncate' ? rowsOf(child, run.schema) : share(parent, child, picked, run)
  const rows = action === 'truncate' ? 'all' : 'unknown'
  const found: Effect = {
    action,
    object: 'cascade',
    name: fullName(child),
    rows,
    ...(estimate !== undefined && { estimate }),
  }
  if (run.once(`${which(key)} ${action} ${estimate}`, step)) run.add(found, step)
  happens(child, action, { rows, count: estimate, cascade: picked.cascade }, step, run)
}

/** Rows of the child that go with those of the parent, when each parent has as many. */
function share(parent: Relation, child: Relation, { count }: Picked, run: Run): number | undefined {
  const parents = rowsOf(parent, run.schema)
  const children = rowsOf(child, run.schema)
  if (count === undefined || parents === undefined || children === undefined) return undefined
  return Math.min(children, Math.ceil((children / Math.max(parents, 1)) * count))
}
