// Where in the workspace a refused statement comes from.
import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import type { Effect } from '../core/statement.ts'

export interface Sought {
  readonly text?: string
  readonly redacted: boolean
  readonly effects: readonly Effect[]
}

export interface Found {
  /** Relative to the workspace, with `/`. */
  readonly file: string
  /** From 1. */
  readonly line: number
}

export interface Bounds {
  readonly files: number
  /** Bytes of one file, and of all that are read. */
  readonly fileBytes: number
  readonly bytes: number
  readonly ms: number
}

const BOUNDS: Bounds = { files: 5000, fileBytes: 1024 * 1024, bytes: 64 * 1024 * 1024, ms: 3000 }

const EXTENSIONS = new Set(
  '.sql .psql .ts .mts .cts .js .mjs .cjs .py .rb .go .java .kt .cs .php .rs .ex .exs .scala .xml .yml .yaml .json .prisma .sh'.split(
    ' ',
  ),
)

const SKIPPED = new Set(
  'node_modules vendor dist build target out coverage venv __pycache__ bower_components'.split(' '),
)

/** Shorter ones are found everywhere. */
const SHORTEST = 8
/** Longer ones are compared exactly, not with their blanks folded. */
const LONGEST_FOLDED = 20_000

/** The first place of each statement; undefined where it is in no file that is looked at. */
export function findInWorkspace(
  workspace: string,
  sought: readonly Sought[],
  bounds: Bounds = BOUNDS,
): (Found | undefined)[] {
  const found: (Found | undefined)[] = sought.map(() => undefined)
  const patterns = sought.map((each) => (each.redacted ? undefined : patternOf(each.text ?? '')))
  let missing = patterns.filter(Boolean).length
  const deadline = performance.now() + bounds.ms
  let [files, bytes] = [0, 0]
  for (const path of missing > 0 ? walk(workspace) : []) {
    if (missing === 0 || ++files > bounds.files || performance.now() > deadline) break
    const size = sizeOf(path)
    if (size === 0 || size > bounds.fileBytes) continue
    bytes += size
    if (bytes > bounds.bytes) break
    const text = read(path)
    patterns.forEach((pattern, index) => {
      if (found[index] || !pattern) return
      const match = pattern.exec(text)
      if (!match) return
      const line = lineOf(text, match.index + offsetOf(match[0], sought[index]?.effects[0]))
      found[index] = { file: relative(workspace, path).split(sep).join('/'), line }
      missing--
    })
  }
  return found
}

/** The text with any white space where it has some. Only literal pieces and `\s+`, so matching is linear. */
function patternOf(text: string): RegExp | undefined {
  const trimmed = text.trim().replace(/;+$/, '').trim()
  if (trimmed.length < SHORTEST) return undefined
  if (trimmed.length > LONGEST_FOLDED) return new RegExp(literal(trimmed))
  return new RegExp(trimmed.split(/\s+/).map(literal).join('\\s+'))
}

const literal = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')

/** Where in a text of several statements the refused one is, by its verb and relation. */
function offsetOf(text: string, effect: Effect | undefined): number {
  if (!effect || !text.includes('\n')) return 0
  const name = effect.name?.split('.').at(-1) ?? effect.object
  const verb = literal(effect.action.split('-')[0] ?? '')
  const near = new RegExp(`\\b${verb}\\b[^;]{0,200}?${literal(name)}`, 'i').exec(text)
  return near?.index ?? 0
}

function lineOf(text: string, offset: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++
  return line
}

/** Files that may hold statements, breadth first, so that a repository's own come before deep trees. */
function* walk(root: string): Generator<string> {
  const queue = [root]
  for (let dir = queue.shift(); dir !== undefined; dir = queue.shift())
    for (const entry of entries(dir)) {
      const path = join(dir, entry.name)
      if (entry.isDirectory() && !SKIPPED.has(entry.name) && !entry.name.startsWith('.')) queue.push(path)
      else if (entry.isFile() && EXTENSIONS.has(extname(entry.name))) yield path
    }
}

function entries(dir: string): Dirent[] {
  try {
    return readdirSync(dir, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch {
    return []
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
