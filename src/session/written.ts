// How statements are written down in the files of a repository.
import { extname } from 'node:path'
import type { Effect } from '../core/statement.ts'

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

/** Whether people keep statements of their own there. */
export function lookedInto(name: string, kind: 'file' | 'directory'): boolean {
  return kind === 'file'
    ? EXTENSIONS.has(extname(name).toLowerCase())
    : !SKIPPED.has(name) && !name.startsWith('.')
}

/** The text without what ends it; undefined when it says too little to be told from others. */
export function comparable(text: string): string | undefined {
  const trimmed = text.replaceAll('\r\n', '\n').trim()
  // Not by a pattern: one for the end of a text tries every run of blanks in it, again and again.
  let end = trimmed.length
  while (end > 0 && /[;\s]/.test(trimmed.charAt(end - 1))) end--
  return end < SHORTEST ? undefined : trimmed.slice(0, end)
}

/** Offsets in a file's text where exactly this statement stands, as one of its own; `most` of them. */
export function soughtIn(text: string, file: string, statement: string, most: number): number[] {
  const sought = comparable(statement)
  if (sought === undefined) return []
  const [before, after] = /\.p?sql$/i.test(file) ? SQL : CODE
  const found: number[] = []
  let at = text.indexOf(sought)
  for (; at >= 0 && found.length < most; at = text.indexOf(sought, at + sought.length)) {
    const end = at + sought.length
    if (before.test(text.slice(Math.max(0, at - NEAR), at)) && after.test(text.slice(end, end + NEAR)))
      found.push(at)
  }
  return found
}

const NEAR = 200
/** What may stand around a statement in a file of SQL, and in a program: part of a longer one is another one. */
const SQL = [/(?:^|\n|;|\*\/)\s*$/, /^\s*(?:;|\\|$)/] as const
const CODE = [/(?:^|\n|;|\*\/|['"`])\s*$/, /^\s*(?:;|['"`])/] as const

/** The line of what is at `at`; in a text of several statements that of the one with this effect. */
export function lineIn(text: string, at: number, statement: string, effect: Effect | undefined): number {
  const sought = statement.replaceAll('\r\n', '\n').trim()
  return lineOf(text, at + offsetOf(sought, effect))
}

/** Characters that a line is looked for in. */
const LONGEST = 100_000

/** Where in a text of several statements the one with this effect is, by its verb and relation. */
export function offsetOf(text: string, effect: Effect | undefined): number {
  if (!text.includes('\n')) return 0
  const name = effect?.name?.split('.').at(-1) ?? effect?.object
  const verb = effect?.action.split('-')[0]
  if (name === undefined || verb === undefined) return firstWord(text)
  const near = new RegExp(`\\b${literal(verb)}\\b[^;]{0,200}?${literal(name)}`, 'i').exec(
    text.slice(0, LONGEST),
  )
  return near?.index ?? firstWord(text)
}

/** Behind comments. */
function firstWord(text: string): number {
  return /^(?:\s+|--[^\n]*\n|\/\*[\s\S]*?\*\/)*/.exec(text)?.[0].length ?? 0
}

export function lineOf(text: string, offset: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++
  return line
}

export const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
