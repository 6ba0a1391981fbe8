// However a statement that is blocked is written or wrapped, it is not allowed.
import { readFileSync } from 'node:fs'
import { afterAll, expect, it } from 'vitest'
import { servers } from '../../fixtures/database.ts'
import { random } from '../execution/random.ts'
import { createJudge } from '../judge.ts'
import { mutants } from './mutants.ts'
import { openOracle } from './oracle.ts'

const judge = createJudge()
afterAll(() => judge.close())

const texts = ['statements.jsonl', 'own.jsonl'].flatMap((file) =>
  readFileSync(new URL(`../../corpus/${file}`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { dialect: string; sql: string })
    .filter(({ dialect, sql }) => dialect === 'postgres' && !sql.includes('\0'))
    .map(({ sql }) => sql),
)

it('allows none of 20 mutants of each statement that is blocked', async () => {
  const [newest] = servers()
  const oracle = await openOracle(newest?.url ?? '')
  const source = random(7)
  const allowed: string[] = []
  let blocked = 0
  let made = 0
  let valid = 0
  for (const text of texts) {
    const { verdict } = await judge.judge(text)
    if (verdict.kind !== 'block' || !(await oracle.accepts(text))) continue
    blocked++
    for (const [mutant, by] of mutants(text, source, 20)) {
      made++
      if (!(await oracle.accepts(mutant))) continue
      valid++
      const { kind } = (await judge.judge(mutant)).verdict
      if (kind === 'allow') allowed.push(`${by}: ${mutant}`)
    }
  }
  oracle.close()
  expect(allowed).toEqual([])
  expect(made).toBe(20 * blocked)
  expect(blocked).toBeGreaterThan(200)
  expect(valid).toBeGreaterThan(made / 2)
}, 60_000)
