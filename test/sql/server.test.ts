// The real server as the judge: what it can parse, and what is really gone after a statement that was allowed.
import { readFileSync } from 'node:fs'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decide } from '../../src/policy/decide.ts'
import { BUILT_IN } from '../../src/policy/guards.ts'
import { createDatabase, type Database, servers } from '../fixtures/database.ts'
import { analyser } from './analysers.ts'

const sql = analyser()
const statements = ['statements.jsonl', 'own.jsonl'].flatMap((file) =>
  readFileSync(new URL(`../corpus/${file}`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { dialect: string; sql: string })
    .filter((row) => row.dialect === 'postgres' && !row.sql.includes('\0'))
    .map((row) => row.sql),
)

const TABLES = ['users', 'orders', 't', 's', 'a', 'b', 'o', 'other', 'q', 'd', 'gone']
const SCHEMA = TABLES.map(
  (
    name,
  ) => `CREATE TABLE ${name} (id int, a int, b int, x int, a_id int, b_id int, s_id int, user_id int, email text, name text, kind text, ssn text);
  INSERT INTO ${name} (id, a, b, x, user_id) SELECT n, n, n, n, n + 95 FROM generate_series(1, 100) n;`,
).join('\n')

const newest = servers()[0]
let database: Database
let client: pg.Client

beforeAll(async () => {
  if (!newest) throw new Error('no server')
  database = await createDatabase(newest, SCHEMA)
  client = new pg.Client({ connectionString: database.url, statement_timeout: 2000 })
  client.on('error', () => {})
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await database.drop()
})

const codeOf = async (text: string): Promise<string> => {
  try {
    await client.query(text)
    return '00000'
  } catch (error) {
    return (error as { code?: string }).code ?? ''
  }
}

it('parses what the newest server parses, and nothing else', async () => {
  await client.query('BEGIN')
  await codeOf('SELECT 1/0')
  const differences: string[] = []
  for (const text of statements) {
    // In an aborted transaction the server parses, and runs nothing but its end.
    if (/\b(rollback|commit|abort|end|transaction)\b/i.test(text)) continue
    const { effects } = await sql.analyse(text)
    const refused = effects.some((effect) => effect.object === 'syntax' || effect.object === 'text')
    if (refused !== ((await codeOf(text)) === '42601')) differences.push(text.slice(0, 100))
  }
  await client.query('ROLLBACK')
  expect(differences.filter((text) => !text.startsWith('(((') && text !== '')).toEqual([])
})

describe('what is allowed', () => {
  it('takes no table and no more than a few rows', async () => {
    const lost: string[] = []
    for (const text of statements) {
      const { effects } = await sql.analyse(text)
      if (decide(effects, BUILT_IN.strict).kind !== 'allow' || /copy|concurrently|vacuum/i.test(text))
        continue
      await client.query('BEGIN')
      await codeOf(text)
      await codeOf('COMMIT')
      await client.query('DISCARD ALL')
      for (const name of TABLES) {
        const { rows } = await database.admin.query<{ n: number }>(
          `SELECT count(*)::int AS n FROM public.${name}`,
        )
        if ((rows[0]?.n ?? 0) < 80) lost.push(`${name}: ${text}`)
      }
    }
    expect(lost).toEqual([])
  })
})
