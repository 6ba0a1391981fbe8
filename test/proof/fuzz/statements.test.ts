// Whatever the text is: an analysis comes back, in time, and what the server would parse but we did not is refused.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { servers } from '../../fixtures/database.ts'
import { createJudge } from '../judge.ts'
import { tokens } from '../mutation/mutants.ts'
import { type Oracle, openOracle } from '../mutation/oracle.ts'

const judge = createJudge()
let oracle: Oracle
beforeAll(async () => {
  oracle = await openOracle(servers()[0]?.url ?? '')
})
afterAll(async () => {
  oracle.close()
  await judge.close()
})

const corpus = ['statements.jsonl', 'own.jsonl', 'migrations.jsonl'].flatMap((file) =>
  readFileSync(new URL(`../../corpus/${file}`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as { sql: string }).sql)
    .filter((sql) => sql.length < 2000),
)
const words = [...new Set(corpus.flatMap((text) => tokens(text).map((token) => token.text)))]

/** Pieces of the corpora in any order. */
const soup = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 25 })
  .map((parts) => parts.join(' '))

/** A statement of the corpora with some of its tokens gone, doubled, or from elsewhere. */
const damaged = fc
  .tuple(
    fc.constantFrom(...corpus),
    fc.array(fc.tuple(fc.nat(200), fc.constantFrom('drop', 'double', 'swap'), fc.constantFrom(...words)), {
      minLength: 1,
      maxLength: 4,
    }),
  )
  .map(([text, changes]) => {
    const parts = tokens(text).map((token) => token.text)
    for (const [place, change, word] of changes) {
      const at = place % Math.max(1, parts.length)
      if (change === 'drop') parts.splice(at, 1)
      else if (change === 'double') parts.splice(at, 0, parts[at] ?? '')
      else parts[at] = word
    }
    return parts.join('')
  })

const SEED = 20_261_122
/** The watchdog of the worker, and what starting it takes. */
const LONGEST = 17_000

async function analysed(text: string): Promise<boolean> {
  const begun = performance.now()
  const { effects, count } = await judge.analyse(text)
  expect(performance.now() - begun).toBeLessThan(LONGEST)
  expect(count).toBeGreaterThanOrEqual(0)
  return !effects.some(({ object }) => object === 'syntax' || object === 'text')
}

const check = (texts: fc.Arbitrary<string>, numRuns: number, accepted: (text: string) => Promise<void>) =>
  fc.assert(fc.asyncProperty(texts, accepted), { numRuns, seed: SEED, endOnFailure: true })

describe('an analysis comes back', () => {
  it(
    'of bytes',
    () =>
      check(
        fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes).toString('latin1')),
        1500,
        async (text) => {
          await analysed(text)
        },
      ),
    20_000,
  )

  it(
    'of Unicode, also broken',
    () =>
      check(fc.string({ unit: 'binary', maxLength: 200 }), 1500, async (text) => {
        await analysed(text)
      }),
    20_000,
  )

  it(
    'of what is nested',
    () =>
      check(
        fc
          .tuple(
            fc.constantFrom('(', '[', 'SELECT (', 'NOT ', 'CASE WHEN ', '- ', "E'", '/*', 'x IN (SELECT '),
            fc.nat(3000),
          )
          .map(([part, times]) => `SELECT ${part.repeat(times)}1`),
        60,
        async (text) => {
          await analysed(text)
        },
      ),
    60_000,
  )
})

describe('the server parses what we parse, and nothing else', () => {
  const alike = async (text: string) => {
    if (text.includes('\0') || !text.isWellFormed()) return
    expect([text, await analysed(text)]).toEqual([text, await oracle.accepts(text)])
  }
  it('of pieces in any order', () => check(soup, 3000, alike), 30_000)
  it('of damaged statements', () => check(damaged, 4000, alike), 30_000)
})
