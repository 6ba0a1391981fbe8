// Changes to a table after which it sets off what it did before: columns of plain types, indexes, constraints that call nothing,
// and a table that is made of these. Who writes to it need not wait for the catalogue.
import type { Analysis, Effect } from '../../core/statement.ts'
import { bare } from './identifiers.ts'

/** What a table has got that the catalogue, as it was read, does not tell. */
export interface Gained {
  /** The table itself. */
  made: boolean
  readonly columns: Set<string>
  /** One of its new columns may be a boolean, which tells no rows apart. */
  flagged: boolean
}

const GAINS = new Set([
  'create table',
  'create column',
  'create index',
  'create constraint',
  'scan constraint',
  'scan column',
])
/** They touch rows, or make what is in `GAINS`. */
const ROWS = new Set(['insert', 'read', 'copy-in', 'comment', 'transaction'])
const PICKED = new Set(['update', 'delete'])

const TYPES =
  /^(char|text|uuid|jsonb?|bytea|bool|int[248]?|integer|float[48]|numeric|decimal|date|time|timestamp|timestamptz|timetz|interval|bpchar|varchar|varbit|inet|cidr|tsvector|(small|big)?serial[248]?)$/
const FUNCTIONS = new Set(['now', 'gen_random_uuid', 'lower', 'upper', 'length', 'btrim'])
const OPERATORS = new Set('= <> != < > <= >= + - * / % ||'.split(' '))

/** The analysis names no type that has a keyword of its own. */
const BOOLEAN = /bool/i

/** The table that the statement changes so; undefined when it does anything else. `effects`: with those of stored code. */
export function gained(
  analysis: Analysis,
  effects: readonly Effect[],
  text: string,
): readonly [string, Gained] | undefined {
  const { relations, count, changes, uses, flows, keys, retypes, copy } = analysis
  const [name, ...others] = relations
  if (name === undefined || others.length > 0 || count !== 1) return undefined
  if (flows || keys || retypes || copy || changes.resolution || changes.temporary) return undefined
  if (uses && !isPlain(uses)) return undefined
  if (effects.length === 0 || !effects.every((effect) => gains(effect, name))) return undefined
  const made = effects.some(({ action, object }) => action === 'create' && object === 'table')
  // With IF NOT EXISTS it may be another one, which was there before.
  if (made && !changes.created?.includes(name)) return undefined
  const columns = effects.flatMap(({ object, column }) => (object === 'column' && column ? [column] : []))
  const flagged = BOOLEAN.test(text) || (uses?.types.includes('bool') ?? false)
  return [bare(name), { made, columns: new Set(columns), flagged }]
}

const gains = ({ action, object, name, via, stored, temporary, cascade }: Effect, table: string): boolean =>
  name === table && !via && !stored && !temporary && !cascade && GAINS.has(`${action} ${object}`)

const isPlain = ({ functions, operators, types, fields, models }: NonNullable<Analysis['uses']>): boolean =>
  !models?.length &&
  fields.length === 0 &&
  functions.every((name) => FUNCTIONS.has(name)) &&
  operators.every((name) => OPERATORS.has(name)) &&
  types.every((name) => TYPES.test(name))

/** True when what the tables have gained makes no difference to the statement. */
export function regardless(analysis: Analysis, of: (table: string) => Gained | undefined): boolean {
  const { effects, retypes, uses, relies = [], copy } = analysis
  if (retypes || copy || uses?.models?.length || uses?.types.some((type) => type.includes('%'))) return false
  const usual = ({ action, object }: Effect): boolean =>
    ROWS.has(action) || PICKED.has(action) || GAINS.has(`${action} ${object}`)
  if (!effects.every(usual)) return false
  // A column that must be there, or must not be a boolean, is looked up.
  return relies.every(({ relation, column = '', own }) => {
    const table = of(bare(relation))
    if (!table) return true
    if (!own) return !table.made && !table.columns.has(column)
    return !table.flagged || (!table.made && !own.some((each) => table.columns.has(each)))
  })
}
