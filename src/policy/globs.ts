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
