// Paths of the command line to scripts, in the order in which their tools run them.
import { statSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'
import { SluiceError } from '../../core/errors.ts'
import { openDirectory, readScript } from './directory.ts'
import { type Recognised, recognise } from './layouts/index.ts'
import type { Tree } from './layouts/layout.ts'
import { plain } from './layouts/named.ts'
import { forwardOf } from './layouts/sections.ts'

export interface Script {
  /** As a person would give it, from the working directory. */
  readonly file: string
  /** Parts that undo are blank. */
  readonly text: string
}

export interface Scripts {
  readonly scripts: readonly Script[]
  /** What was read, of which layout, and what was left out: a line each. */
  readonly notes: readonly string[]
}

/** Throws `SluiceError` CONFIG_INVALID. */
export function readScripts(paths: readonly string[], cwd: string): Scripts {
  if (paths.includes(''))
    throw new SluiceError('CONFIG_INVALID', 'a path is empty', {
      hint: 'Name a file or a directory; a variable of the shell may not be set',
    })
  const isDirectory = (path: string) =>
    statSync(resolve(cwd, path), { throwIfNoEntry: false })?.isDirectory() === true
  const groups: string[][] = []
  for (const path of paths) {
    const last = groups.at(-1)
    if (last?.[0] === undefined || isDirectory(path) || isDirectory(last[0])) groups.push([path])
    else last.push(path)
  }
  const read = groups.map(([first = '', ...more]) =>
    isDirectory(first) ? fromDirectory(first, cwd) : fromFiles([first, ...more], cwd),
  )
  return { scripts: read.flatMap(({ scripts }) => scripts), notes: read.flatMap(({ notes }) => notes) }
}

/** Files that are named, as a pull request does: what undoes one of the others is left out, and no other. */
function fromFiles(paths: readonly string[], cwd: string): Scripts {
  const names = new Map(paths.map((path) => [path.split(sep).join('/'), path]))
  const read = (name: string) => readScript(resolve(cwd, name), names.get(name) ?? name)
  const tree = { files: new Set(names.keys()), has: () => false, read }
  const claims = recognise(tree, () => true)
  // Where no tool says otherwise, the order is the one in which they were given.
  const ordered = claims.map((claim) =>
    claim.layout === plain.name
      ? { ...claim, read: [...names.keys()].filter((name) => claim.read.includes(name)) }
      : claim,
  )
  return collected(
    ordered,
    tree,
    (name) => names.get(name) ?? name,
    paths.length === 1 ? (paths[0] ?? '') : 'files',
  )
}

function fromDirectory(path: string, cwd: string): Scripts {
  const tree = openDirectory(resolve(cwd, path), path)
  const found = collected(recognise(tree, isScript), tree, (name) => join(path, name), path)
  if (found.scripts.length > 0) return found
  throw new SluiceError('CONFIG_INVALID', `${path} holds no *.sql file`, {
    hint: 'Name the directory of the scripts',
  })
}

/** What psql is given has no other end that says so; capitals are of other systems. */
const isScript = (path: string): boolean => /\.(?:sql|psql|pgsql)$/i.test(path)

function collected(
  claims: readonly Recognised[],
  tree: Tree,
  shown: (name: string) => string,
  where: string,
): Scripts {
  const scripts: Script[] = []
  const notes: string[] = []
  for (const { layout, read, left, why } of claims) {
    const parts = read.map((name) => ({ file: shown(name), ...forwardOf(tree.read(name)) }))
    scripts.push(...parts.map(({ file, text }) => ({ file, text })))
    notes.push(told(where, read.length, layout, parts.filter(({ cut }) => cut).length))
    if (left.length > 0) notes.push(`${where}: left out, ${why}: ${some(left)}`)
  }
  return { scripts, notes }
}

function told(path: string, count: number, layout: string, cut: number): string {
  const without = cut === 0 ? '' : `, without the parts that undo${cut === count ? '' : ` in ${cut} of them`}`
  return `${path}: ${count} ${count === 1 ? 'script' : 'scripts'} (${layout})${without}`
}

const SHOWN = 5

function some(paths: readonly string[]): string {
  const rest = paths.length - SHOWN
  return `${paths.slice(0, SHOWN).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`
}
