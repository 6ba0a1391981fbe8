/** Equality, where `*` stands for any characters other than `/` and `:` (also none). Linear in time: no backtracking over separators. */
export function matchesGlob(pattern: string, value: string): boolean {
  if (!pattern.includes('*')) return pattern === value
  const parts = pattern.split('*')
  const [first = ''] = parts
  const last = parts.at(-1) ?? ''
  if (!value.startsWith(first)) return false
  let at = first.length
  for (const part of parts.slice(1, -1)) {
    const found = value.indexOf(part, at)
    if (found === -1 || crosses(value, at, found)) return false
    at = found + part.length
  }
  const end = value.length - last.length
  return end >= at && value.endsWith(last) && !crosses(value, at, end)
}

function crosses(value: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (value[at] === '/' || value[at] === ':') return true
  return false
}

/**
 * A name of a command line is within a pattern: `*` stops at a slash, `**` stands for any directories. A pattern that the
 * name holds itself is met where all that it stands for is within. `…` and `..` are within nothing.
 */
export function matchesPath(pattern: string, name: string): boolean {
  const parts = name.split('/')
  if (parts.some((part) => part.includes('…') || part === '..')) return false
  return within(pattern.split('/'), parts, 0, 0)
}

/** A colon is no border here: `rails db:migrate`. */
const plain = (text: string): string => text.replaceAll(':', '\ufffd')

function within(pattern: readonly string[], parts: readonly string[], at: number, to: number): boolean {
  const expected = pattern[at]
  if (expected === undefined) return to === parts.length
  if (expected === '**') {
    for (let next = to; next <= parts.length; next++) if (within(pattern, parts, at + 1, next)) return true
    return false
  }
  const part = parts[to]
  return (
    part !== undefined && matchesGlob(plain(expected), plain(part)) && within(pattern, parts, at + 1, to + 1)
  )
}
