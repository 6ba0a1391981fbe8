// Values of constants with what the server takes them for, compared and computed as it does, wherever it runs.
// Undefined where that may differ.

export type Constant = string | number | boolean | null

/** `unknown`: a literal without a type, which becomes what stands beside it. `varchar` has no operators of its own. */
export type Kind = 'unknown' | 'text' | 'varchar' | 'number' | 'bool'

export interface Typed {
  readonly kind: Kind
  readonly value: Constant
}

export const TRUE = /^(t|tr|tru|true|y|ye|yes|on|1)$/i
export const FALSE = /^(f|fa|fal|fals|false|n|no|of|off|0)$/i

/** Only whole numbers that both sides compute alike: 0.1 + 0.2 = 0.3 holds in numeric, not here. */
export const exact = (number: number): number | undefined =>
  Number.isSafeInteger(number) ? number : undefined

/** As the server reads a whole number: more digits might be rounded here. */
const whole = (text: string): number | undefined =>
  /^[ \t\n\r\f\v]*[+-]?\d{1,15}[ \t\n\r\f\v]*$/.test(text) ? exact(Number(text)) : undefined

const made = (kind: Kind, value: Constant | undefined): Typed | undefined =>
  value === undefined ? undefined : { kind, value }

const TYPES: Readonly<Record<string, Kind>> = {
  bool: 'bool',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  numeric: 'number',
  float8: 'number',
  text: 'text',
  varchar: 'varchar',
}

/** A cast to a type of pg_catalog, without a length. */
export function cast(from: Typed | undefined, type: string): Typed | undefined {
  const kind = TYPES[type]
  return from && kind ? convert(from, kind) : undefined
}

export function convert({ value, kind: from }: Typed, kind: Kind): Typed | undefined {
  if (value === null || from === kind) return { kind, value }
  if (kind === 'bool') return made(kind, truth(value))
  if (kind === 'number')
    return made(
      kind,
      typeof value === 'string' ? whole(value) : value === true ? 1 : value === false ? 0 : undefined,
    )
  // A number keeps its digits behind the point, which are gone here.
  return typeof value === 'number' ? undefined : { kind, value: String(value) }
}

function truth(value: Exclude<Constant, null>): boolean | undefined {
  if (typeof value !== 'string') return typeof value === 'boolean' ? value : value !== 0
  const text = value.trim()
  return TRUE.test(text) ? true : FALSE.test(text) ? false : undefined
}

/** All of them as the type that they have in common, as in IN, CASE and COALESCE. */
export function unify(values: readonly Typed[]): readonly Typed[] | undefined {
  const kinds = new Set(values.map(({ kind }) => kind).filter((kind) => kind !== 'unknown'))
  if (kinds.size > 1 || kinds.has('varchar')) return undefined
  const [kind = 'text'] = kinds
  const found = values.flatMap((value) => (value.kind === kind ? value : (convert(value, kind) ?? [])))
  return found.length === values.length ? found : undefined
}

/** Equality that takes two nulls as equal: IS NOT DISTINCT FROM. */
export function same(left: Typed, right: Typed): boolean | undefined {
  if (left.value === null || right.value === null) return left.value === right.value
  const equal = binary('=', left, right)?.value
  return typeof equal === 'boolean' ? equal : undefined
}

/** An operator of pg_catalog. */
export function binary(name: string, left: Typed, right: Typed): Typed | undefined {
  const operands = OPERATORS.has(name) ? unify([left, right]) : undefined
  const [a, b] = operands ?? []
  if (!a || !b) return undefined
  if (a.value === null || b.value === null) return { kind: resultOf(name, a.kind), value: null }
  if (name === '||') return a.kind === 'text' ? { kind: 'text', value: `${a.value}${b.value}` } : undefined
  if (name === '=' || name === '<>') {
    const equal = equality(a.value, b.value)
    return equal === undefined ? undefined : { kind: 'bool', value: equal === (name === '=') }
  }
  // The order of texts depends on the collation.
  if (typeof a.value !== 'number' || typeof b.value !== 'number') return undefined
  const value = arithmetic(name, a.value, b.value)
  return made(typeof value === 'boolean' ? 'bool' : 'number', value)
}

const OPERATORS = new Set(['=', '<>', '<', '<=', '>', '>=', '+', '-', '*', '||'])

const resultOf = (name: string, kind: Kind): Kind => (/^(\+|-|\*|\|\|)$/.test(name) ? kind : 'bool')

const isAscii = (value: Constant): boolean => typeof value !== 'string' || /^[\0-\x7f]*$/.test(value)

/** Other characters may become the same on their way into the encoding of the server. */
const equality = (a: Constant, b: Constant): boolean | undefined =>
  a === b ? true : isAscii(a) && isAscii(b) ? false : undefined

function arithmetic(name: string, a: number, b: number): number | boolean | undefined {
  switch (name) {
    case '<':
      return a < b
    case '<=':
      return a <= b
    case '>':
      return a > b
    case '>=':
      return a >= b
    case '+':
      return exact(a + b)
    case '-':
      return exact(a - b)
    case '*':
      return exact(a * b)
    default:
      return undefined
  }
}

/** A sign; other operators in front compute something else. */
export const signed = (name: string, { kind, value }: Typed): Typed | undefined =>
  kind === 'number' && typeof value === 'number' && (name === '-' || name === '+')
    ? { kind, value: name === '-' ? -value : value }
    : undefined

/** NULLIF */
export function differing(left: Typed, right: Typed): Typed | undefined {
  const [a, b] = unify([left, right]) ?? []
  const equal = a && b && same(a, b)
  return equal === undefined ? undefined : equal ? { kind: a?.kind ?? 'text', value: null } : a
}

/** LIKE; `plain` when it is not ILIKE. */
export function like(
  text: Constant,
  pattern: Constant,
  { negated, plain }: { readonly negated: boolean; readonly plain: boolean },
): boolean | undefined {
  if (typeof text !== 'string' || typeof pattern !== 'string') return undefined
  if (/^%+$/.test(pattern)) return !negated
  return plain && !/[%_\\]|[^\0-\x7f]/.test(pattern + text) ? (text === pattern) !== negated : undefined
}

/** IS TRUE and its like. */
export function truthTest(value: boolean | null | undefined, test: string | undefined): boolean | undefined {
  if (value === undefined) return undefined
  const negated = test?.includes('_NOT_') ?? false
  const wanted = test?.endsWith('TRUE') ? true : test?.endsWith('FALSE') ? false : null
  return (value === wanted) !== negated
}
