// Values of constants, compared and computed as the server does, wherever it runs. Undefined where that may differ.

export type Constant = string | number | boolean | null
export type Value = Exclude<Constant, null>

/** Equality that takes two nulls as equal. */
export function same(left: Constant, right: Constant): boolean | undefined {
  if (left === null || right === null) return left === right
  const equal = binary('=', left, right)
  return typeof equal === 'boolean' ? equal : undefined
}

export const not = (value: boolean | undefined): boolean | undefined =>
  value === undefined ? undefined : !value

export function binary(name: string, left: Value, right: Value): Constant | undefined {
  if (name === '||') return typeof left === 'string' && typeof right === 'string' ? left + right : undefined
  // An untyped literal takes the other side's type.
  const [a, b] =
    typeof left === typeof right
      ? [left, right]
      : typeof left === 'number' || typeof right === 'number'
        ? [whole(left), whole(right)]
        : [convert(left, 'bool'), convert(right, 'bool')]
  if (a === undefined || b === undefined) return undefined
  switch (name) {
    case '=':
      return a === b
    case '<>':
    case '!=':
      return a !== b
  }
  if (typeof a === 'number' && typeof b === 'number') return arithmetic(name, a, b)
  // The order of texts depends on the collation.
  return undefined
}

/** An untyped literal beside a number. */
const whole = (value: Value): number | undefined =>
  typeof value === 'number' || /^[+-]?\d+$/.test(String(value)) ? exact(Number(value)) : undefined

function arithmetic(name: string, a: number, b: number): Constant | undefined {
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

/** Only whole numbers that both sides compute alike: 0.1 + 0.2 = 0.3 holds in numeric, not here. */
export const exact = (number: number): number | undefined =>
  Number.isSafeInteger(number) ? number : undefined

const TRUE = /^(t|tr|tru|true|y|ye|yes|on|1)$/i
const FALSE = /^(f|fa|fal|fals|false|n|no|of|off|0)$/i

export function convert(value: Constant | undefined, type: string): Constant | undefined {
  if (value === undefined || value === null) return value
  if (type === 'bool') {
    if (typeof value === 'boolean') return value
    if (typeof value === 'number') return value !== 0
    const text = value.trim()
    return TRUE.test(text) ? true : FALSE.test(text) ? false : undefined
  }
  if (/^(int[248]|numeric|float8)$/.test(type)) return exact(Number(value))
  // A number keeps its digits behind the point, which are gone here.
  return /^(text|varchar)$/.test(type) && typeof value !== 'number' ? String(value) : undefined
}
