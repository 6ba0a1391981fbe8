// Where in the workspace a refused statement comes from.
import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { Effect } from '../core/statement.ts'
import { comparable, lineOf, literal, lookedInto, offsetOf } from '../session/written.ts'

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
  const trimmed = comparable(text)
  if (trimmed === undefined) return undefined
  if (trimmed.length > LONGEST_FOLDED) return new RegExp(literal(trimmed))
  return new RegExp(trimmed.split(/\s+/).map(literal).join('\\s+'))
}

/** Files that may hold statements, breadth first, so that a repository's own come before deep trees. */
function* walk(root: string): Generator<string> {
  const queue = [root]
  for (let dir = queue.shift(); dir !== undefined; dir = queue.shift())
    for (const entry of entries(dir)) {
      const path = join(dir, entry.name)
      if (entry.isDirectory() && lookedInto(entry.name, 'directory')) queue.push(path)
      else if (entry.isFile() && lookedInto(entry.name, 'file')) yield path
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
    return readFileSync(path, 'utf8').replaceAll('\r\n', '\n')
  } catch {
    return ''
  }
}
