import { describe, expect, it } from 'vitest'
import { jsonSchema } from '../../../src/policy/schema/index.ts'

interface Node {
  readonly type?: string
  readonly description?: string
  readonly properties?: Record<string, Node>
  readonly additionalProperties?: Node | boolean
  readonly items?: Node
  readonly oneOf?: Node[]
  readonly anyOf?: Node[]
}

describe('the JSON Schema', () => {
  const schema: Node & Record<string, unknown> = JSON.parse(JSON.stringify(jsonSchema()))

  it('describes every key and closes every object', () => {
    const bare: string[] = []
    const visit = (node: Node, path: string) => {
      if (node.properties && node.additionalProperties !== false) bare.push(`${path} is open`)
      for (const [key, child] of Object.entries(node.properties ?? {})) {
        if (!child.description) bare.push(`${path}.${key}`)
        visit(child, `${path}.${key}`)
      }
      if (typeof node.additionalProperties === 'object') visit(node.additionalProperties, `${path}.*`)
      if (node.items) visit(node.items, `${path}[]`)
      for (const branch of [...(node.oneOf ?? []), ...(node.anyOf ?? [])]) visit(branch, path)
    }
    visit(schema, '')
    expect(bare).toEqual([])
  })

  it('is of the 2020-12 draft and names every section', () => {
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema')
    expect(Object.keys(schema.properties ?? {})).toEqual([
      'version',
      'server',
      'issuers',
      'approvers',
      'targets',
      'guards',
      'masks',
      'access',
    ])
  })
})
