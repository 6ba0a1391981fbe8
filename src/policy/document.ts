// YAML to plain data with the position of every value. No aliases, tags or merge keys: nothing can expand or become an object's prototype.
import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import type { Problem } from './config.ts'

export const MAX_BYTES = 256 * 1024
const MAX_DEPTH = 20

export type Path = readonly PropertyKey[]

export interface Position {
  readonly line: number
  readonly column: number
}

export interface Source {
  /** Plain data with null-prototype objects; undefined when there are problems. */
  readonly value: unknown
  readonly problems: readonly Problem[]
  /** Where the value at `path` stands, or the nearest thing around it. */
  valueAt(path: Path): Position
  /** Where its key stands. */
  keyAt(path: Path): Position
}

interface Reading {
  readonly values: Map<string, number>
  readonly keys: Map<string, number>
  readonly complain: (offset: number, message: string, hint: string) => void
}

export function readDocument(text: string): Source {
  const lines = new LineCounter()
  const problems: Problem[] = []
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  const reading: Reading = {
    values: new Map(),
    keys: new Map(),
    complain: (offset, message, hint) => void problems.push({ ...at(offset), message, hint }),
  }
  const value = Buffer.byteLength(text) > MAX_BYTES ? tooLarge(reading) : parse(text, lines, reading)
  const nearest = (path: Path, first: Map<string, number>, second: Map<string, number>): Position => {
    for (let length = path.length; length >= 0; length--) {
      const id = identify(path.slice(0, length))
      const offset = length === path.length ? (first.get(id) ?? second.get(id)) : reading.keys.get(id)
      if (offset !== undefined) return at(offset)
    }
    return { line: 1, column: 1 }
  }
  return {
    value: problems.length === 0 ? value : undefined,
    problems,
    valueAt: (path) => nearest(path, reading.values, reading.keys),
    keyAt: (path) => nearest(path, reading.keys, reading.values),
  }
}

function tooLarge(reading: Reading): undefined {
  reading.complain(
    0,
    `the file is larger than ${MAX_BYTES / 1024} KiB`,
    'Split the policy over several servers',
  )
}

function parse(text: string, lines: LineCounter, reading: Reading): unknown {
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
    for (const { pos, code, message } of [...document.errors, ...document.warnings])
      reading.complain(pos[0], `not valid YAML: ${syntax(code, message)}`, 'Correct the YAML at this place')
    if (document.errors.length + document.warnings.length > 0) return undefined
    if (document.contents === null) {
      reading.complain(0, 'the file is empty', 'Start with `version: 1`')
      return undefined
    }
    return convert(document.contents, [], reading)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    reading.complain(0, 'the file is nested too deeply', `Use at most ${MAX_DEPTH} levels`)
    return undefined
  }
}

/** The parser's own words, except where they could quote the file. */
function syntax(code: string, message: string): string {
  if (code === 'DUPLICATE_KEY') return 'the same key twice'
  if (code === 'TAG_RESOLVE_FAILED') return 'tags (`!name`) are not supported'
  if (code === 'MULTIPLE_DOCS') return 'a second document (`---`)'
  if (code === 'BAD_ALIAS') return 'an alias without an anchor: quote a value or key that begins with `*`'
  return /["'`]/.test(message) ? code.toLowerCase().replaceAll('_', ' ') : message
}

function convert(node: unknown, path: Path, reading: Reading): unknown {
  const offset = offsetOf(node as Node | null)
  reading.values.set(identify(path), offset)
  if (path.length > MAX_DEPTH) throw new RangeError('too deep')
  if (isAlias(node)) {
    reading.complain(
      offset,
      'aliases (`*name`) are not supported',
      'Quote a value that begins with `*`, or repeat the value',
    )
    return undefined
  }
  if (isScalar(node)) return typeof node.value === 'bigint' ? String(node.value) : node.value
  if (isSeq(node)) return node.items.map((item, index) => convert(item, [...path, index], reading))
  if (!isMap(node)) return null
  const object: Record<string, unknown> = Object.create(null)
  for (const { key, value } of node.items) {
    const name = keyName(key)
    const place = key === null ? offset : offsetOf(key as Node)
    if (name === undefined) {
      reading.complain(place, 'a key must be plain text', 'Quote a key that begins with `*`, `[` or `{`')
      continue
    }
    if (name === '__proto__') {
      reading.complain(place, 'a key may not be named __proto__', 'Choose another name')
      continue
    }
    reading.keys.set(identify([...path, name]), place)
    object[name] = convert(value, [...path, name], reading)
  }
  return object
}

function keyName(key: unknown): string | undefined {
  if (!isScalar(key) || key.value === null) return undefined
  return typeof key.value === 'string' ? key.value : (key.source ?? String(key.value))
}

const offsetOf = (node: Node | null): number => node?.range?.[0] ?? 0

const identify = (path: Path): string => JSON.stringify(path.map(String))
