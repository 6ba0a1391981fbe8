// What earlier statements of the same run have made.
import { expect, it } from 'vitest'
import type { Snapshot } from '../../../src/sql/catalogue/snapshot.ts'
import { decide, files } from './decide.ts'

const SNAPSHOT: Snapshot = {
  version: 1,
  server: 180000,
  database: 'orders',
  takenAt: '2026-01-01T00:00:00Z',
  searchPath: ['public'],
  relations: [
    relation('users', {
      bytes: 2 ** 40,
      rows: 1e9,
      columns: [
        { name: 'id', type: 'int4' },
        { name: 'ssn', type: 'text' },
      ],
    }),
    relation('people', { kind: 'view', definition: 'SELECT users.ssn AS label FROM users' }),
    relation('notes', { columns: [{ name: 'body', type: 'text' }] }),
    relation('logs', {
      kind: 'partitioned',
      children: ['public.logs_1'],
      columns: [{ name: 'ssn', type: 'text' }],
    }),
    relation('logs_1', { columns: [{ name: 'ssn', type: 'text' }] }),
  ],
  functions: [],
  domains: [],
  operators: [],
  casts: [],
  eventTriggers: [],
}

function relation(name: string, more: Partial<Snapshot['relations'][number]>): Snapshot['relations'][number] {
  return {
    schema: 'public',
    name,
    kind: 'table',
    persistence: 'permanent',
    rows: 10,
    bytes: 8192,
    columns: [],
    ...more,
  }
}

const MASKS = `version: 1
masks:
  people: { columns: { public.users.ssn: redact, public.logs.ssn: redact } }
  secret: { columns: { public.users.ssn: redact }, predicates: strict }
`

async function judged(script: string, ...options: string[]) {
  const cwd = files({ 'a.sql': script, 'schema.json': JSON.stringify(SNAPSHOT), 'sluice.yml': MASKS })
  const { lines } = await decide(['--guard', 'strict', ...options, 'a.sql'], { cwd })
  return lines.map(({ verdict, rules }) => [verdict, ...(rules as string[])].join(' '))
}

it('a temporary table is the connection’s own', async () => {
  const script = 'CREATE TEMP TABLE t (a int);\nDELETE FROM t;\nDROP TABLE t;\nDROP TABLE t;\n'
  expect(await judged(script)).toEqual(['allow', 'allow', 'allow', 'block drop-table'])
})

it('the lock on a table that was just made stops nobody', async () => {
  const script =
    'CREATE INDEX i ON n (a);\nCREATE TABLE n (a int);\nCREATE INDEX i ON n (a);\nCREATE INDEX j ON users (id);\n'
  const expected = ['hold blocking-index', 'allow', 'allow', 'hold blocking-index']
  expect(await judged(script)).toEqual(expected)
  expect(await judged(script, '--schema', 'schema.json')).toEqual(expected)
})

it('a function that was just made is judged by its body', async () => {
  const made = (body: string) =>
    `CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ ${body} $$;\nSELECT f();\n`
  expect(await judged(made('SELECT 1'), '--schema', 'schema.json')).toEqual(['allow', 'allow'])
  const deleting = made('DELETE FROM users RETURNING 1')
  expect(await judged(deleting, '--guard', 'migrations', '--schema', 'schema.json')).toEqual([
    expect.stringMatching(/^hold delete-all/),
    expect.stringMatching(/^hold delete-all/),
  ])
  // What is blocked has not run.
  expect(await judged(deleting, '--schema', 'schema.json')).toEqual([
    expect.stringMatching(/^block delete-all/),
    'hold unknown-function',
  ])
})

it('so it is without a snapshot; nobody looked for what is not there', async () => {
  const script =
    'CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS $$ SELECT a $$;\nSELECT f(1);\nSELECT nope();\n' +
    'CREATE TABLE t (a int DEFAULT f(2));\nINSERT INTO t SELECT f(3);\nINSERT INTO other VALUES (1);\n'
  const cwd = files({ 'a.sql': script })
  const { lines } = await decide(['--guard', 'migrations', 'a.sql'], { cwd })
  expect(lines.map(({ verdict, rules }) => [verdict, ...(rules as string[])].join(' '))).toEqual([
    'allow',
    'allow',
    'hold unknown-function',
    'allow',
    'allow',
    'allow',
  ])
  expect(JSON.stringify(lines)).not.toContain('catalogue')
  const wipe =
    'CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ DELETE FROM users RETURNING 1 $$;\nSELECT f();\n'
  expect(await judged(wipe, '--guard', 'migrations')).toEqual(['hold delete-all', 'hold delete-all'])
})

