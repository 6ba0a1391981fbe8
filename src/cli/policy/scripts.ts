// Paths of the command line to scripts, in the order in which their tools run them.
import { statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { SluiceError } from '../../core/errors.ts'
import { openDirectory, readScript } from './directory.ts'
import { recognise } from './layouts/index.ts'
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
  const found = paths.map((path) =>
    statSync(resolve(cwd, path), { throwIfNoEntry: false })?.isDirectory()
      ? fromDirectory(path, cwd)
      : fromFile(path, cwd),
  )
  return { scripts: found.flatMap(({ scripts }) => scripts), notes: found.flatMap(({ notes }) => notes) }
}

/** A script that is named is read, whatever its name says; parts of it that undo are not. */
function fromFile(path: string, cwd: string): Scripts {
  const { tool, text, cut } = forwardOf(readScript(resolve(cwd, path), path))
  return { scripts: [{ file: path, text }], notes: [told(path, 1, tool ?? 'plain SQL', cut ? 1 : 0)] }
}

function fromDirectory(path: string, cwd: string): Scripts {
  const tree = openDirectory(resolve(cwd, path), path)
  const claims = recognise(tree)
  const scripts: Script[] = []
  const notes: string[] = []
  for (const { layout, read, left, why } of claims) {
    const parts = read.map((name) => ({ file: join(path, name), ...forwardOf(tree.read(name)) }))
    scripts.push(...parts.map(({ file, text }) => ({ file, text })))
    notes.push(told(path, read.length, layout, parts.filter(({ cut }) => cut).length))
    if (left.length > 0) notes.push(`${path}: left out, ${why}: ${some(left)}`)
  }
  if (scripts.length > 0) return { scripts, notes }
  throw new SluiceError('CONFIG_INVALID', `${path} holds no *.sql file`, {
    hint: 'Name the directory of the scripts',
  })
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
