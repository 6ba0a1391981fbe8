import { expect, it } from 'vitest'
import { analyser } from './analysers.ts'

const sql = analyser()

/** Each output as `name: sources`, `…*` for a star, `!` for opaque, `?` for a function that is not built in. */
async function outputs(text: string): Promise<string[] | undefined> {
  const { outputs } = await sql.analyse(text)
  return outputs?.map(
    ({ name = '', sources, opaque, star, foreign }) =>
      `${name}:${opaque ? '!' : ''}${foreign ? '?' : ''}${star ? '…' : ''}${[...sources].sort().join(',')}`,
  )
}

it.each([
  ['SELECT ssn FROM users', ['ssn:users.ssn']],
  ['SELECT u.ssn AS x FROM public.users u', ['x:public.users.ssn']],
  ["SELECT 'a' || ssn FROM users", [':users.ssn']],
  ['SELECT upper(ssn) FROM users', ['upper:users.ssn']],
  ['SELECT count(ssn), count(*) FROM users', ['count:!', 'count:!']],
  ['SELECT count(ssn) || max(ssn) FROM users', [':users.ssn']],
  ['SELECT x FROM (SELECT ssn AS x, id FROM users) s', ['x:users.ssn']],
  ['SELECT s.b FROM (SELECT ssn, id FROM users) s(a, b)', ['b:users.id']],
  ['WITH c AS (SELECT ssn y FROM users) SELECT y FROM c', ['y:users.ssn']],
  ['WITH c(z) AS (SELECT ssn FROM users), d AS (SELECT z w FROM c) SELECT w FROM d', ['w:users.ssn']],
  ['SELECT * FROM users', [':…users.*']],
  ['SELECT * FROM (SELECT id, lower(ssn) l FROM users) s', ['id:users.id', 'l:users.ssn']],
  ['SELECT (SELECT ssn FROM users LIMIT 1)', [':users.ssn']],
  ['SELECT ARRAY(SELECT ssn FROM users)', [':users.ssn']],
  ['SELECT u.ssn, o.id FROM users u JOIN orders o ON o.user_id = u.id', ['ssn:users.ssn', 'id:orders.id']],
  ['SELECT CASE WHEN ssn IS NULL THEN 1 END FROM users', [':users.ssn']],
  ['SELECT EXISTS (SELECT 1 FROM users WHERE ssn = $1)', [':users.ssn']],
  ['SELECT id FROM users WHERE ssn = $1', ['id:users.id']],
  ['SELECT my_fn(1)', ['my_fn:?']],
  ['SELECT id FROM a UNION ALL SELECT ssn FROM users', ['id:a.id,users.ssn']],
  ['VALUES (1), ((SELECT ssn FROM users))', ['column1:users.ssn']],
  ['INSERT INTO log (label) SELECT ssn FROM users RETURNING label', ['label:log.label,users.ssn']],
  ['UPDATE users SET label = ssn RETURNING label', ['label:users.label,users.ssn']],
  ['DELETE FROM users WHERE id = 1 RETURNING ssn', ['ssn:users.ssn']],
  [
    'WITH RECURSIVE r AS (SELECT ssn FROM users UNION SELECT r.ssn FROM r) SELECT ssn FROM r',
    ['ssn:users.ssn'],
  ],
  ["SELECT upper(c) FROM (SELECT *, 'x' AS k FROM users) s(a, b, c)", ['upper:*,users.*']],
  ['WITH c(a, b) AS (SELECT 1, * FROM users) SELECT b FROM c', ['b:*,users.*']],
  [
    'WITH RECURSIVE a AS (SELECT upper(z) AS e FROM b), b AS (SELECT ssn AS z FROM users) SELECT e FROM a',
    ['e:*,b.*,users.*'],
  ],
  ['SELECT j.x FROM (SELECT ssn AS x FROM users) u JOIN t USING (x) AS j', ['x:t.x,users.ssn']],
  [
    'WITH RECURSIVE r AS (SELECT ssn FROM users UNION SELECT ssn FROM r) SEARCH DEPTH FIRST BY ssn SET o SELECT o FROM r',
    ['o:users.ssn'],
  ],
  [
    'WITH RECURSIVE r AS (SELECT ssn FROM users UNION SELECT ssn FROM r) CYCLE ssn SET c USING p SELECT p, c FROM r',
    ['p:users.ssn', 'c:users.ssn'],
  ],
  [
    'MERGE INTO log l USING users u ON l.id = u.id WHEN MATCHED THEN UPDATE SET label = u.ssn RETURNING upper(label)',
    ['upper:log.label,users.label,users.ssn'],
  ],
  [
    'INSERT INTO log (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET label = (SELECT ssn FROM users) RETURNING label',
    ['label:log.label,log.ssn,users.ssn'],
  ],
  ['SELECT a FROM users AS u(a, b, c)', ['a:users.*']],
  ['SELECT x.v FROM users u, LATERAL (SELECT u.ssn AS v) x', ['v:users.ssn']],
  ['SELECT e.value FROM users u, json_each_text(to_json(u)) e', ['value:*,users.*,users.u']],
  ['SELECT first_value(ssn) OVER () FROM users', ['first_value:users.ssn']],
  ['TABLE users', [':…users.*']],
  [
    'WITH RECURSIVE r AS (SELECT ssn FROM users UNION SELECT ssn FROM r) CYCLE ssn SET c USING p SELECT * FROM r',
    ['ssn:users.ssn', ':…users.ssn'],
  ],
  ['SELECT (r).* FROM (SELECT ROW(ssn) AS r FROM users) q', [':…*,users.ssn']],
  ['SELECT (ROW(id, ssn)).* FROM users', [':…*,users.id,users.ssn']],
  ['VALUES ((f(1)).*, 2)', ['column1:?…*', 'column2:']],
  ['SELECT (SELECT q.ssn FROM (SELECT u.*) q) FROM users u', [':users.ssn']],
  ['SELECT (SELECT q.ssn FROM (SELECT nobody.*) q)', [':*']],
  ['SELECT (u).ssn FROM users u', [':users.*,users.u']],
] as const)('%s', async (text, wanted) => {
  expect(await outputs(text)).toEqual(wanted)
})

