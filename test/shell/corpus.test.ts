// What must be held and what must pass, row by row: ../bypass/shell.jsonl.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Exception, Guard } from '../../src/core/grant.ts'
import { decide } from '../../src/policy/decide.ts'
import { BUILT_IN } from '../../src/policy/guards.ts'
import { RULES } from '../../src/policy/rules/index.ts'
import { analyseCommand } from '../../src/shell/index.ts'

interface Row {
  readonly command: string
  readonly guard: keyof typeof BUILT_IN
  /** Exceptions of a guard that extends it. */
  readonly allow?: readonly Exception[]
  readonly expect: 'allow' | 'hold' | 'block'
  readonly rule?: string
}

const rows = readFileSync(join(import.meta.dirname, '../bypass/shell.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line): Row => JSON.parse(line))

function judged({ command, guard, allow = [] }: Row, shell?: string) {
  const { effects } = analyseCommand(command, shell === undefined ? {} : { shell })
  const own: Guard = { ...BUILT_IN[guard], allow: [...BUILT_IN[guard].allow, ...allow] }
  return { effects, verdict: decide(effects, own) }
}

const held = rows.filter((row) => row.expect !== 'allow')
const passing = rows.filter((row) => row.expect === 'allow')

it('has enough rows on either side', () => {
  expect(held.length).toBeGreaterThanOrEqual(150)
  expect(passing.length).toBeGreaterThanOrEqual(150)
  expect(new Set(rows.map((row) => JSON.stringify(row))).size).toBe(rows.length)
})

describe('is kept from the host', () => {
  it.each(held.map((row) => [`${row.guard}: ${row.command}`, row] as const))('%s', (_, row) => {
    const { verdict } = judged(row, 'bash')
    expect(verdict.kind).toBe(row.expect)
    expect(verdict.findings.map(({ rule }) => rule)).toContain(row.rule)
    for (const shell of [undefined, 'sh', 'dash', 'zsh', 'fish', '/sbin/nologin'])
      expect(judged(row, shell).verdict.kind, shell ?? 'unknown shell').not.toBe('allow')
  })
})

describe('passes', () => {
  it.each(passing.map((row) => [`${row.guard}: ${row.command}`, row] as const))('%s', (_, row) => {
    for (const shell of [undefined, 'bash', 'dash']) {
      const { verdict, effects } = judged(row, shell)
      expect({ kind: verdict.kind, effects }).toEqual({ kind: 'allow', effects })
    }
  })
})

it('speaks by rules about command lines only', () => {
  const families = new Map(RULES.map(({ id, family }) => [id, family]))
  const ours = ['shell', 'files', 'services', 'accounts', 'secrets', 'network']
  const others = rows.flatMap((row) =>
    judged(row, 'bash').verdict.findings.flatMap(({ rule }) =>
      ours.includes(families.get(rule) ?? '') ? [] : [rule],
    ),
  )
  // Malformed text, dropped databases and the rule behind read-only are the same for SQL.
  expect([...new Set(others)].sort()).toEqual(['cannot-analyse', 'drop-database', 'write'])
})
