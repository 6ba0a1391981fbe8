import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Effect } from '../../src/core/statement.ts'
import { watchFlows } from '../../src/masking/flows.ts'
import { BUILT_IN } from '../../src/policy/guards.ts'
import { RULE_IDS, RULES } from '../../src/policy/rules/index.ts'
import { OUT_OF_SCOPE } from '../../src/policy/rules/out-of-scope.ts'
import { reference } from '../../src/policy/rules/reference.ts'
import type { Bounds, Example } from '../../src/policy/rules/rule.ts'
import { analyseCommand } from '../../src/shell/index.ts'
import { analyser } from '../sql/analysers.ts'
import { PEERS } from './peers.ts'

const sql = analyser()
const watch = watchFlows([{ pattern: 'public.users.ssn', mask: 'redact' }])

const BOUNDS: Bounds = {
  rows: 1000,
  excepts: (name, former) => /(^|\.)tmp_|^scratch\.\*/.test(name) && !former?.startsWith('tmp_'),
}

/** Nobody is told to except these. */
const FINAL = ['does-not-parse', 'cannot-analyse', 'unknown', 'unknown-command']

const named = (examples: readonly Example[]) =>
  examples.map(
    (example) =>
      [
        typeof example === 'string'
          ? example
          : 'command' in example
            ? example.command
            : JSON.stringify(example),
        example,
      ] as const,
  )

async function effectsOf(text: Example): Promise<readonly Effect[]> {
  if (typeof text !== 'string')
    return 'command' in text ? analyseCommand(text.command, { shell: 'bash' }).effects : [text]
  const { effects, flows = [] } = await sql.analyse(text)
  return [...effects, ...(watch?.(flows, () => []) ?? [])]
}

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  it.each(named(rule.examples.match))('speaks about %s', async (_, example) => {
    const effects = await effectsOf(example)
    const words = effects.map((effect) => rule.check(effect, BOUNDS)).find(Boolean)
    expect(words).toBeDefined()
    expect(words?.reason).not.toMatch(/undefined|null/)
    const asks = /, or ask for an exception: (allow: \[|thresholds: )/
    if (rule.keepsBlock || FINAL.includes(rule.id)) expect(words?.hint).not.toMatch(asks)
    else expect(words?.hint).toMatch(asks)
  })

  it.each(named(rule.examples.ignore))('is silent about %s', async (_, example) => {
    const effects = await effectsOf(example)
    expect(effects.filter((effect) => rule.check(effect, BOUNDS))).toEqual([])
  })
})

it('has one rule for each id, kebab-case', () => {
  expect(new Set(RULE_IDS).size).toBe(RULE_IDS.length)
  for (const id of RULE_IDS) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/)
})

it('has each rule in a file of its own, in the folder of its family, and lists it', () => {
  const folder = join(import.meta.dirname, '../../src/policy/rules')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const written = files
    .filter((file) => file.endsWith('.ts') && readFileSync(join(folder, file), 'utf8').includes(' = rule({'))
    .map((file) => file.replaceAll('\\', '/'))
  expect(written.sort()).toEqual(RULES.map(({ family, id }) => `${family}/${id}.ts`).sort())
})

describe('rules of other tools', () => {
  const covered = new Set(RULES.flatMap(({ covers }) => covers))
  const outside = OUT_OF_SCOPE.flatMap(({ rules }) => rules)

  it('are covered, or out of scope with a reason', () => {
    expect(PEERS.filter((name) => !covered.has(name) && !outside.includes(name))).toEqual([])
    expect(outside.filter((name) => covered.has(name))).toEqual([])
    expect(new Set(outside).size).toBe(outside.length)
  })

  it('are named as they name them, none twice in one rule', () => {
    const ours = [...covered, ...outside].filter((name) => !PEERS.includes(name))
    expect(ours).toEqual([])
    for (const { id, covers } of RULES) expect(new Set(covers).size, id).toBe(covers.length)
  })
})

it('docs/rules.md is what the rules say', () => {
  const path = join(import.meta.dirname, '../../docs/rules.md')
  expect(readFileSync(path, 'utf8'), 'node scripts/rules.ts > docs/rules.md').toBe(reference())
})

it.each(Object.entries(BUILT_IN))('guard %s names existing rules', (_, guard) => {
  expect(Object.keys(guard.rules).filter((id) => !RULE_IDS.includes(id))).toEqual([])
})

it('strict speaks with every rule but the one behind read-only', () => {
  expect(RULE_IDS.filter((id) => !(id in BUILT_IN.strict.rules))).toEqual(['write'])
})
