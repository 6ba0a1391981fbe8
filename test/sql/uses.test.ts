import { describe, expect, it } from 'vitest'
import type { Uses } from '../../src/core/statement.ts'
import { analyser } from './analysers.ts'

const sql = analyser()

const NONE: Uses = { functions: [], operators: [], types: [], fields: [], assigned: [] }

describe('names that may stand for code', () => {
  it.each([
    ['SELECT 1', undefined],
    ['SELECT abs(a), z.F(1), "Z".g(2) FROM t', { functions: ['abs', 'z.f', 'Z.g'] }],
    ['SELECT a === b, a OPERATOR(z.+) b FROM t', { operators: ['===', 'z.+'] }],
    ['SELECT 1 WHERE a BETWEEN 1 AND 2', { operators: ['>=', '<=', '<', '>'] }],
    ["SELECT 1 WHERE a LIKE 'x' OR a IN (1) OR NULLIF(a, 1) IS NULL", { operators: ['~~', '='] }],
    ['SELECT 1 WHERE a <> ALL (SELECT 1) OR a IN (SELECT 1)', { operators: ['<>', '='] }],
    ['SELECT a FROM t ORDER BY a USING OPERATOR(z.<<)', { operators: ['z.<<'] }],
    ['CREATE TABLE n (LIKE z.t INCLUDING ALL) INHERITS (u)', { models: ['u', 'z.t'] }],
    ["CREATE TABLE n PARTITION OF p FOR VALUES IN ('x')", { models: ['p'] }],
    ['SELECT * FROM t NATURAL JOIN u', { operators: ['='] }],
    ["SELECT 'x'::z.d, CAST(1 AS int), ARRAY[]::e[]", { types: ['z.d', 'e'] }],
    ["SELECT z.d 'x'", { types: ['z.d'] }],
    ['CREATE TABLE t (a z.d, b text)', { types: ['z.d', 'text'] }],
    ['ALTER TABLE t ALTER a TYPE z.d', { types: ['z.d'] }],
    ["SELECT * FROM XMLTABLE('/r' PASSING a COLUMNS x z.d)", { types: ['z.d'] }],
    ["SELECT JSON_VALUE('1', '$' RETURNING z.d)", { types: ['z.d'] }],
    ["SELECT * FROM json_to_record('{}') AS x (a z.d)", { functions: ['json_to_record'], types: ['z.d'] }],
    ['SELECT l.killer, l.* FROM l', { fields: ['killer'] }],
    ['SELECT (l).killer FROM l', { fields: ['killer'], functions: ['killer'] }],
    ['SELECT (f(x)).killer FROM l', { functions: ['killer', 'f'], fields: ['killer'] }],
    ['SELECT * FROM t TABLESAMPLE z.s (1)', { functions: ['z.s'] }],
    ['CALL z.p()', { functions: ['z.p'] }],
    ['CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION z.f()', { functions: ['z.f'] }],
    [
      'DO $$ DECLARE v z.d; BEGIN PERFORM z.f(); v := q.w; END $$',
      { functions: ['z.f'], types: ['z.d'], fields: ['w'] },
    ],
    ["DO $$ BEGIN EXECUTE 'SELECT z.f()'; END $$", { functions: ['z.f'] }],
    ['DO $$ DECLARE v t.a%TYPE; BEGIN END $$', { types: ['t.a%type'] }],
    [
      "CREATE FUNCTION f(a z.d) RETURNS z.e LANGUAGE sql AS 'SELECT z.g()'",
      { types: ['z.d', 'z.e'], functions: ['z.g'] },
    ],
    ['CREATE VIEW v AS SELECT z.f()', { functions: ['z.f'] }],
    ['UPDATE t SET a = 1, b = 2', { assigned: ['a', 'b'] }],
    [
      'INSERT INTO t VALUES (1) ON CONFLICT (a) DO UPDATE SET b = excluded.b',
      { assigned: ['b'], fields: ['b'] },
    ],
    [
      'MERGE INTO t USING u ON t.a = u.a WHEN MATCHED THEN UPDATE SET b = 1',
      { assigned: ['b'], operators: ['='], fields: ['a'] },
    ],
  ] as const)('%s', async (text, wanted) => {
    const { many: _many, beside: _beside, ...uses } = (await sql.analyse(text)).uses ?? NONE
    expect(uses).toEqual({ ...NONE, ...wanted })
  })

  it('come from the worker as well', async () => {
    const { uses } = await sql.analyse(`SELECT z.f(${'1+'.repeat(400)}1)`)
    expect(uses).toEqual({ ...NONE, functions: ['z.f'], operators: ['+'] })
  })
})
