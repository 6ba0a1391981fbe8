// What zod found, as problems with a place, a cause and a cure.
import type { z } from 'zod'
import type { Problem } from './config.ts'
import type { Path, Source } from './document.ts'
import { suggest } from './nearest.ts'
import { type JsonSchema, jsonSchema } from './schema/index.ts'

export function problemsOf(error: z.ZodError, source: Source): Problem[] {
  const schema = jsonSchema()
  return error.issues.flatMap((issue) => problems(issue, source, schema))
}

type Issue = z.core.$ZodIssue

function problems(issue: Issue, source: Source, schema: JsonSchema): Problem[] {
  const { path } = issue
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => unknownKey(key, path, source, schema))
  if (issue.code === 'invalid_union') return union(issue, source, schema)
  if (issue.code === 'invalid_key') {
    const [message, hint] = split(issue.issues[0]?.message ?? issue.message)
    return [{ ...source.keyAt(path), message: `${place(path)}: ${message}`, hint }]
  }
  if (missing(path, source)) {
    const key = String(path.at(-1))
    const hint = `Add \`${key}: …\`${describe(at(schema, path))}`
    return [{ ...source.keyAt(path), message: `${place(path.slice(0, -1))}: \`${key}\` is missing`, hint }]
  }
  const [message, hint] = split(issue.message)
  return [{ ...source.valueAt(path), message: `${place(path)}: ${message}`, hint }]
}

function unknownKey(key: string, path: Path, source: Source, schema: JsonSchema): Problem {
  const known = [...new Set(at(schema, path).flatMap((node) => Object.keys(object(node.properties))))]
  const hint = suggest(key, known, 'Remove it')
  return { ...source.keyAt([...path, key]), message: `${place(path)}: unknown key "${key}"`, hint }
}

/** The one branch that fits the value's kind tells more than "none fits". */
function union(issue: Issue & { code: 'invalid_union' }, source: Source, schema: JsonSchema): Problem[] {
  const kind = Array.isArray(read(source.value, issue.path)) ? 'array' : typeof read(source.value, issue.path)
  const branch = issue.errors.find(
    (errors) => !errors.some((inner) => inner.path.length === 0 && isOtherKind(inner, kind)),
  )
  if (branch && kind !== 'string')
    return branch.flatMap((inner) =>
      problems({ ...inner, path: [...issue.path, ...inner.path] }, source, schema),
    )
  const [message, hint] = split(issue.message)
  return [{ ...source.valueAt(issue.path), message: `${place(issue.path)}: ${message}`, hint }]
}

const isOtherKind = (issue: Issue, kind: string): boolean =>
  issue.code === 'invalid_type' && issue.expected !== kind

function missing(path: Path, source: Source): boolean {
  const parent = read(source.value, path.slice(0, -1))
  return (
    path.length > 0 && typeof parent === 'object' && parent !== null && !Object.hasOwn(parent, path.at(-1)!)
  )
}

function read(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key)
        ? inner[key as never]
        : undefined,
    value,
  )
}

/** `access[0].claims.ref`; the file itself at the top. */
export function place(path: Path): string {
  let text = ''
  for (const key of path) {
    if (typeof key === 'number') text += `[${key}]`
    else text += text === '' ? String(key) : `.${String(key)}`
  }
  return text === '' ? 'the file' : text
}

function split(message: string): [string, string] {
  const [cause = '', cure] = message.split('\n')
  return [cause, cure ?? 'See `sluice policy schema`']
}

/** The schema's nodes that speak for `path`. */
function at(schema: JsonSchema, path: Path): JsonSchema[] {
  let nodes = branches(schema)
  for (const key of path) {
    nodes = nodes.flatMap((node) => {
      const properties = object(node.properties)
      const child =
        typeof key === 'number'
          ? node.items
          : Object.hasOwn(properties, key)
            ? properties[String(key)]
            : node.additionalProperties
      return isObject(child) ? branches(child) : []
    })
  }
  return nodes
}

function branches(node: JsonSchema): JsonSchema[] {
  const inner = [node.oneOf, node.anyOf].flatMap((list) => (Array.isArray(list) ? list.filter(isObject) : []))
  return inner.length === 0 ? [node] : [node, ...inner.flatMap(branches)]
}

function describe([node]: JsonSchema[]): string {
  return typeof node?.description === 'string' ? `. ${node.description}` : ''
}

const isObject = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const object = (value: unknown): JsonSchema => (isObject(value) ? value : {})
