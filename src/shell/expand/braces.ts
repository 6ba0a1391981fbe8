import { Malformed } from '../syntax/reader.ts'
import type { Part } from '../syntax/tree.ts'

/** An unquoted character, or anything else as a whole. */
type Atom = string | Part

/** Words that one with braces stands for: `a{b,c}` is `ab` and `ac`. Shells without braces see the word as it is. */
export function braces(parts: readonly Part[]): readonly (readonly Part[])[] {
  if (!parts.some((part) => part.kind === 'text' && !part.quoted && part.text.includes('{'))) return [parts]
  const atoms = parts.flatMap((part): Atom[] =>
    part.kind === 'text' && !part.quoted ? [...part.text] : [part],
  )
  const budget = { left: 300 }
  return alternatives(atoms, budget).map(partsOf)
}

function alternatives(atoms: readonly Atom[], budget: { left: number }): Atom[][] {
  for (let at = 0; at < atoms.length; at++) {
    if (atoms[at] !== '{') continue
    const found = choices(atoms, at)
    if (!found) continue
    const before = atoms.slice(0, at)
    const after = alternatives(atoms.slice(found.end), budget)
    const results: Atom[][] = []
    for (const choice of found.choices)
      for (const middle of alternatives(choice, budget))
        for (const rest of after) {
          if (--budget.left < 0) throw new Malformed('its braces stand for too many words')
          results.push([...before, ...middle, ...rest])
        }
    return results
  }
  return [[...atoms]]
}

function choices(atoms: readonly Atom[], from: number): { choices: Atom[][]; end: number } | undefined {
  let depth = 0
  let start = from + 1
  const found: Atom[][] = []
  for (let at = from; at < atoms.length; at++) {
    const atom = atoms[at]
    if (atom === '{') depth += 1
    else if (atom === ',' && depth === 1) {
      found.push(atoms.slice(start, at))
      start = at + 1
    } else if (atom === '}' && --depth === 0) {
      const last = atoms.slice(start, at)
      if (found.length > 0) return { choices: [...found, last], end: at + 1 }
      const range = sequence(last)
      return range && { choices: range, end: at + 1 }
    }
  }
  return undefined
}

/** `1..9`, `a..e`, `0..10..5` */
function sequence(atoms: readonly Atom[]): Atom[][] | undefined {
  if (atoms.some((atom) => typeof atom !== 'string')) return undefined
  const [, from, to, by] =
    /^(-?\d{1,9}|[A-Za-z])\.\.(-?\d{1,9}|[A-Za-z])(?:\.\.(-?\d{1,9}))?$/.exec(atoms.join('')) ?? []
  if (from === undefined || to === undefined) return undefined
  const letters = /[A-Za-z]/.test(from)
  if (letters !== /[A-Za-z]/.test(to)) return undefined
  const [first, last] = [from, to].map((end) => (letters ? (end.codePointAt(0) ?? 0) : Number(end))) as [
    number,
    number,
  ]
  const step = Math.abs(Number(by ?? 1)) || 1
  const count = Math.floor(Math.abs(last - first) / step) + 1
  if (count > 300) throw new Malformed('its braces stand for too many words')
  const width =
    /^-?0\d|^-?\d+$/.test(from) && /^-?0\d/.test(`${from} ${to}`) ? Math.max(from.length, to.length) : 0
  return Array.from({ length: count }, (_, index) => {
    const value = first + Math.sign(last - first) * step * index
    return [...(letters ? String.fromCodePoint(value) : String(value).padStart(width, '0'))]
  })
}

function partsOf(atoms: readonly Atom[]): Part[] {
  const parts: Part[] = []
  for (const atom of atoms) {
    const last = parts.at(-1)
    if (typeof atom !== 'string') parts.push(atom)
    else if (last?.kind === 'text' && !last.quoted)
      parts[parts.length - 1] = { ...last, text: last.text + atom }
    else parts.push({ kind: 'text', text: atom, quoted: false })
  }
  return parts
}
