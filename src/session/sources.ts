// Where in the job's workspace a held statement stands, for whoever approves it.
import { constants, type Dirent } from 'node:fs'
import { open, opendir, realpath } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isInside, type Source } from '../core/source.ts'
import type { Effect } from '../core/statement.ts'
import { comparable, lineIn, lookedInto, soughtIn } from './written.ts'

/** Undefined when no file that was looked at in time has exactly this text. Never rejects, and never waits long. */
export type FindSource = (text: string, effect: Effect | undefined) => Promise<Source | undefined>

export interface SourceBounds {
  readonly files: number
  /** Of one directory: more at once would keep the session from its work. */
  readonly entries: number
  readonly fileBytes: number
  /** Places of one text that are counted. */
  readonly places: number
  /** Milliseconds for all of it. */
  readonly ms: number
}

const BOUNDS: SourceBounds = { files: 5000, entries: 20_000, fileBytes: 1024 * 1024, places: 10, ms: 200 }
/** Directories or files that are read at the same time. */
const ABREAST = 8

interface Search {
  readonly text: string
  readonly effect: Effect | undefined
  readonly places: { readonly file: string; readonly line: number }[]
  readonly late: () => boolean
}

/** One search at a time: many statements that are held at once must not keep the session from its work. */
export function sourcesIn(workspace: string, bounds: SourceBounds = BOUNDS): FindSource {
  let last: Promise<void> = Promise.resolve()
  return async (text, effect) => {
    if (comparable(text) === undefined) return undefined
    const end = performance.now() + bounds.ms
    const search: Search = { text, effect, places: [], late: () => performance.now() >= end }
    last = last.then(() => look(workspace, search, bounds)).catch(() => {})
    // A file system that hangs must not hold up who asks.
    await Promise.race([last, sleep(bounds.ms, undefined, { ref: false })])
    const [first] = search.places
    const more = search.places.length - 1
    return first && { ...first, ...(more > 0 ? { more } : {}) }
  }
}

async function look(workspace: string, search: Search, bounds: SourceBounds): Promise<void> {
  const { places, late } = search
  if (late()) return
  const root = await realpath(workspace)
  const files = await filesBelow(root, bounds, late)
  await abreast(
    files,
    async (path) => (late() ? [] : placesIn(root, path, search, bounds)),
    (found) => {
      places.push(...found.slice(0, bounds.places - places.length))
      return late() || places.length === bounds.places
    },
  )
}

async function placesIn(
  root: string,
  path: string,
  { text: statement, effect }: Search,
  bounds: SourceBounds,
) {
  const file = relative(root, path).split(sep).join('/')
  const text = isInside(file) ? await read(path, bounds.fileBytes) : ''
  const found = soughtIn(text, file, statement, bounds.places)
  return found.map((at) => ({ file, line: lineIn(text, at, statement, effect) }))
}

/** Breadth first, so that a repository's own files come before deep trees, and files of SQL before others. */
async function filesBelow(root: string, bounds: SourceBounds, late: () => boolean): Promise<string[]> {
  const most = bounds.files
  const files: string[] = []
  const sql: string[] = []
  let directories = [root]
  while (directories.length > 0) {
    const next: string[] = []
    await abreast(
      directories,
      async (directory) => (late() ? [] : entries(directory, bounds.entries, late)),
      (found) => {
        for (const entry of found) {
          const path = join(entry.parentPath, entry.name)
          // Neither is true of a link, wherever it leads.
          if (entry.isDirectory() && lookedInto(entry.name, 'directory')) next.push(path)
          else if (entry.isFile() && lookedInto(entry.name, 'file'))
            (/\.p?sql$/i.test(entry.name) ? sql : files).push(path)
        }
        return late() || sql.length + files.length >= most
      },
    )
    directories = sql.length + files.length < most && !late() ? next : []
  }
  return [...sql, ...files].slice(0, most)
}

/** Works on some at a time, takes what comes of them in order, and stops when `take` says that it is enough. */
async function abreast<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
  take: (result: R) => boolean,
): Promise<void> {
  for (let at = 0; at < items.length; at += ABREAST) {
    const results = await Promise.all(items.slice(at, at + ABREAST).map(work))
    if (results.map(take).some(Boolean)) return
  }
}

async function entries(directory: string, most: number, late: () => boolean): Promise<Dirent[]> {
  const found: Dirent[] = []
  try {
    for await (const entry of await opendir(directory, { bufferSize: 500 })) {
      found.push(entry)
      if (found.length === most || late()) break
    }
  } catch {
    // What can be read of it is looked at.
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : 1))
}

const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

/** Empty for what is no text of a size that people write. */
async function read(path: string, most: number): Promise<string> {
  const file = await open(path, FLAGS).catch(() => undefined)
  if (!file) return ''
  try {
    const { size } = await file.stat()
    if (size > most) return ''
    const text = (await file.readFile('utf8')).replaceAll('\r\n', '\n')
    return text.includes('\0') ? '' : text
  } catch {
    return ''
  } finally {
    await file.close().catch(() => {})
  }
}
