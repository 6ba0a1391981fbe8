// Conditions made of a grammar of everything that could seem to pick few rows, on tables whose columns all tell rows
// apart: what the analysis calls a few rows must be a few, and none must be none.
import { afterAll, expect, it } from 'vitest'
import { createDatabase, servers } from '../../fixtures/database.ts'
import { createJudge } from '../judge.ts'
import { Connection } from './connection.ts'
import { generate } from './generator.ts'

const judge = createJudge()
afterAll(() => judge.close())

const SEED = `
CREATE TABLE items (id int PRIMARY KEY, qty int, twin int, parent int, code text, flag bool, nothing int, mark int);
INSERT INTO items SELECT n, n, n, n - 1, 'c' || n, n % 2 = 0 FROM generate_series(1, 500) n;
CREATE TABLE pairs (x int, y int);
INSERT INTO pairs SELECT n, n FROM generate_series(1, 500) n;
CREATE TABLE few (x int);
INSERT INTO few VALUES (1), (2);
CREATE SEQUENCE numbers;
ANALYZE`

/** Of 500 rows. Constants, lists and batches of the grammar multiply to less. */
const FEW = 100

/** Other seeds are for the nightly run. */
const SEEDS = [
  [0, 20_261_122, 2500],
  [1, 20_261_123, 1500],
] as const

it.each(SEEDS)(
  'server %i, seed %i: few rows are few in %i statements',
  async (at, seed, count) => {
    const server = servers()[at]
    if (!server) throw new Error('no server')
    const database = await createDatabase(server, SEED)
    const connection = await Connection.open(database.url, 5000)
    const wrong: string[] = []
    let executed = 0
    let told = 0
    try {
      const knowing = judge.knowing(await connection.snapshot())
      for (const text of generate(seed, count, {}, 'conditions.txt')) {
        const { effects } = await knowing(text)
        const changes = effects.filter(({ action }) => action === 'update' || action === 'delete')
        const limit = Math.max(0, ...changes.map(({ rows = 'unknown' }) => LIMITS[rows]))
        if (limit > FEW) continue
        told++
        await connection.run("BEGIN; SELECT setval('numbers', 1, false)")
        const { code } = await connection.run(text)
        if (code === '00000') {
          executed++
          const [left] = await connection.rows(
            'SELECT 500 - count(*) + count(mark) AS changed FROM items WHERE id BETWEEN 1 AND 500',
          )
          const changed = Number(left?.changed)
          if (changed > limit) wrong.push(`${changed} rows: ${text}`)
        }
        await connection.run('ROLLBACK')
      }
    } finally {
      connection.close()
      await database.drop()
    }
    expect(wrong).toEqual([])
    // A generator whose statements all fail, or are all called unknown, would prove nothing.
    expect(executed).toBeGreaterThan(count / 10)
    expect(told).toBeLessThan(count / 2)
  },
  120_000,
)

const LIMITS = { none: 0, one: 1, some: FEW, unknown: 500, all: 500 } as const
