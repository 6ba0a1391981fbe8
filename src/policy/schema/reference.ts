// The policy file's reference, written from the schema so that it cannot be out of date.
import { type JsonSchema, jsonSchema } from './index.ts'

interface Row {
  readonly key: string
  readonly kind: string
  readonly required: boolean
  readonly description: string
}

/** Markdown: a heading and a table for each section. */
export function reference(): string {
  const schema = jsonSchema()
  const sections = Object.entries(object(schema.properties)).map(([name, node]) => {
    const rows = rowsOf(object(node), name, isRequired(schema, name))
    const table = rows.map(
      (row) => `| \`${row.key}\` | ${row.kind} | ${row.required ? 'yes' : ''} | ${row.description} |`,
    )
    return [
      `## ${name}`,
      '',
      '| key | value | required | meaning |',
      '| --- | --- | --- | --- |',
      ...table,
      '',
    ].join('\n')
  })
  return sections.join('\n')
}

function rowsOf(node: JsonSchema, key: string, required: boolean): Row[] {
  const own: Row = { key, kind: kindOf(node), required, description: cell(String(node.description ?? '')) }
  const rows = [own]
  for (const [name, child] of Object.entries(object(node.properties)))
    rows.push(...rowsOf(object(child), `${key}.${name}`, isRequired(node, name)))
  if (isObject(node.additionalProperties))
    rows.push(...rowsOf(node.additionalProperties, `${key}.NAME`, false))
  if (isObject(node.items)) rows.push(...rowsOf(node.items, `${key}[]`, false))
  for (const branch of branches(node))
    rows.push(...rowsOf(branch, key, required).slice(isObject(branch.properties) ? 0 : 1))
  return distinct(rows).filter((row) => row.description !== '' || row === own)
}

/** Alternatives share keys, as both kinds of credential have a `provider`: one row each way of saying it. */
function distinct(rows: readonly Row[]): Row[] {
  return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()]
}

function kindOf(node: JsonSchema): string {
  if (node.const !== undefined) return `\`${String(node.const)}\``
  if (Array.isArray(node.enum)) return node.enum.map((value) => `\`${String(value)}\``).join(', ')
  const inner = branches(node)
  if (inner.length > 0) return [...new Set(inner.map(kindOf))].join(' or ')
  if (node.type === 'array') return 'list'
  if (node.type === 'object') return 'map'
  return { string: 'text', integer: 'number', boolean: 'true or false' }[String(node.type)] ?? ''
}

function branches(node: JsonSchema): JsonSchema[] {
  return [node.oneOf, node.anyOf].flatMap((list) => (Array.isArray(list) ? list.filter(isObject) : []))
}

const isRequired = (node: JsonSchema, name: string): boolean =>
  Array.isArray(node.required) && node.required.includes(name)
const cell = (text: string): string => text.replaceAll('|', '\\|')
const isObject = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const object = (value: unknown): JsonSchema => (isObject(value) ? value : {})
