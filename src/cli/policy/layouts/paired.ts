// A script forward with its twin backward: golang-migrate, sqlx, diesel, Hasura, Prisma's down.sql, db-migrate, yoyo, postgrator.
import { base, byText, byVersion, type Claim, directory, type Layout } from './layout.ts'

/** The word that says which way, and what the twin has in its place. A script is left out only beside its twin. */
const BACKWARD = /(^|[./_-])(down|undo|rollback|revert)(?=[./_-]|$)/g
const FORWARD = ['up', 'do', 'apply', 'deploy', 'migration'] as const

export const paired: Layout = {
  name: 'up and down scripts',
  claim(scripts): Claim | undefined {
    const all = new Set(scripts)
    const twins = new Map(scripts.map((path) => [path, twin(path, all)]))
    const left = scripts.filter((path) => twins.get(path) !== undefined)
    const forward = new Set(left.map((path) => twins.get(path) ?? ''))
    // An `up` whose twin nobody wrote is of the same kind.
    const read = scripts.filter(
      (path) => forward.has(path) || (/(?:^|[./_-])up\.sql$/.test(path) && !left.includes(path)),
    )
    if (read.length === 0) return undefined
    return { read: read.sort(inOrder), left: left.sort(byText), why: 'scripts that undo' }
  },
}

function twin(path: string, all: ReadonlySet<string>): string | undefined {
  const [folder, name] = [directory(path), base(path).replace(/\.sql$/, '')]
  for (const found of name.matchAll(BACKWARD)) {
    const [whole, before = '', word = ''] = found
    const at = found.index + before.length
    const replaced = (text: string) =>
      `${folder}${name.slice(0, at)}${text}${name.slice(at + word.length)}.sql`
    const dropped = `${folder}${name.slice(0, found.index)}${name.slice(found.index + whole.length)}.sql`
    for (const candidate of [...FORWARD.map(replaced), dropped]) if (all.has(candidate)) return candidate
  }
  return undefined
}

/** By the number in front of the script's name, or of its directory's where that is just `up.sql`. */
function inOrder(a: string, b: string): number {
  const [left = '', right = ''] = [a, b].map(
    (path) => /^\d+/.exec(base(path))?.[0] ?? base(directory(path).slice(0, -1)),
  )
  const numbers = [left, right].map((name) => /^[\d._-]*\d/.exec(name)?.[0])
  const [x, y] = numbers
  if (x !== undefined && y !== undefined) return byVersion(x, y) || byText(a, b)
  return byText(a, b)
}
