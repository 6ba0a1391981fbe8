// Tools whose own file lists the scripts: what is not in it, they do not run.
import { SluiceError } from '../../../core/errors.ts'
import { byText, type Claim, directory, type Layout, type Tree } from './layout.ts'

/** `meta/_journal.json` beside the scripts. */
export const drizzle: Layout = {
  name: 'Drizzle',
  claim: (scripts, tree) => listed(scripts, tree, 'meta/_journal.json', (text, at) => journal(text, at)),
}

/** `sqitch.plan` with the scripts in `deploy/`; `verify/` and `revert/` are not run by a deploy. */
export const sqitch: Layout = {
  name: 'Sqitch',
  claim: (scripts, tree) => listed(scripts, tree, 'sqitch.plan', (text) => plan(text)),
}

/** The scripts named by each list, and as left out the others below its directory. */
function listed(
  scripts: readonly string[],
  tree: Tree,
  list: string,
  names: (text: string, at: string) => readonly string[],
): Claim | undefined {
  const inside = [...tree.files].filter((path) => path === list || path.endsWith(`/${list}`)).sort(byText)
  // The list may stand beside the directory that was given: `sqitch.plan` beside `deploy`.
  const lists = inside.length === 0 && tree.has(`../${list}`) ? [`../${list}`] : inside
  if (lists.length === 0) return undefined
  const read: string[] = []
  const left: string[] = []
  for (const at of lists) {
    const beside = at.startsWith('../')
    const folder = beside ? '' : at.slice(0, -list.length)
    const wanted = names(tree.read(at), at).map(
      (name) => `${folder}${beside ? name.replace('deploy/', '') : name}`,
    )
    const missing = wanted.find((path) => !scripts.includes(path))
    if (missing !== undefined) throw wrong(`${at} names ${missing}, which is not there`)
    read.push(...wanted)
    left.push(...scripts.filter((path) => directory(path).startsWith(folder) && !wanted.includes(path)))
  }
  return { read, left: [...new Set(left)].filter((path) => !read.includes(path)), why: `not in ${list}` }
}

function journal(text: string, at: string): readonly string[] {
  try {
    const { entries } = JSON.parse(text) as { entries: { idx: number; tag: string }[] }
    return entries.toSorted((a, b) => a.idx - b.idx).map(({ tag }) => `${String(tag)}.sql`)
  } catch (cause) {
    throw new SluiceError('CONFIG_INVALID', `${at} is not a journal of Drizzle`, {
      hint: 'Make it anew with drizzle-kit, or give the scripts one by one',
      cause,
    })
  }
}

/**
 * Changes in the plan's order. One that stands there twice was reworked: its older script has the name of the tag
 * that came behind it. https://sqitch.org/docs/manual/sqitchtutorial/
 */
function plan(text: string): readonly string[] {
  const lines = text.split(/\r?\n/).map((line) => line.replace(/#.*/, '').trim())
  const entries = lines.filter((line) => line !== '' && !line.startsWith('%'))
  return entries.flatMap((entry, at) => {
    if (entry.startsWith('@')) return []
    const name = changeName(entry)
    const again = entries.findIndex(
      (other, index) => index > at && !other.startsWith('@') && changeName(other) === name,
    )
    if (again === -1) return [`deploy/${name}.sql`]
    const tag = entries.slice(at, again).find((other) => other.startsWith('@'))
    return [`deploy/${name}${tag === undefined ? '' : (/^\S+/.exec(tag)?.[0] ?? '')}.sql`]
  })
}

const changeName = (entry: string): string => /^[+-]?\s*(\S+)/.exec(entry)?.[1] ?? ''

const wrong = (message: string): SluiceError =>
  new SluiceError('CONFIG_INVALID', message, { hint: 'Mend the list, or give the scripts one by one' })
