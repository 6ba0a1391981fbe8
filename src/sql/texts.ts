// Built-in functions that build text: what dynamic SQL is put together with.

/** The result of a call with constant arguments; undefined when it is not one of these functions. */
export function computeText(
  name: string,
  values: readonly (string | number | boolean | null)[],
): string | undefined {
  const texts = values.map((value) => (value === null ? '' : String(value)))
  switch (name) {
    case 'concat':
      return texts.join('')
    case 'lower':
      return texts[0]?.toLowerCase()
    case 'upper':
      return texts[0]?.toUpperCase()
    case 'btrim':
      return texts.length === 1 ? texts[0]?.trim() : undefined
    case 'chr':
      return typeof values[0] === 'number' && values[0] > 0 && values[0] < 0x110000
        ? String.fromCodePoint(values[0])
        : undefined
    case 'reverse':
      return [...(texts[0] ?? '')].reverse().join('')
    case 'replace':
      return texts.length === 3 && texts[1]
        ? (texts[0] ?? '').replaceAll(texts[1], texts[2] ?? '')
        : undefined
    case 'quote_ident':
      return /^[a-z_][a-z0-9_]*$/.test(texts[0] ?? '')
        ? texts[0]
        : `"${(texts[0] ?? '').replaceAll('"', '""')}"`
    case 'quote_literal':
      return `'${(texts[0] ?? '').replaceAll("'", "''")}'`
    case 'format':
      return format(texts[0] ?? '', texts.slice(1))
    default:
      return undefined
  }
}

function format(template: string, values: readonly string[]): string | undefined {
  let next = 0
  let bad = false
  const text = template.replace(/%(.)/gs, (_, kind: string) => {
    if (kind === '%') return '%'
    const value = values[next++]
    if (value === undefined || !'sIL'.includes(kind)) {
      bad = true
      return ''
    }
    if (kind === 's') return value
    const quote = kind === 'I' ? '"' : "'"
    return `${quote}${value.replaceAll(quote, quote + quote)}${quote}`
  })
  return bad ? undefined : text
}
