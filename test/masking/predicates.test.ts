// Conditions on masked columns: which statements ask for values bit by bit, and which only pick rows.
import { afterAll, expect, test } from 'vitest'
import type { Masks } from '../../src/core/grant.ts'
import { watchFlows } from '../../src/masking/flows.ts'
import { askedColumns } from '../../src/session/asked.ts'
import { createAnalyser } from '../../src/sql/create.ts'

const analyser = createAnalyser({ worker: new URL('../../src/sql/worker.ts', import.meta.url) })
afterAll(() => analyser.close())

const COLUMNS: Masks['columns'] = [
  { pattern: 'public.people.ssn', mask: 'redact' },
  { pattern: '*.*.email', mask: 'partial' },
]

async function compared(text: string, predicates?: Masks['predicates']): Promise<string[]> {
  const analysis = await analyser.analyse(text)
  const watch = watchFlows(COLUMNS, predicates)!
  const behind = (source: string) => (source === 'directory.reference' ? ['public.people.ssn'] : [])
  const asked = { compares: analysis.compares, probes: () => askedColumns(analysis, []) }
  return watch(analysis.flows ?? [], behind, asked)
    .filter(({ object }) => object !== 'masked-column')
    .map(({ object, name, column }) => `${object} ${name ?? '?'}.${column}`)
}

test.each([
  ["SELECT name FROM people WHERE ssn = '1'", 'people.ssn'],
  ['SELECT name FROM people WHERE ssn = $1', 'people.ssn'],
  ['SELECT name FROM public.people p WHERE p.ssn LIKE $1', 'public.people.ssn'],
  ["SELECT count(*) FROM people WHERE id > 5 AND (ssn < '5' OR name = 'x')", 'people.ssn'],
  ["SELECT count(*) FILTER (WHERE ssn < '5') FROM people", 'people.ssn'],
  ["SELECT count(CASE WHEN ssn < '5' THEN 1 END) FROM people", 'people.ssn'],
  ["SELECT count(nullif(ssn, '5')) FROM people", 'people.ssn'],
  ['SELECT name FROM people ORDER BY ssn', 'people.ssn'],
  ['SELECT name, ssn FROM people ORDER BY 2', 'people.ssn'],
  ["SELECT name FROM people ORDER BY CASE WHEN ssn > '5' THEN 1 ELSE 2 END", 'people.ssn'],
  ["SELECT city FROM people GROUP BY city HAVING max(ssn) > '5'", 'people.ssn'],
  ["SELECT o.id FROM orders o JOIN people p ON p.id = o.person AND p.ssn = '1'", 'people.ssn'],
  ["SELECT p.name FROM people p JOIN (VALUES ('1')) v (x) ON p.ssn = v.x", 'people.ssn'],
  ['SELECT p.name FROM people p JOIN guesses g ON p.ssn = g.guess', 'people.ssn'],
  ["WITH q AS (SELECT ssn AS s, id FROM people) SELECT id FROM q WHERE s > '5'", 'people.ssn'],
  ["SELECT x FROM (SELECT upper(ssn) AS u, 1 AS x FROM people) q WHERE u = 'A'", 'people.ssn'],
  ["SELECT 1 WHERE EXISTS (SELECT 1 FROM people WHERE ssn = '1')", 'people.ssn'],
  ["SELECT o.id FROM orders o WHERE (SELECT p.ssn FROM people p WHERE p.id = o.person) = '1'", 'people.ssn'],
  ["SELECT o.id FROM people p, LATERAL (SELECT 1 AS id WHERE p.ssn > '5') o", 'people.ssn'],
  ["SELECT * FROM generate_series(1, (SELECT count(*) FROM people WHERE ssn = '1')) g", 'people.ssn'],
  ["UPDATE people SET name = 'x' WHERE ssn = '1'", 'people.ssn'],
  ["DELETE FROM orders o USING people p WHERE p.id = o.person AND p.ssn = '1'", 'people.ssn'],
  [
    "MERGE INTO orders o USING people p ON p.id = o.id AND p.ssn = '1' WHEN MATCHED THEN DO NOTHING",
    'people.ssn',
  ],
  [
    "MERGE INTO orders o USING people p ON p.id = o.id WHEN MATCHED AND p.ssn = '1' THEN DELETE",
    'people.ssn',
  ],
  [
    "INSERT INTO people (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET name = 'x' WHERE people.ssn = '1'",
    'people.ssn',
  ],
  ["SELECT name FROM directory WHERE reference = '1'", 'directory.reference'],
  ['SELECT id FROM customers WHERE email = $1', 'customers.email'],
  [
    "DO $$ BEGIN IF EXISTS (SELECT 1 FROM people WHERE ssn = '1') THEN PERFORM 1; END IF; END $$",
    'people.ssn',
  ],
  ['PREPARE p AS SELECT name FROM people WHERE ssn = $1', 'people.ssn'],
  ["SELECT name FROM people WHERE people = ROW(1, 'x')::people", 'people.*'],
])('%s', async (text, column) => {
  expect(await compared(text)).toEqual([`masked-comparison ${column}`])
  expect(await compared(text, 'strict')).toEqual([`masked-predicate ${column}`])
})

