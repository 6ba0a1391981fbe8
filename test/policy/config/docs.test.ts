import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { reference } from '../../../src/policy/schema/reference.ts'

it('docs/policy-file.md ends with the reference as the schema has it', () => {
  const path = join(import.meta.dirname, '../../../docs/policy-file.md')
  const hint =
    'replace everything from the first `## ` on with the output of `sluice policy schema --markdown`'
  expect(readFileSync(path, 'utf8').endsWith(`\n${reference()}`), hint).toBe(true)
})
