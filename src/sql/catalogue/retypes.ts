// What a change of type keeps of the values, by the type that the catalogue says they have.
import type { Analysis, Effect, Retype } from '../../core/statement.ts'
import { dotted } from '../tree.ts'
import type { Scope } from './names.ts'
import type { Run } from './run.ts'
import type { Column } from './snapshot.ts'

const LOSSY = 'a type that keeps less'

/** The effects, with or without what the text alone says about it. The very array when that is right, or nothing is known. */
export function retyped(
  effects: readonly Effect[],
  { retypes = [] }: Analysis,
  scope: Scope,
  run: Run,
): readonly Effect[] {
  let result = effects
  // Then the old name may be that of another column.
  const moves = effects.some(({ action }) => action === 'rename' || action === 'move')
  for (const retype of retypes) {
    const found = run.schema.relations
      .first(retype.relation, scope)
      .flatMap(({ columns }) => columns.filter(({ name }) => dotted([name]) === dotted([retype.column])))
      .map((column) => loses(based(column, scope, run), based(retype, scope, run)))
    const about = ({ action, object, name, column, detail }: Effect): boolean =>
      action === 'update' &&
      object === 'column' &&
      detail === LOSSY &&
      name === retype.relation &&
      column === retype.column
    if (found.includes(true) && !result.some(about)) result = [...result, lossy(effects, retype)]
    else if (
      found.length > 0 &&
      !moves &&
      !run.otherColumns(retype.relation) &&
      found.every((each) => each === false) &&
      result.some(about)
    )
      result = result.filter((effect) => !about(effect))
  }
  return result
}

/** With the type that its domain is made of. */
function based<T extends { readonly type: string }>(of: T, scope: Scope, run: Run): T {
  const [domain] = run.schema.domains.first(of.type, scope)
  // The length of a domain's own type is not known.
  return domain && !CUT.test(domain.base) && !TIMES.test(domain.base) && domain.base !== 'numeric'
    ? { ...of, type: domain.base }
    : of
}

/** Under the lock of the change of type. */
function lossy(effects: readonly Effect[], { relation, column }: Retype): Effect {
  const change = effects.find(
    (effect) => effect.action === 'rewrite' && effect.name === relation && effect.column === column,
  )
  const { lock, via } = change ?? {}
  return {
    action: 'update',
    object: 'column',
    name: relation,
    column,
    rows: 'all',
    detail: LOSSY,
    ...(lock && { lock }),
    ...(via && { via }),
  }
}

const SIZES: Readonly<Record<string, number>> = {
  bool: 5,
  int2: 6,
  int4: 11,
  int8: 20,
  uuid: 36,
  date: 10,
  '"char"': 1,
}
const WHOLE = /^int[248]$/
const FLOATING = /^float[48]$/
const TIMES = /^(timestamp|timestamptz|time|timetz|interval)$/
/** Without an error, these take only what is like them. */
const KEEPS: Readonly<Record<string, RegExp>> = {
  date: /^date$/,
  time: /^time$/,
  timetz: /^(time|timetz)$/,
  float4: /^(float4|int2)$/,
  float8: /^(float[48]|int[24])$/,
  bool: /^(bool|text|varchar|bpchar)$/,
  money: /^money$/,
  cidr: /^(cidr|text|varchar|bpchar)$/,
}
const CUT = /^(varchar|bpchar|bit|varbit|name)$/

/** True when values may lose something without an error, false when not, undefined when nobody knows. */
function loses(old: Column, to: Retype): boolean | undefined {
  const { type, modifier, cast } = to
  if (old.type.includes('.') || type.includes('.')) return undefined
  const kept = KEEPS[type]
  if (kept && !kept.test(old.type)) return true
  if (CUT.test(type)) return cutsText(old, to)
  if (WHOLE.test(type))
    return FLOATING.test(old.type) || (old.type === 'numeric' && scaleOf(old.modifier) > 0)
  // A float is written with fifteen digits.
  if (type === 'numeric')
    return FLOATING.test(old.type) || (modifier !== undefined && scaleOf(modifier) < decimals(old))
  if (TIMES.test(type)) return modifier !== undefined && precision(modifier) < fractions(old)
  if (kept || /^(text|jsonb?|uuid)$/.test(type)) return false
  return cast || type !== old.type ? undefined : false
}

/** A cast that is written out cuts at the length, an assignment is an error; a name is cut always. */
function cutsText(old: Column, { type, modifier, cast }: Retype): boolean {
  if (type === 'name') return old.type !== 'name'
  if (!cast || modifier === undefined) return false
  const most = CUT.test(old.type) && old.modifier !== undefined ? Number(old.modifier) : SIZES[old.type]
  return most === undefined || most > Number(modifier)
}

/** `10,2`, `10`; without one, any. */
const scaleOf = (modifier: string | undefined): number =>
  modifier === undefined ? Number.POSITIVE_INFINITY : Number(modifier.split(',')[1] ?? 0)

const decimals = ({ type, modifier }: Column): number => {
  if (WHOLE.test(type)) return 0
  return type === 'numeric' ? scaleOf(modifier) : Number.POSITIVE_INFINITY
}

/** An interval has its fields first; `32767` for all of them. */
function precision(modifier: string): number {
  const [first = '', second] = modifier.split(',')
  if (Number(first) > 6) return second === undefined || first !== '32767' ? -1 : Number(second)
  return Number(first)
}

const fractions = ({ type, modifier }: Column): number => {
  if (type === 'date') return 0
  return TIMES.test(type) && modifier !== undefined ? Number(modifier) : 6
}