it.each([
  [
    'nested EXISTS',
    Array.from({ length: 28 }).reduce<string>(
      (inner) => `SELECT EXISTS (SELECT 1 FROM (${inner}) s)`,
      'SELECT 1',
    ),
  ],
  ['many references to many tables', `SELECT ${'a, '.repeat(3000)} 1 FROM ${'t, '.repeat(3000)} t`],
  [
    'many references to many columns',
    `SELECT concat(${'z, '.repeat(4000)} 1) FROM (SELECT ${'1, '.repeat(1600)} 1 FROM t) x`,
  ],
  [
    'recursion in recursion',
    Array.from({ length: 8 }).reduce<string>(
      (inner, _, n) =>
        `WITH RECURSIVE a${n} AS (${inner} UNION SELECT ${'ssn, '.repeat(90)} 1 FROM a${n}) SELECT ssn FROM a${n}`,
      'SELECT ssn FROM users',
    ),
  ],
])('answers soon: %s', async (_, text) => {
  const before = performance.now()
  await sql.analyse(text)
  expect(performance.now() - before).toBeLessThan(4000)
})

it('says nothing where the text tells nothing', async () => {
  expect(await outputs('FETCH ALL FROM c')).toBeUndefined()
  expect(await outputs('EXECUTE p')).toBeUndefined()
})

it('keeps a whole row in doubt', async () => {
  for (const text of [
    'SELECT row_to_json(u) FROM users u',
    'SELECT u FROM users u',
    'SELECT json_agg(users.*) FROM users',
  ])
    expect((await outputs(text))?.[0]).toContain('users.*')
})

it.each([
  [
    'COPY users (a, "B") TO STDOUT',
    { relation: 'users', columns: ['a', 'B'], format: 'text', delimiter: '\t', null: '\\N' },
  ],
  [
    "COPY public.users TO STDOUT (FORMAT csv, HEADER, DELIMITER ';', NULL 'x')",
    { relation: 'public.users', format: 'csv', header: true, delimiter: ';', quote: '"', null: 'x' },
  ],
  [
    "COPY (SELECT ')', ssn /* ) */ FROM users -- )\n) TO STDOUT",
    { columns: [], query: "SELECT ')', ssn /* ) */ FROM users -- )" },
  ],
  ['COPY users TO STDOUT BINARY', { format: 'binary' }],
])('%s', async (text, wanted) => {
  expect((await sql.analyse(text)).copy).toMatchObject(wanted)
})

it('gives no shape for rows that do not come back', async () => {
  for (const text of ['COPY users FROM STDIN', "COPY users TO '/x'", "COPY users TO PROGRAM 'x'"])
    expect((await sql.analyse(text)).copy).toBeUndefined()
})
