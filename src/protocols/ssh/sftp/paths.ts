// Names of files: as bytes on the wire, as text for people, and where they lead.
import { isUtf8 } from 'node:buffer'

/** Linux takes no longer ones. */
const LONGEST = 4096

/** Characters that nobody sees, or that stand for something else in src/shell. */
const HIDDEN = /[\p{C}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]|[\u17b4\u17b5]|[\ufe00-\ufe0f]|[^\P{Zs} ]/gu
const MARKS = /[\ue000-\ue005]/

/** A path that a request names. */
export interface Spot {
  /** From the root where that is known, `..` and all as it was asked for. */
  readonly asked: string
  /** The same as a shell would take it, on one line: no two paths are written alike. */
  readonly written: string
  /** The same bytes, to be sent to the target. */
  readonly bytes: Buffer
  /** False for names that have no text, or one which means something else here. */
  readonly legible: boolean
  /** Where the target says that it leads; undefined when it does not tell. */
  readonly real?: string | undefined
  /** The target could not follow it for another reason than that there is nothing, or that it may not. */
  readonly unclear?: boolean
}

/** Why no path has these bytes; undefined when it may be one. */
export function unfit(bytes: Buffer): string | undefined {
  if (bytes.length > LONGEST) return `a path is longer than ${LONGEST} bytes`
  return bytes.includes(0) ? 'a path holds a NUL byte' : undefined
}

/** `start` is where relative paths begin; undefined when the target does not tell. */
export function spotOf(path: Buffer, start: string | undefined): Spot {
  const text = path.toString()
  const legible = isUtf8(path) && !MARKS.test(text) && (text.startsWith('/') || start !== undefined)
  const asked = text.startsWith('/') || start === undefined ? text : joined(start, text)
  const bytes = path.length === 0 ? Buffer.from('.') : path
  if (!isUtf8(path)) return { asked: visible(asked), written: quotedBytes(path), bytes, legible }
  return { asked, written: quoted(asked), bytes, legible }
}

/** Of the same directory, or from the root. */
export const joined = (directory: string, name: string): string =>
  name.startsWith('/') ? name : name === '' ? directory : `${directory === '/' ? '' : directory}/${name}`

/** Directory and last name; undefined where the last part is none, so that all of it must be followed. */
export function parted(path: Buffer): { directory: Buffer; name: string } | undefined {
  const text = path.toString('latin1').replace(/\/+$/, '')
  const slash = text.lastIndexOf('/')
  const name = text.slice(slash + 1)
  if (name === '' || name === '.' || name === '..') return undefined
  const directory = slash < 0 ? '.' : slash === 0 ? '/' : text.slice(0, slash)
  return { directory: Buffer.from(directory, 'latin1'), name: Buffer.from(name, 'latin1').toString() }
}

/** `//`, `.` and the slash at the end taken out. */
export const plain = (path: string): string =>
  `/${path
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/')}`

/** What leads upwards leads elsewhere when there is a link on the way. */
export const climbs = (path: string): boolean => path.split('/').includes('..')

/** As a person reads it: nothing of it can hide, or end a line. */
export const visible = (text: string): string =>
  text.replace(HIDDEN, (char) => `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`)

export function quoted(text: string): string {
  if (/^[\w@%+=:,./-][\w@%+=:,./~-]*$/.test(text)) return text
  if (text.search(HIDDEN) < 0 && !text.includes("'")) return `'${text}'`
  return `$'${text.replace(/[\\']/g, '\\$&').replace(HIDDEN, escaped)}'`
}

const quotedBytes = (bytes: Buffer): string =>
  `$'${bytes
    .toString('latin1')
    .replace(/[\\']/g, '\\$&')
    .replace(/[^\x20-\x7e]/g, (char) => `\\x${hex(char, 2)}`)}'`

function escaped(char: string): string {
  if (char === '\n') return '\\n'
  const code = char.codePointAt(0) ?? 0
  if (code < 0x80) return `\\x${hex(char, 2)}`
  return code < 0x10000 ? `\\u${hex(char, 4)}` : `\\U${hex(char, 8)}`
}

const hex = (char: string, digits: number): string =>
  (char.codePointAt(0) ?? 0).toString(16).padStart(digits, '0')