it.each<readonly [string, string, string]>([
  ['a column that is new', 'ALTER TABLE notes ADD COLUMN n int;\nUPDATE notes SET n = 1;', 'allow backfill'],
  [
    'a column of what others refer to',
    'CREATE TABLE n (a int REFERENCES notes);\nALTER TABLE notes ADD COLUMN n int;\nUPDATE notes SET n = 1;',
    'allow backfill',
  ],
  [
    'one that may be older',
    'ALTER TABLE notes ADD COLUMN IF NOT EXISTS n int;\nUPDATE notes SET n = 1;',
    'hold update-all',
  ],
  [
    'one that others may have filled',
    'BEGIN;\nALTER TABLE notes ADD COLUMN n int;\nCOMMIT;\nUPDATE notes SET n = 1;',
    'hold update-all',
  ],
  [
    'a trigger beside it',
    'CREATE TRIGGER t BEFORE UPDATE ON notes FOR EACH ROW EXECUTE FUNCTION f();\n' +
      'ALTER TABLE notes ADD COLUMN n int;\nUPDATE notes SET n = 1;',
    'hold update-all',
  ],
  ['rows of a new table', 'CREATE TABLE n (a int);\nINSERT INTO n SELECT 1;\nUPDATE n SET a = 2;', 'allow'],
  ['all of them', 'CREATE TABLE n (LIKE users);\nDELETE FROM n;', 'allow'],
  ['the table', 'CREATE TABLE n (a int);\nINSERT INTO n SELECT 1;\nDROP TABLE n;', 'allow'],
  ['its column', 'CREATE TABLE n (a int, b int);\nALTER TABLE n DROP COLUMN b;', 'allow'],
  [
    'what may hold the only copy',
    'CREATE TABLE n AS SELECT * FROM users;\nTRUNCATE users;\nDROP TABLE n;',
    'hold drop-table',
  ],
  ['another connection', 'CREATE TABLE n (a int);\n\\connect other\nDROP TABLE n;', 'hold drop-table'],
  ['a temporary one of it', 'CREATE TEMP TABLE n (a int);\n\\c other\nDELETE FROM n;', 'hold delete-all'],
])('%s, of a script', async (_, script, expected) => {
  expect((await judged(script, '--guard', 'migrations')).at(-1)).toBe(expected)
})

it('what an earlier script made is as any other', async () => {
  const cwd = files({ '1.sql': 'CREATE TABLE n (a int);', '2.sql': 'DROP TABLE n;' })
  const { lines } = await decide(['--guard', 'migrations', '1.sql', '2.sql'], { cwd })
  expect(lines.map(({ verdict }) => verdict)).toEqual(['allow', 'hold'])
})

it('a large table is told by the snapshot', async () => {
  const sql = 'CREATE INDEX j ON users (id);\nCREATE INDEX k ON notes (body);\n'
  expect(await judged(sql, '--guard', 'migrations')).toEqual(['allow blocking-index', 'allow blocking-index'])
  expect(await judged(sql, '--guard', 'migrations', '--schema', 'schema.json')).toEqual([
    'hold blocking-index',
    'allow blocking-index',
  ])
})

it('a mask is followed through the views and partitions of the snapshot', async () => {
  const copy = (from: string, column: string) =>
    `UPDATE notes SET body = (SELECT ${column} FROM ${from} LIMIT 1) WHERE body = 'x';\n`
  const options = ['--config', 'sluice.yml', '--mask', 'people', '--guard', 'migrations']
  const masked = async (script: string, ...more: string[]) =>
    (await judged(script, ...options, ...more)).map((line) => line.includes('masked-copy'))
  expect(await masked(copy('users', 'ssn'))).toEqual([true])
  expect(await masked(copy('public.people', 'label'))).toEqual([false])
  expect(await masked(copy('public.people', 'label'), '--schema', 'schema.json')).toEqual([true])
  expect(await masked(copy('people', 'label'), '--schema', 'schema.json')).toEqual([true])
  expect(await masked(copy('logs_1', 'ssn'), '--schema', 'schema.json')).toEqual([true])
  expect(await masked(copy('notes', 'body'), '--schema', 'schema.json')).toEqual([false])
})

it('strict predicates know what is shown, and which names are functions of the row', async () => {
  const script = `CREATE FUNCTION late(users) RETURNS boolean LANGUAGE sql AS 'SELECT $1.ssn > ''m''';
SELECT id, u.ssn FROM users u WHERE id = 1;
SELECT id FROM users u WHERE u.late;
SELECT id FROM users WHERE ssn > 'm';
`
  const options = ['--config', 'sluice.yml', '--guard', 'migrations', '--schema', 'schema.json']
  const held = async (...mask: string[]) =>
    (await judged(script, ...options, ...mask)).map((line) => line.includes('masked-predicate'))
  expect(await held('--mask', 'secret')).toEqual([false, false, true, true])
  expect(await held('--mask', 'people')).toEqual([false, false, false, false])
})

it('a line of standard input is judged by itself', async () => {
  const stdin = ['CREATE TEMP TABLE t (a int)', 'DROP TABLE t']
    .map((sql) => `${JSON.stringify({ sql })}\n`)
    .join('')
  expect((await decide([], { stdin })).lines.map(({ verdict }) => verdict)).toEqual(['allow', 'block'])
})

it.each([
  ['{}', 'schema.json: the snapshot is wrong: version'],
  ['no JSON', 'schema.json: the snapshot is not JSON'],
  ['{"version":2}', 'schema.json: the snapshot has version 2'],
])('refuses the snapshot %s', async (text, message) => {
  const cwd = files({ 'a.sql': 'SELECT 1', 'schema.json': text })
  await expect(decide(['--schema', 'schema.json', 'a.sql'], { cwd })).rejects.toThrow(message)
})
