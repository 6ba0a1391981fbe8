// Foreign keys that a text makes: from then on rows go, or change, along with those that they refer to.
import type { Constraint, RangeVar } from '@pgsql/types'
import type { Effect, Flow, MadeKey } from '../core/statement.ts'
import { hasHoles } from './bodies/holes.ts'
import { partsOf } from './catalogue/names.ts'
import type { Collector } from './collector.ts'
import { lockOf } from './locks.ts'
import { dotted, parts, relationName } from './tree.ts'

const CHANGES = /^[cnd]$/
const CASCADES = 'c'

/** What the constraint refers to; undefined for others. `column`: the one that it stands at. */
function keyOf(constraint: Constraint | undefined, relation: string, column?: string): MadeKey | undefined {
  if (constraint?.contype !== 'CONSTR_FOREIGN') return undefined
  const listed = parts(constraint.fk_attrs)
  const referred = parts(constraint.pk_attrs)
  return {
    relation,
    columns: listed.length > 0 || column === undefined ? listed : [column],
    refers: relationName(constraint.pktable),
    ...(referred.length > 0 && { referred }),
    onDelete: CHANGES.test(constraint.fk_del_action ?? ''),
    onUpdate: CHANGES.test(constraint.fk_upd_action ?? ''),
  }
}

/** `made`: the same statement makes the table. Rows of a table that the text has made are no older than the key. */
export function noteKey(
  constraint: Constraint | undefined,
  relation: RangeVar | undefined,
  c: Collector,
  { column, made = false }: { readonly column?: string | undefined; readonly made?: boolean } = {},
): void {
  const name = c.mention(relation)
  const key = keyOf(constraint, name, column)
  if (!key) return
  if (constraint?.fk_upd_action === CASCADES) carried(key, relation, c)
  if (made || c.isTemporary(relation) || (c.topLevel && c.isNew(relation))) return
  const actions = [...(key.onDelete ? ['ON DELETE'] : []), ...(key.onUpdate ? ['ON UPDATE'] : [])]
  const column_ = constraint?.conname ?? column
  c.on('create', 'foreign-key', relation, {
    ...(column_ !== undefined && { column: column_ }),
    detail: [`to ${key.refers}`, ...actions].join(', '),
    lock: lockOf('foreign key'),
  })
  c.refer(key)
}

/** A key that changes is written down in the column that refers to it. */
function carried({ columns, refers, referred }: MadeKey, relation: RangeVar | undefined, c: Collector): void {
  const own = relationName(relation)
  const name = relation?.relpersistence === 't' && !relation.schemaname ? `pg_temp.${own}` : own
  columns.forEach((column, index) => {
    c.flow({ relation: name, column, sources: [`${refers}.${referred?.[index] ?? '*'}`], same: true })
  })
}

const CHANGED = new Set(['table', 'cascade'])

/** What the keys take along with the effect. `assigned`: columns that an UPDATE may change; undefined for any. */
export function takenAlong(
  { action, object, name, rows, cascade, temporary, via = [] }: Effect,
  keys: readonly MadeKey[],
  assigned: readonly string[] | undefined,
  behind: (name: string) => ReadonlySet<string>,
): readonly Effect[] {
  if (name === undefined || rows === 'none' || temporary || !CHANGED.has(object)) return []
  const touched = keys.filter((key) => {
    if (action === 'delete') return key.onDelete
    if (action === 'truncate') return cascade === true
    return action === 'update' && key.onUpdate && changes(key, object === 'cascade' ? undefined : assigned)
  })
  if (touched.length === 0) return []
  const names = behind(name)
  return touched
    .filter(({ refers }) => isOpen(refers) || isOpen(name) || names.has(lastPart(refers)))
    .map(({ relation }) => ({
      action: action as 'delete' | 'update' | 'truncate',
      object: 'cascade',
      name: relation,
      rows: 'unknown' as const,
      detail: 'a foreign key that this transaction makes',
      stored: true,
      via: [...via, 'cascade'],
    }))
}

const changes = ({ referred }: MadeKey, assigned: readonly string[] | undefined): boolean =>
  !assigned || !referred || referred.some((column) => assigned.includes(dotted([column])))

/** Which table it is comes at run time. */
const isOpen = (name: string): boolean => name.includes('*') || hasHoles(name)
const lastPart = (name: string): string => dotted([partsOf(name).at(-1) ?? ''])

/** The name, without schema, and what it shows or was called before. */
export function namesBehind(name: string, flows: readonly Flow[]): ReadonlySet<string> {
  const found = new Set([lastPart(name)])
  for (const each of found)
    for (const { relation, sources, view, named } of flows)
      if ((view || named) && relation !== undefined && lastPart(relation) === each)
        for (const source of sources) found.add(dotted([partsOf(source).at(-2) ?? '']))
  return found
}
