// What the guard `strict` allows of the corpora is run: nothing may be gone afterwards.
import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { servers } from '../../fixtures/database.ts'
import { createJudge } from '../judge.ts'
import { Connection } from './connection.ts'
import { Trial } from './trial.ts'

const judge = createJudge()
afterAll(() => judge.close())

const texts = ['statements.jsonl', 'own.jsonl', 'migrations.jsonl'].flatMap((file) =>
  readFileSync(new URL(`../../corpus/${file}`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { dialect?: string; sql: string })
    .filter(({ dialect, sql }) => (dialect ?? 'postgres') === 'postgres' && !sql.includes('\0'))
    .map(({ sql }) => sql),
)

/** What the rows name, as far as the seed has it not. */
const MORE = 'orders t s a b o other q d gone x stale p child'
  .split(' ')
  .map(
    (
      name,
    ) => `CREATE TABLE ${name} (id int PRIMARY KEY, a int, b int, x int, a_id int, b_id int, s_id int, user_id int, email text, name text, kind text, ssn text);
    INSERT INTO ${name} SELECT n, n, n, n, n, n, n, n, 'e' || n, 'n' || n, 'k' || n, 's' || n FROM generate_series(1, 100) n;`,
  )
  .join('\n')

describe.each(servers().map((server) => [`PostgreSQL ${server.version}`, server] as const))(
  '%s',
  (_, server) => {
    it('loses nothing by what is allowed of the corpora', async () => {
      const trial = await Trial.open(server.url, 'proof_corpus', MORE)
      const lost: string[] = []
      let executed = 0
      try {
        const reader = await Connection.open(trial.url)
        const knowing = judge.knowing(await reader.snapshot())
        reader.close()
        for (const text of texts) {
          const { verdict, effects } = await knowing(text)
          if (verdict.kind !== 'allow') continue
          const { code, losses } = await trial.run(text, effects)
          if (code === '00000') executed++
          if (losses.length > 0) lost.push(`${text}: ${losses.join('; ')}`)
        }
      } finally {
        await trial.close()
      }
      expect(lost).toEqual([])
      expect(executed).toBeGreaterThan(150)
    }, 60_000)
  },
)
