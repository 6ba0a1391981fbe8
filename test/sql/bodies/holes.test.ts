// What PostgreSQL makes of a template: whatever name or value comes, the statement is the one that was judged.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createDatabase, type Database, servers } from '../../fixtures/database.ts'
import { analyser } from '../analysers.ts'

const sql = analyser()
const newest = servers()[0]
let database: Database
let values: string[]

beforeAll(async () => {
  if (!newest) throw new Error('no server')
  database = await createDatabase(newest)
  const { rows } = await database.admin.query<{ word: string }>('SELECT word FROM pg_get_keywords()')
  values = [...rows.map(({ word }) => word), ...NASTY]
})
afterAll(() => database.drop())

const NASTY = [
  'plain',
  'With "quotes"',
  '"',
  '"; DROP TABLE users; --',
  "'; DROP TABLE users; --",
  '*/ DROP TABLE users; /*',
  '\n-- x\n; DROP TABLE users',
  '\\',
  "\\'; DROP TABLE users; --",
  "E'x'",
  'U&"x"',
  '$$',
  '$x$',
  'a.b',
  'users CASCADE',
  '1',
  '-',
  ' ',
  'é\u{1f600}',
  '%I',
  '*',
  'x'.repeat(200),
]

const TEMPLATES = [
  'ALTER TABLE %I ADD COLUMN x int',
  'ALTER TABLE %I.%I ADD COLUMN x int',
  'ALTER TABLE public.%I DROP %I',
  'ALTER TABLE t ADD %I int',
  'ALTER TABLE t ALTER %I SET NOT NULL',
  'ALTER TABLE t RENAME %I TO %I',
  'ALTER TABLE %I RENAME TO %I',
  'ALTER TABLE t DROP CONSTRAINT %I',
  'ALTER TABLE t ADD CONSTRAINT %I CHECK (%I > 0)',
  'ALTER TABLE t DISABLE TRIGGER %I',
  'ALTER TABLE t OWNER TO %I',
  'ALTER TABLE t SET SCHEMA %I',
  'DROP TABLE %I',
  'DROP TABLE IF EXISTS a, %I.%I CASCADE',
  'DROP INDEX %I',
  'DROP SCHEMA %I',
  'DROP TYPE %I',
  'DROP FUNCTION %I()',
  'DROP POLICY %I ON %I',
  'TRUNCATE %I',
  'LOCK %I',
  'CLUSTER %I',
  'REINDEX TABLE %I',
  'ANALYZE %I',
  'CREATE INDEX %I ON t (%I)',
  'CREATE INDEX ON %I (lower(%I))',
  'CREATE SCHEMA %I',
  'CREATE TABLE %I (%I int)',
  'GRANT SELECT ON %I TO app',
  'GRANT USAGE ON SCHEMA %I TO app',
  'COMMENT ON TABLE %I IS %L',
  'COMMENT ON COLUMN %I.%I IS %L',
  'CREATE POLICY %I ON %I',
  'ALTER TABLE t ALTER x SET DEFAULT %L',
  'CREATE TABLE %I PARTITION OF events FOR VALUES FROM (%L) TO (%L)',
  'REFRESH MATERIALIZED VIEW %I',
]

const shapeOf = async (text: string): Promise<string> =>
  (await sql.analyse(text)).effects
    .map(({ action, object, rows, cascade, lock }) => [action, object, rows, cascade, lock].join(' '))
    .sort()
    .join(', ')

/** What a schema or an owner is named decides these alone; nobody but a superuser can use them so. */
const SYSTEM = new Set(['pg_catalog', 'information_schema'])

it.each(TEMPLATES)('%s', async (template) => {
  const holes = template.match(/%[IL]/g)?.length ?? 0
  const judged = await sql.analyse(
    `DO $do$ BEGIN EXECUTE format('${template.replaceAll("'", "''")}'${", current_setting('a.b')".repeat(holes)}); END $do$`,
  )
  const wanted = judged.effects
    .filter(({ via }) => via?.includes('execute'))
    .map(({ action, object, rows, cascade, lock }) => [action, object, rows, cascade, lock].join(' '))
    .sort()
    .join(', ')
  expect(wanted).not.toContain('unknown')
  const { rows } = await database.admin.query<{ text: string }>(
    `SELECT format($1${', value'.repeat(holes)}) AS text FROM unnest($2::text[]) AS value`,
    [template, values.filter((value) => !SYSTEM.has(value))],
  )
  const others: string[] = []
  for (const { text } of rows) {
    const made = await shapeOf(text)
    // What the server refuses does nothing: a role called none.
    if (made !== wanted && !made.startsWith('unknown syntax')) others.push(text)
  }
  expect(others).toEqual([])
})
