// Flows that a statement's text does not show: what stays where it is stored while that which it came from changes, and what code
// may put where the text calls the server's own.
import type { Analysis, Effect, Flow, Uses } from '../../core/statement.ts'
import { relationOf } from './identifiers.ts'
import type { Lineage } from './lineage.ts'

/** They put no value of an expression anywhere. */
const STILL = new Set([
  'call',
  'comment',
  'cursor',
  'delete',
  'detach',
  'drop',
  'execute',
  'explain',
  'expose',
  'grant',
  'load',
  'lock',
  'maintain',
  'move',
  'own',
  'prepare',
  'read',
  'rename',
  'revoke',
  'scan',
  'transaction',
  'truncate',
  'unknown',
])
/** Nothing is evaluated that stays: conditions, definitions of code, which is judged as code. */
const APART = new Set(['function', 'trigger', 'operator', 'aggregate', 'cast', 'type', 'policy', 'index'])
const VALUES = new Set(['insert', 'update', 'set', 'notify', 'copy-out'])
const REDEFINED = new Set(['view', 'rule'])
const NOTHING: readonly Flow[] = []

/** `hides`: the names, and types that are cast to, may mean code of the database. Without a lineage everything may be stored anywhere. */
export function hiddenFlows(
  analysis: Analysis,
  lineage: Lineage | undefined,
  hides: (uses: Uses | undefined, casts: boolean) => boolean,
): readonly Flow[] {
  const { effects, uses } = analysis
  if (effects.every(({ action }) => action === 'read' || action === 'transaction')) return NOTHING
  const kept = effects.flatMap((effect) => stays(effect, lineage))
  const written = effects.find(({ action, object }) => !STILL.has(action) && !APART.has(object))
  // A definition names types that nothing is cast to.
  if (!written || !hides(uses, VALUES.has(written.action))) return kept
  const place = `${written.name ?? 'where it is written'}, by code that goes by the name of the server's own`
  return [...kept, { place, sources: ['*'] }]
}

/** Values that the effect leaves behind where their old lineage is not known any more. */
function stays(
  { action, object, name, column, detail }: Effect,
  lineage: Lineage | undefined,
): readonly Flow[] {
  if (name === undefined) return NOTHING
  const relation = relationOf(name)
  const redefines =
    (action === 'create' && object === 'view' && detail !== undefined) ||
    (REDEFINED.has(object) && (action === 'alter' || (action === 'create' && object === 'rule')))
  // What keeps what it has read reads nothing temporary.
  const apart = name.startsWith('pg_temp.')
  if (redefines && !apart) {
    if (!lineage) return [{ place: 'a materialized view', sources: ['*'] }]
    return lineage.keptOver(relation).map(({ name: view, columns }) => held(view, columns))
  }
  if (!apart && (action === 'detach' || (action === 'drop' && object === 'table'))) {
    const own = (source: string): boolean => isOf(source, relation)
    return (lineage?.keptOver(relation) ?? []).flatMap(({ name: view, columns }) => {
      const sources = columns.filter(own)
      return sources.length === 0 ? [] : [held(view, sources)]
    })
  }
  if (action === 'alter' && object === 'column' && column !== undefined) {
    const sources = lineage?.generatedFrom(`${relation}.${column}`) ?? []
    if (sources.length > 0) return [{ relation: name, column, sources }]
  }
  return NOTHING
}

const held = (view: string, sources: readonly string[]): Flow => ({
  place: `${view}, which keeps what it has read`,
  sources,
})

/** `column` is `schema.table.column`; `relation` may lack its schema. */
const isOf = (column: string, relation: string): boolean => {
  const own = column.slice(0, column.lastIndexOf('.'))
  return own === relation || own.slice(own.indexOf('.') + 1) === relation
}
