// ALTER TABLE … ADD: what a new column or constraint makes of the rows that are there.
import type { ColumnDef, Constraint, Node } from '@pgsql/types'
import type { Effect } from '../../core/statement.ts'
import { isVolatile } from '../functions.ts'
import { as, parts } from '../tree.ts'

export type Add = (action: Effect['action'], object: string, more?: Partial<Effect>) => void

/** ADD COLUMN: some defaults are written into every row, and some constraints read them all. */
export function addColumn(definition: ColumnDef | undefined, add: Add): void {
  const column = definition?.colname
  const named: Partial<Effect> = column ? { column } : {}
  add('create', 'column', {
    ...named,
    ...(isRequired(definition) && { detail: 'NOT NULL without a default' }),
  })
  const type = parts(definition?.typeName?.names).at(-1) ?? ''
  if (SERIAL.test(type)) add('rewrite', 'column', { ...named, detail: 'a sequence fills every row' })
  for (const item of definition?.constraints ?? []) {
    const constraint = as(item, 'Constraint')
    if (constraint?.contype === 'CONSTR_DEFAULT' && callsVolatile(constraint.raw_expr))
      add('rewrite', 'column', { ...named, detail: 'the default differs from row to row' })
    else if (constraint?.contype === 'CONSTR_IDENTITY')
      add('rewrite', 'column', { ...named, detail: 'a sequence fills every row' })
    else if (constraint?.contype === 'CONSTR_GENERATED' && constraint.generated_kind !== 'v')
      add('rewrite', 'column', { ...named, detail: 'a stored generated column' })
    else if (constraint && /CHECK|PRIMARY|UNIQUE|EXCLUSION/.test(constraint.contype ?? ''))
      add('scan', 'constraint', { ...named, ...indexed(constraint), ...notValid(constraint) })
  }
}

const SERIAL = /^(small|big)?serial\d?$/
const FILLS = /^CONSTR_(DEFAULT|IDENTITY|GENERATED)$/

/** No row that is there already has a value for it. */
function isRequired(definition: ColumnDef | undefined): boolean {
  const kinds = (definition?.constraints ?? []).map((item) => as(item, 'Constraint')?.contype ?? '')
  if (SERIAL.test(parts(definition?.typeName?.names).at(-1) ?? '')) return false
  return kinds.some((kind) => /NOTNULL|PRIMARY/.test(kind)) && !kinds.some((kind) => FILLS.test(kind))
}

/** Constraints that build an index. */
const INDEXED: Readonly<Record<string, string>> = {
  CONSTR_PRIMARY: 'PRIMARY KEY',
  CONSTR_UNIQUE: 'UNIQUE',
  CONSTR_EXCLUSION: 'EXCLUDE',
}

function indexed(constraint: Constraint | undefined): Partial<Effect> {
  const detail = INDEXED[constraint?.contype ?? '']
  return detail === undefined ? {} : { detail }
}

function callsVolatile(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(callsVolatile)
  if (value === null || typeof value !== 'object') return false
  const call = as(value as Node, 'FuncCall')
  if (call && isVolatile(parts(call.funcname))) return true
  return Object.values(value).some(callsVolatile)
}

export function addConstraint(constraint: Constraint | undefined, add: Add): void {
  const column = constraint?.conname
  const named: Partial<Effect> = column ? { column } : {}
  const takesIndex = constraint?.contype === 'CONSTR_PRIMARY' && constraint.indexname !== undefined
  add('create', 'constraint', { ...named, ...(takesIndex && { detail: 'PRIMARY KEY USING INDEX' }) })
  const foreign = constraint?.contype === 'CONSTR_FOREIGN'
  // USING INDEX takes over an index that is there already.
  if (!constraint?.indexname)
    add('scan', foreign ? 'foreign-key' : 'constraint', {
      ...named,
      ...indexed(constraint),
      ...notValid(constraint),
    })
}

export const notValid = (constraint: Constraint | undefined): Partial<Effect> =>
  constraint?.skip_validation || constraint?.is_enforced === false ? { detail: 'NOT VALID' } : {}
