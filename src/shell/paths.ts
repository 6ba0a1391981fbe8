import { ANY, HOLE, HOME, isKnown, ONE, shown, WORD } from './expand/marks.ts'

/**
 * The path that a program will use, absolute or from HOME: `//` and `/./` taken out, `..` resolved as text does. Marks stay.
 * Undefined when it is not known where it begins.
 */
export function absolute(path: string, cwd: string | undefined): string | undefined {
  if (path.startsWith('/') || path === HOME || path.startsWith(`${HOME}/`)) return cleaned(path)
  if (cwd === undefined || path.startsWith(HOLE)) return undefined
  return cleaned(`${cwd}/${path}`)
}

function cleaned(path: string): string {
  const parts: string[] = []
  const [root, rest] = path.startsWith(HOME) ? [HOME, path.slice(1)] : ['', path]
  for (const part of rest.split('/')) {
    if (part === '' || part === '.') continue
    if (part === '..') {
      // Above the home directory there are other people's.
      if (parts.length === 0 && root === HOME) return '/home'
      parts.pop()
    } else parts.push(part)
  }
  return `${root}/${parts.join('/')}`.replace(/(.)\/$/, '$1')
}

/** Whether one of its parts leads upwards: a link on the way would lead elsewhere. Marks may stand for it. */
export const climbs = (path: string): boolean =>
  path
    .split('/')
    .some(
      (part) =>
        part === '..' || (/^\.[.\ue000\ue001\ue002]*$/.test(part) && part !== '.') || part.includes(HOLE),
    )

/** How a path is told to people and compared with a guard's patterns. */
export const told = (path: string): string => shown(path)

/** Patterns of places: `*` stops at a slash, `**` does not; both also match names that begin with a dot. */
export interface Patterns {
  readonly each: readonly (readonly string[])[]
  /** All of them, for paths that are known. */
  readonly whole: RegExp
}

/** From a text with blanks between them. */
export function patterns(text: string): Patterns {
  const each = text
    .trim()
    .split(/\s+/)
    .map((one) => one.replace(/^~/, HOME))
  return { each: each.map(parts), whole: new RegExp(`^(?:${each.map(sourceOf).join('|')})$`, 'is') }
}

const sourceOf = (text: string): string =>
  text
    .replaceAll(/[\\^$.+?()[\]{}|]/g, '\\$&')
    .replaceAll(/\/\*\*$/g, '(?:/>)?')
    .replaceAll('**/', '(?:>/)?')
    .replaceAll('*', '[^/]*')
    .replaceAll('>', '.*')

/** A path, taken apart. */
const parts = (path: string): readonly string[] =>
  path.split('/').filter((part, at) => part !== '' || at === 0)

/** Whether some path that it may stand for is one of these. */
export const within = (path: string, { each, whole }: Patterns): boolean => {
  if (isKnown(path)) return whole.test(path)
  const split = parts(path)
  return each.some((one) => overlaps(split, one, 0, 0))
}

function overlaps(path: readonly string[], by: readonly string[], at: number, to: number): boolean {
  const part = path[at]
  const expected = by[to]
  if (expected === '**') {
    if (to === by.length - 1) return true
    for (let next = at; next <= path.length; next++) if (overlaps(path, by, next, to + 1)) return true
    return false
  }
  if (part === undefined || expected === undefined) return part === undefined && expected === undefined
  // It may stand for several parts.
  if (part.includes(HOLE)) return true
  return named(part, expected) && overlaps(path, by, at + 1, to + 1)
}

/** Longer names are none; patterns of that length are not worth the time. */
const LONGEST = 255

/** Whether a part with marks and one with `*` have a name in common. */
function named(part: string, expected: string): boolean {
  if (/^[\ue001\ue002\ue003]/.test(part) && expected.startsWith('.')) return false
  // Logs are read by patterns all day, and their names hold no word such as `secret`.
  if (/\.(?:log|txt|out|err|html|css|js|gz)$/.test(part))
    return expected.split('*').every((piece) => part.toLowerCase().includes(piece))
  return part.length > LONGEST || common(part, expected)
}

/** Two patterns with wildcards: reachable pairs of positions, one row at a time. */
function common(part: string, expected: string): boolean {
  const lower = part.toLowerCase()
  let row = new Set([0])
  for (let at = 0; at <= lower.length; at++) {
    row = stars(row, expected)
    const char = lower[at]
    if (char === undefined) break
    const next = new Set<number>()
    for (const to of row) {
      const other = expected[to]
      if (char === ANY) {
        for (let any = to; any <= expected.length; any++) next.add(any)
      } else if (char === WORD) {
        // Numbers and dates spell no name of a file.
        for (let any = to; any <= expected.length; any++) {
          next.add(any)
          if (/[a-z]/i.test(expected[any] ?? '')) break
        }
      } else if (other === '*') next.add(to)
      else if (other !== undefined && (char === ONE || char === other.toLowerCase())) next.add(to + 1)
    }
    row = next
  }
  return stars(row, expected).has(expected.length)
}

/** A `*` may be nothing. */
function stars(row: ReadonlySet<number>, expected: string): Set<number> {
  const all = new Set(row)
  for (const to of [...row].sort((a, b) => a - b))
    for (let at = to; expected[at] === '*'; at++) all.add(at + 1)
  return all
}
