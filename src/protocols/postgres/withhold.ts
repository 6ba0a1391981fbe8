// Whether the text of an error or a notice may hold values of masked columns.
// Fields: https://www.postgresql.org/docs/current/protocol-error-fields.html
import type { Analysis, Effect } from '../../core/statement.ts'

/** Classes whose messages name objects, never values, when no code of the database is involved. */
const NAMING = /^(?:23|40|53|55|57|25|26|34|08|42501)/
/** Raised for what a statement defines or how it is built; no evaluated value ends up in these. */
const STRUCTURAL =
  /^(?:42P07|42701|42710|42P16|42804|42P05|42P06|42P04|42830|42P17|42846|42611|42712|42803|42P10|42P18|2BP01)/
/** With quotes around the only name that comes from elsewhere. */
const QUOTING = /^(?:42703|42704|42P01|42809|0A000|3F000)/

const DEFINING = new Set(['create', 'alter', 'drop', 'rename', 'move', 'detach', 'own', 'comment'])
const STILL = new Set([...DEFINING, 'grant', 'revoke', 'prepare', 'transaction', 'expose', 'set', 'lock'])
/** What these hold is kept, not run. */
const KEPT = new Set(['view', 'function', 'rule', 'prepare', 'trigger'])
/** Building them evaluates expressions over rows. */
const BUILT = new Set(['index', 'constraint', 'partition', 'domain'])
/** Work on relations that the statement need not name. */
const BLIND = new Set(['maintain', 'rewrite', 'scan', 'transaction', 'unknown', 'call'])
/** Context of the server's own: what the client sent, or which row waits. */
const PLAIN_CONTEXT =
  /^(?:COPY |JSON data, line |unnamed portal parameter |portal ".*" parameter |while \w+ tuple )[^\n]*$/

type Fields = ReadonlyMap<string, string>

/** True when the statement touches relations that it does not name: those of an earlier one, or every table. */
export const isBlind = ({ relations, effects }: Analysis): boolean =>
  relations.length === 0 && effects.some(({ action, object }) => BLIND.has(action) || object === 'domain')

/** True when code that is not in the statement's text took part: a trigger, a function. */
export function isForeignCode({ effects, relations }: Analysis, fields: Fields): boolean {
  const context = fields.get('W')
  if (context === undefined || PLAIN_CONTEXT.test(context)) return false
  const closed =
    relations.length === 0 && !effects.some(({ action }) => action === 'call' || action === 'unknown')
  const block = effects.some(({ action, object }) => action === 'execute' && object === 'block')
  // One entry: what is in the block itself.
  return !closed && !(block && /^[^\n]* inline_code_block [^\n]*$/.test(context))
}

/** Definitions fail before a row is read, unless they have to look at rows; a new partition looks at those of the default one. */
export function isDefinition({ effects }: Analysis, fields: Fields): boolean {
  if (/^(?:22|P0|XX)/.test(fields.get('C') ?? '')) return false
  return alone(fields) && effects.some(defines) && effects.every((effect) => still(effect) || kept(effect))
}

/** True when the message can name nothing but objects. */
export function namesObjects(analysis: Analysis | undefined, text: string, fields: Fields): boolean {
  const sqlstate = fields.get('C') ?? ''
  if (!alone(fields)) return false
  if (NAMING.test(sqlstate) || STRUCTURAL.test(sqlstate)) return true
  // A position means that the server stumbled over the statement's text, before any row was read.
  if (sqlstate.startsWith('42') && fields.has('P')) return true
  if (!analysis?.effects.some(changes) || !QUOTING.test(sqlstate)) return false
  const known = text.toLowerCase()
  return [...(fields.get('M') ?? '').matchAll(/"([^"]*)"/g)].every(([, name = '']) =>
    known.includes(name.toLowerCase()),
  )
}

const alone = (fields: Fields): boolean => !fields.has('W') && !fields.has('q')
const changes = ({ action, via }: Effect): boolean =>
  via === undefined && (DEFINING.has(action) || action === 'scan' || action === 'rewrite')
const defines = (effect: Effect): boolean => changes(effect) && DEFINING.has(effect.action)
const still = ({ action, object }: Effect): boolean =>
  STILL.has(action) && !(BUILT.has(object) && (action === 'create' || action === 'alter'))
const kept = ({ via = [] }: Effect): boolean => via.some((step) => KEPT.has(step))
