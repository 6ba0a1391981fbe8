import { describe, expect, it } from 'vitest'
import { analyser, brief } from './analysers.ts'

const sql = analyser()

describe('effects', () => {
  it.each([
    ['INSERT INTO a SELECT * FROM public.b', ['insert table a', 'read table public.b']],
    [
      'WITH x AS (DELETE FROM t WHERE id = 1 RETURNING *) INSERT INTO l SELECT * FROM x',
      ['delete table t rows:some via:with', 'insert table l'],
    ],
    ['EXPLAIN DELETE FROM t', ['explain statement']],
    ['EXPLAIN ANALYZE DELETE FROM t', ['explain statement', 'delete table t rows:all via:explain']],
    ['PREPARE p AS DELETE FROM t', ['prepare statement p', 'delete table t rows:all via:prepare']],
    ['SELECT a INTO n FROM t', ['read table t', 'create table n']],
    [
      'ALTER TABLE t DROP COLUMN a, ADD COLUMN b serial',
      ['drop column t rows:all', 'create column t', 'rewrite column t'],
    ],
    ['GRANT a, b TO c', ['grant role a', 'grant role b']],
    ['DROP TRIGGER g ON s.t', ['drop trigger s.t']],
    ["SELECT set_config('App.Tenant', 'x', true)", ['set setting app.tenant']],
    ['SELECT count(*), lower(a), now() FROM t', ['read table t']],
    ['SELECT app.f(1)', ['call function app.f']],
    ['DO $$ BEGIN UPDATE t SET a = 1; END $$', ['execute block plpgsql', 'update table t rows:all via:do']],
    ['VACUUM FULL t', ['rewrite vacuum t']],
    ['COPY t TO STDOUT', ['copy-out table t rows:all']],
    ["COPY t TO PROGRAM 'x'", ['execute program', 'copy-out table t rows:all']],
  ])('%s', async (text, wanted) => {
    expect(brief(await sql.analyse(text))).toEqual(wanted)
  })

  it('are told once, however often the text says them', async () => {
    expect(brief(await sql.analyse('SELECT 1 FROM t; SELECT 2 FROM t'))).toEqual(['read table t'])
  })
})

describe('relations', () => {
  it.each([
    ['SELECT * FROM Users u JOIN "Orders" USING (id)', ['users', 'Orders']],
    ['SELECT * FROM db.public.users', ['public.users']],
    ['WITH users AS (SELECT 1) SELECT * FROM users, public.users', ['public.users']],
    ['WITH a AS (SELECT * FROM a) SELECT * FROM a', ['a']],
    ['CREATE TABLE n (LIKE o, x int REFERENCES p (id))', ['n', 'o', 'p']],
    ['SELECT * FROM "a.b", a.b', ['"a.b"', 'a.b']],
    ['DROP TABLE a, s.b', ['a', 's.b']],
    ['ALTER TABLE a ATTACH PARTITION b DEFAULT', ['a', 'b']],
    ['DELETE FROM a USING b WHERE a.id = (SELECT max(id) FROM c)', ['a', 'b', 'c']],
  ])('%s', async (text, wanted) => {
    expect([...(await sql.analyse(text)).relations].sort()).toEqual([...wanted].sort())
  })
})

describe('what later statements depend on', () => {
  it.each([
    ['SELECT 1', false, false],
    ['CREATE TABLE t (a int)', true, false],
    ['ALTER TABLE t RENAME TO u', true, false],
    ['SET search_path = x', false, true],
    ["SELECT set_config('role', 'x', false)", false, true],
    ['DISCARD ALL', false, true],
    ['RESET ALL', false, true],
    ['SET ROLE x', false, true],
    ['DO $$ BEGIN END $$', true, true],
    ['SELECT 1 FROM', true, true],
  ])('%s', async (text, schema, resolution) => {
    expect((await sql.analyse(text)).changes).toMatchObject({ schema, resolution })
  })
})

it.each([
  ['', 0],
  [' ; -- nothing\n;', 0],
  ['SELECT 1', 1],
  ['BEGIN; SELECT 1; COMMIT', 3],
])('counts the statements of %j', async (text, count) => {
  expect((await sql.analyse(text)).count).toBe(count)
})

it('keeps what one text says of a syntax error free of its literals', async () => {
  const { effects } = await sql.analyse("SELECT 'secret' 'secret' FROM FROM 'secret'")
  expect(effects).toEqual([
    {
      action: 'unknown',
      object: 'syntax',
      detail: expect.stringMatching(/^does not parse: syntax error at character \d+$/),
    },
  ])
})
