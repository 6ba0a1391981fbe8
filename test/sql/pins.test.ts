// By what a text picks the rows that it changes.
import { afterAll, expect, test } from 'vitest'
import type { Pins } from '../../src/core/statement.ts'
import { createAnalyser } from '../../src/sql/create.ts'

const analyser = createAnalyser({ worker: new URL('../../src/sql/worker.ts', import.meta.url) })
afterAll(() => analyser.close())

const pin = (column: string, type: string, values = 1) => ({ column, values, types: [type] })
const pins = (...columns: Pins['columns']): Pins => ({ relation: 't', columns })

test.each([
  ['DELETE FROM t WHERE id = 1', pins(pin('id', 'number'))],
  ["UPDATE t SET a = b WHERE (id = 'x') AND b > 2 AND 3 = c", pins(pin('id', 'unknown'), pin('c', 'number'))],
  ['DELETE FROM t WHERE id = $1', pins(pin('id', '$1'))],
  ['DELETE FROM t WHERE id = $1 AND b = $1', { ...pins(pin('id', '$1'), pin('b', '$1')), shared: [1] }],
  ['UPDATE t SET a = $1 WHERE id = $1::uuid', pins(pin('id', 'uuid'))],
  ['UPDATE t SET a = $1, b = $1 WHERE id = $2', { ...pins(pin('id', '$2')), shared: [1] }],
  ['DELETE FROM s.t x WHERE x.id = 1::bigint', { relation: 's.t', columns: [pin('id', 'int8')] }],
  ["DELETE FROM t WHERE id IN (1, '2', 3)", pins({ column: 'id', values: 3, types: ['number', 'unknown'] })],
  ['DELETE FROM t WHERE (a, b) = (1, 2)', pins(pin('a', 'number'), pin('b', 'number'))],
  ['INSERT INTO t VALUES (1), (2) ON CONFLICT (id) DO UPDATE SET a = 1', { ...pins(), rows: 2 }],
])('%s', async (text, expected) => {
  expect((await analyser.analyse(text)).pins).toEqual(expected)
})

test.each([
  'DELETE FROM t',
  'DELETE FROM t WHERE id > 1',
  'DELETE FROM t WHERE id = 1 OR id = 2',
  'DELETE FROM t WHERE NOT id = 1',
  'DELETE FROM t WHERE id = NULL',
  'DELETE FROM t WHERE id IN (1, n)',
  'DELETE FROM t WHERE id IN (SELECT 1)',
  'DELETE FROM t WHERE id = now()',
  "DELETE FROM t WHERE id = 'x' COLLATE z",
  "DELETE FROM t WHERE id = '{1}'::int[]",
  "DELETE FROM t WHERE id = 'x'::s.d",
  'DELETE FROM t WHERE id::text = $1',
  'DELETE FROM t WHERE u.id = 1',
  'DELETE FROM t AS x WHERE t.id = 1',
  'DELETE FROM t WHERE id OPERATOR(s.=) 1',
  'DELETE FROM t WHERE id IS NOT DISTINCT FROM 1',
  'DELETE FROM t USING u WHERE t.id = 1',
  'DELETE FROM t WHERE id = 1; DELETE FROM t WHERE id = 2',
  'EXPLAIN ANALYZE DELETE FROM t WHERE id = 1',
  'PREPARE p AS DELETE FROM t WHERE id = 1',
  'INSERT INTO t SELECT 1 ON CONFLICT (id) DO UPDATE SET a = 1',
  'INSERT INTO t VALUES (generate_series(1, 9)) ON CONFLICT (id) DO UPDATE SET a = 1',
  'INSERT INTO t VALUES (1) ON CONFLICT DO NOTHING',
  'SELECT FROM t WHERE id = 1',
])('nothing: %s', async (text) => {
  expect((await analyser.analyse(text)).pins).toBeUndefined()
})
