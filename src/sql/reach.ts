// What an effect leaves of names that were certain. Whatever is not listed here may leave none.
import type { Action, Effect } from '../core/statement.ts'
import { partsOf } from './catalogue/names.ts'
import { movesNames } from './settings.ts'
import { dotted } from './tree.ts'

/** Names by their last part; `all` for any of them. */
export type Reach =
  | 'all'
  | {
      /** They may mean another relation afterwards, or none. */
      readonly taken: readonly string[]
      /** Something happens along with their rows from here on. */
      readonly hung: readonly string[]
    }

const NONE: Reach = { taken: [], hung: [] }
const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** What one namespace holds. ALTER INDEX renames tables too. */
const RELATIONS = words('table view materialized-view foreign-table sequence index type')
/** A relation goes with one of these only by CASCADE. */
const PARTS = words(
  `column constraint foreign-key default trigger policy rule function aggregate operator domain statistics statistic-ext collation
  text-search publication role row-security replica-identity foreign-options security-option security-definer
  security-label trigger-firing`,
)
const ROWS = words('table column cascade')
const RIGHTS = words(`${[...RELATIONS].join(' ')} column function domain default language large-object`)
/** Triggers and rules run where the rows of their table change. */
const HOOKS = words('trigger trigger-firing rule')

/** The table takes the sequence along from here on. */
export const OWNED_BY = 'owned by '

const of =
  (objects: ReadonlySet<string>) =>
  (effect: Effect): Reach =>
    objects.has(effect.object) ? NONE : 'all'
const calm = (): Reach => NONE

const REACH: Partial<Record<Action, (effect: Effect) => Reach>> = {
  read: calm,
  'copy-in': calm,
  'copy-out': calm,
  lock: calm,
  scan: calm,
  rewrite: calm,
  maintain: calm,
  notify: calm,
  comment: calm,
  explain: calm,
  cursor: calm,
  expose: calm,
  prepare: calm,
  // Rows of the catalogue are names and settings.
  insert: of(ROWS),
  update: of(ROWS),
  delete: of(ROWS),
  truncate: of(ROWS),
  grant: of(RIGHTS),
  revoke: of(RIGHTS),
  own: of(RIGHTS),
  execute: of(words('block')),
  call: of(words('sequence sleep')),
  set: ({ object, name = '' }) => (object === 'setting' && !movesNames(name) ? NONE : 'all'),
  create({ object, name = '', cascade }) {
    if (cascade) return 'all'
    if (object === 'schema' || object === 'index') return NONE
    if (!RELATIONS.has(object)) return parted(object, name)
    // A view passes changes on, whatever else has its name.
    return { taken: [lastPart(name)], hung: /view|foreign/.test(object) ? [lastPart(name)] : [] }
  },
  alter({ object, name = '', detail }) {
    if (detail === FOREIGN_KEY) return { taken: [], hung: [lastPart(name)] }
    return RELATIONS.has(object) ? NONE : parted(object, name)
  },
  rename: renamed,
  move: renamed,
  drop({ object, name = '', cascade }) {
    if (cascade) return 'all'
    return RELATIONS.has(object) ? { taken: [lastPart(name)], hung: [] } : parted(object, '')
  },
  transaction({ object, detail = '' }) {
    if (object !== 'transaction') return /^(mode|constraints|commit)$/.test(object) ? NONE : 'all'
    return /^(begin|start|savepoint|release|commit)$/.test(detail) ? NONE : 'all'
  },
}

/** What the effect of an UPDATE says that fills only columns which nobody has filled before. */
export const NEW_COLUMNS = 'new columns'

/** What the catalogue says of a column that a child table has already. */
export const MERGED = 'merged with the column of a child'

/** A row of another table refers to it. */
export const FOREIGN_KEY = 'referenced by a foreign key'

export function reachOf(effect: Effect): Reach {
  // Any name may be meant.
  if (MOVES.has(effect.action) && effect.name?.includes('*')) return 'all'
  return REACH[effect.action]?.(effect) ?? 'all'
}

const MOVES = words('create alter rename move drop')

/** The old name, and the one that it goes by next. */
function renamed({ object, name = '', detail = '', cascade }: Effect): Reach {
  if (cascade) return 'all'
  if (!RELATIONS.has(object)) return parted(object, '')
  const given = detail.startsWith('to ') ? [lastPart(detail.slice('to '.length))] : []
  return { taken: [lastPart(name), ...given], hung: [] }
}

/** `name`: of the relation that it is made on. */
function parted(object: string, name: string): Reach {
  if (!PARTS.has(object)) return 'all'
  return name !== '' && HOOKS.has(object) ? { taken: [], hung: [lastPart(name)] } : NONE
}

/** Code comes along with the rows of that table from here on, or may. */
export const hooks = ({ action, object }: Effect): boolean =>
  (action === 'create' || action === 'alter') && HOOKS.has(object)

/** `items` of `public.items`. */
export const lastPart = (name: string): string => dotted([partsOf(name).at(-1) ?? ''])
