// Built-in functions of text, as far as they give the same here and on a server of any encoding and locale.

/** The result of a call with constant arguments; undefined when it is not one of these functions, or may differ. */
export function computeText(
  name: string,
  values: readonly (string | number | boolean | null)[],
): string | null | undefined {
  if (name === 'concat') return values.every(isText) ? values.map((value) => value ?? '').join('') : undefined
  const compute = FUNCTIONS[name]
  if (!compute) return undefined
  if (values.includes(null)) return null
  if (name === 'chr') return typeof values[0] === 'number' ? ascii(values[0]) : undefined
  return values.every((value) => typeof value === 'string') ? compute(...values) : undefined
}

const isText = (value: unknown): value is string | null => value === null || typeof value === 'string'

/** Other letters have the case that the locale gives them. */
const plain = (text: string | undefined): text is string => text !== undefined && /^[\0-\x7f]*$/.test(text)

/** The letter I has another partner in Turkish. */
const cased = (text: string | undefined): text is string => plain(text) && !/i/i.test(text)

const FUNCTIONS: Readonly<Record<string, (...texts: readonly string[]) => string | undefined>> = {
  chr: () => undefined,
  lower: (text) => (cased(text) ? text.toLowerCase() : undefined),
  upper: (text) => (cased(text) ? text.toUpperCase() : undefined),
  btrim: (text, ...more) => (more.length === 0 ? text?.replace(/^ +| +$/g, '') : undefined),
  reverse: (text) => (plain(text) ? [...text].reverse().join('') : undefined),
  replace: (text, from, to) => (from && to !== undefined ? text?.replaceAll(from, () => to) : undefined),
}

const ascii = (code: number): string | undefined =>
  code > 0 && code < 0x80 ? String.fromCharCode(code) : undefined