test.each([
  'SELECT a.name FROM people a JOIN people b ON a.ssn = b.ssn',
  'SELECT a.name FROM people a JOIN people b USING (ssn)',
  'SELECT count(DISTINCT ssn) FROM people',
  "SELECT ssn > '5' FROM people",
  'SELECT max(ssn) FROM people',
  'SELECT ssn FROM people UNION ALL SELECT name FROM others',
  'SELECT DISTINCT ssn FROM people',
  'SELECT DISTINCT * FROM people',
  'SELECT ssn::varchar FROM people',
  'SELECT row_number() OVER (ORDER BY ssn) FROM people',
  'SELECT 1 FROM orders LIMIT (SELECT length(ssn) FROM people)',
  'UPDATE people SET ssn = lower(ssn)',
  'INSERT INTO archive SELECT * FROM people',
  'CREATE INDEX ON people (ssn)',
  'ALTER TABLE people ALTER ssn TYPE bigint',
  'CREATE TRIGGER t AFTER INSERT ON people FOR EACH ROW EXECUTE FUNCTION f()',
  'CREATE TABLE guesses (ssn text REFERENCES people (ssn))',
  'DO $$ DECLARE r record; BEGIN SELECT * INTO r FROM people; END $$',
])('only strict holds %s', async (text) => {
  expect(await compared(text)).toEqual([])
  expect(await compared(text, 'strict')).toHaveLength(1)
})

test.each([
  'SELECT ssn FROM people',
  "SELECT ssn FROM people WHERE id = 1 AND name = 'x'",
  'SELECT name FROM people WHERE ssn IS NOT NULL',
  'SELECT p.name, o.total FROM people p JOIN orders o ON o.person = p.id WHERE o.total > 5 ORDER BY p.name',
  'SELECT count(ssn) FROM people',
  "SELECT lower(ssn), length(ssn), coalesce(ssn, 'none'), ssn IS NULL FROM people",
  'SELECT id, ssn FROM people GROUP BY id ORDER BY 1',
  'PREPARE p AS SELECT ssn FROM people WHERE id = $1',
  'COPY people TO STDOUT',
  'CREATE TABLE people (id int PRIMARY KEY, ssn text UNIQUE CHECK (length(ssn) > 5))',
  "ALTER TABLE people ALTER ssn SET DEFAULT 'x'",
  "UPDATE people SET ssn = '1' WHERE id = 1",
  'INSERT INTO people (id, ssn) VALUES (1, $1)',
  'SELECT o.id, (SELECT p.ssn FROM people p WHERE p.id = o.person) FROM orders o ORDER BY o.id',
  'WITH q AS (SELECT ssn AS s, id FROM people) SELECT s FROM q WHERE id > 5 ORDER BY id',
])('%s asks for nothing that is masked', async (text) => {
  expect(await compared(text)).toEqual([])
  expect(await compared(text, 'strict')).toEqual([])
})
