// Which texts share an analysis, and that nothing in it could have come from a constant.
import { beforeAll, expect, it } from 'vitest'
import { analyseText } from '../../src/sql/analyse.ts'
import { keyOf, sharable } from '../../src/sql/literals.ts'
import { loadParser, type Parser } from '../../src/sql/parser.ts'

let parser: Parser
beforeAll(async () => {
  parser = await loadParser()
})

const NUMBERS = ['0', '1', '2', '007', '15.25', '99999999999999999999', '0.0']
const STRINGS = [
  "''",
  "'t'",
  "'%'",
  "'it''s'",
  "'; DROP TABLE users; --'",
  "'/* $$'",
  "'\u00e9\u4e2d\ud83d\ude00'",
  "'\"'",
  "'1'",
  "' Yes'",
  "'{t,f}'",
  "'{1,0}'",
  "'null'",
]

const SHARED = [
  'SELECT abalance FROM pgbench_accounts WHERE aid = ?;',
  'select * from public.users where id=? and tenant = ?',
  'SELECT u, v.w FROM "My Table" WHERE "a\'b" = ?',
  'INSERT INTO mig.orders_0 (id, customer, total) VALUES (?, ?, -1);',
  'INSERT INTO t VALUES (?, NULL, true), (?, DEFAULT, false)',
  'UPDATE mig.orders_1 SET note = ?, total = ? WHERE id = ?',
  'DELETE FROM users WHERE id = ? AND id = ?',
  'SELECT a FROM pg_authid WHERE rolname = ?',
  'DELETE FROM pg_class WHERE oid = ?',
  'UPDATE t SET ctid = ? WHERE tableoid = ?',
  'DELETE FROM t WHERE xmin = ?',
]

const fill = (template: string, constants: readonly string[], from: number) => {
  let next = from
  return template.replace(/\?/g, () => constants[next++ % constants.length] ?? '')
}

it.each(SHARED)('%s is analysed once', (template) => {
  const constants = [...NUMBERS, ...STRINGS]
  const seen = new Map<string, unknown>()
  for (let from = 0; from < constants.length; from++) {
    const text = fill(template, constants, from)
    const key = keyOf(text)
    const analysis = analyseText(parser, text)
    expect(key).toBeDefined()
    expect(sharable(key!, analysis)).toBe(true)
    if (seen.has(key!)) expect(analysis).toEqual(seen.get(key!))
    seen.set(key!, analysis)
  }
  const kinds = template.split('?').length - 1
  expect(seen.size).toBeLessThanOrEqual(3 ** kinds)
})

it.each([
  'SELECT 1',
  'SELECT a FROM t WHERE 1 = 1',
  "DELETE FROM t WHERE true = 't'",
  'DELETE FROM t WHERE NULL = 1',
  "DELETE FROM t WHERE current_user = 'x'",
  'DELETE FROM t WHERE a = 1 OR b = 1',
  'DELETE FROM t WHERE a = 1 + 1',
  'DELETE FROM t WHERE a <> 1',
  "DELETE FROM t WHERE a LIKE '%'",
  'SELECT a FROM t WHERE a = 1 LIMIT 5',
  'SELECT a FROM t WHERE a = 1 -- 2',
  'SELECT a FROM t /* 1 */ WHERE a = 1',
  'SELECT f(1) FROM t WHERE a = 1',
  "SELECT a FROM t WHERE a = E'x'",
  "SELECT a FROM t WHERE a = 'x' 'y'",
  "SELECT a FROM t WHERE a = 'x'\n'y'",
  "SELECT a FROM t WHERE a = U&'x'",
  "SELECT a FROM t WHERE a = B'1'",
  "SELECT a FROM t WHERE a = 'x\\'",
  'SELECT a FROM t WHERE a = $$x$$',
  'SELECT a FROM t WHERE a = 1e5',
  'SELECT a FROM t WHERE a = 0x1f',
  'SELECT a FROM t WHERE a = 1_000',
  'SELECT a FROM t WHERE a = 1.',
  'SELECT a FROM t WHERE a = .5',
  'SELECT a FROM t WHERE a =- 5',
  "SELECT a FROM t WHERE a = '1'::int",
  "SELECT a FROM t WHERE a = date '2026-01-01'",
  'INSERT INTO t VALUES (1) RETURNING a',
  'INSERT INTO t VALUES (1) ON CONFLICT DO NOTHING',
  "INSERT INTO t VALUES (nextval('s'))",
  "INSERT INTO t VALUES (current_setting('x'))",
  'INSERT INTO t SELECT 1',
  'UPDATE t SET a = 1',
  'UPDATE t SET a = b WHERE id = 1',
  'UPDATE t SET (a, b) = (1, 2) WHERE id = 1',
  'DELETE FROM t WHERE a = 1; DELETE FROM u',
  'SELECT a FROM t WHERE a = 1; SELECT b FROM t WHERE a = 1',
  "SELECT set_config('search_path', 'x', false)",
  'LIMIT 5',
  'SELECT * FROM t WHERE t.* = 1',
  'SELECT a FROM t WHERE a = $1',
  'SELECT a FROM t WHERE a =\u00a01',
  'SELECT a FROM t WHERE a = 1\u2003AND b = 1',
  'SELECT a FROM t WHERE a = \u00e91',
])('%s is analysed by itself', (text) => {
  const key = keyOf(text)
  expect(key === undefined || !sharable(key, analyseText(parser, text))).toBe(true)
})

it('takes nothing but constants out', () => {
  expect(keyOf('SELECT a1 FROM "t 1" WHERE a = 1 AND b = \'x 2\'')).toBe(
    'SELECT a1 FROM "t 1" WHERE a = \0n AND b = \0s',
  )
  expect(keyOf('SELECT a FROM t')).toBeUndefined()
  expect(keyOf("SELECT a FROM t WHERE a = 'open")).toBeUndefined()
})
