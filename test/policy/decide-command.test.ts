import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, it } from 'vitest'
import { command } from '../../src/cli/commands/policy-decide.ts'

async function run(args: string[], stdin = '', cwd = tmpdir()) {
  let out = ''
  let err = ''
  const code = await command.run(args, {
    stdin: Readable.from([stdin]),
    out: (text) => (out += text),
    err: (text) => (err += text),
    env: {},
    cwd,
    signal: new AbortController().signal,
  })
  const lines = out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  return { code, lines, err }
}

const json = (...statements: string[]) => statements.map((sql) => `${JSON.stringify({ sql })}\n`).join('')

it('prints a line for each statement of standard input', async () => {
  const { code, lines } = await run([], json('SELECT 1', 'DROP TABLE public.users', 'DROP VIEW v'))
  expect(code).toBe(3)
  expect(lines.map((line) => line.verdict)).toEqual(['allow', 'block', 'hold'])
  expect(lines[1]).toEqual({
    verdict: 'block',
    rules: ['drop-table'],
    effects: [
      { action: 'drop', object: 'table', name: 'public.users', rows: 'all', lock: 'ACCESS EXCLUSIVE' },
    ],
    relations: ['public.users'],
    reason: 'DROP TABLE removes public.users and all its rows',
  })
})

it('names a bad line and goes on', async () => {
  const { code, lines, err } = await run([], `nonsense\n${json('SELECT 1')}{"sql":1}\n`)
  expect(code).toBe(2)
  expect(lines).toHaveLength(1)
  expect(err).toContain('line 1 of standard input')
  expect(err).toContain('line 3 of standard input')
})

it('reads files with places, under a guard of the policy file', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'decide-'))
  writeFileSync(
    join(dir, 'up.sql'),
    'CREATE TABLE t (a int);\n\n-- é gone; now\nDROP TABLE u;\nDROP TABLE public.tmp_1;\n',
  )
  writeFileSync(join(dir, 'sluice.yml'), POLICY)
  const { code, lines } = await run(['--config', 'sluice.yml', '--guard', 'own', 'up.sql'], '', dir)
  expect(lines.map(({ file, line, verdict }) => [file, line, verdict])).toEqual([
    ['up.sql', 1, 'allow'],
    ['up.sql', 4, 'block'],
    ['up.sql', 5, 'allow'],
  ])
  expect(code).toBe(3)
})

it('takes apart what psql would: its commands, rows of COPY, a body that does not end, CRLF, a byte order mark', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'decide-'))
  mkdirSync(join(dir, 'db', 'later'), { recursive: true })
  const dump =
    'COPY t (a) FROM stdin;\n1; DROP TABLE x;\n\\.\n\n-- a note; here\nSELECT 1;\n\\connect other\nDROP TABLE t;\n'
  writeFileSync(join(dir, 'db', '1.sql'), `\ufeff${dump.replaceAll('\n', '\r\n')}`)
  writeFileSync(
    join(dir, 'db', 'later', '2.sql'),
    "SELECT 1;\n/* ; /* ; */ */ SELECT 'a;''b', E'\\';' FROM t;\nDO $x$ BEGIN\n  DROP TABLE u;\n",
  )
  writeFileSync(join(dir, 'db', 'notes.txt'), 'DROP TABLE t')
  const { code, lines } = await run(['--guard', 'migrations', 'db'], '', dir)
  expect(lines.map(({ file, line, verdict, rules }) => [file, line, verdict, rules])).toEqual([
    [join('db', '1.sql'), 1, 'allow', []],
    [join('db', '1.sql'), 6, 'allow', []],
    [join('db', '1.sql'), 7, 'block', ['does-not-parse']],
    [join('db', '1.sql'), 8, 'hold', ['drop-table']],
    [join('db', 'later', '2.sql'), 1, 'allow', []],
    [join('db', 'later', '2.sql'), 2, 'allow', []],
    [join('db', 'later', '2.sql'), 3, 'block', ['does-not-parse']],
  ])
  expect(lines[2]?.reason).toContain('connect is a command of psql')
  expect(code).toBe(3)
  await expect(run(['--guard', 'migrations', 'none'], '', join(dir, 'db'))).rejects.toThrow(
    'none cannot be read',
  )
})

it('answers what only the parser thread can, and many statements', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'decide-'))
  writeFileSync(join(dir, 'deep.sql'), `SELECT ${'('.repeat(80)}1${')'.repeat(80)};\nDROP TABLE t;\n`)
  writeFileSync(join(dir, 'long.sql'), `${"INSERT INTO t VALUES (1, 'x');\n".repeat(20_000)}DROP TABLE t;`)
  const deep = await run(['deep.sql'], '', dir)
  expect(deep.lines.map(({ verdict, line }) => [verdict, line])).toEqual([
    ['allow', 1],
    ['block', 2],
  ])
  const long = await run(['long.sql'], '', dir)
  expect(long.lines).toHaveLength(20_001)
  expect(long.lines.at(-1)).toMatchObject({ line: 20_001, verdict: 'block' })
})

it('judges command lines, and the SQL in them', async () => {
  const { code, lines, err } = await run(
    [],
    [
      { command: 'uptime' },
      { command: 'rm -rf /srv/app/releases/41', user: 'deploy' },
      { command: 'psql -c "DROP TABLE orders"' },
      { command: 'uptime', sql: 'SELECT 1' },
      { command: 1 },
    ]
      .map((line) => `${JSON.stringify(line)}\n`)
      .join(''),
  )
  expect(lines.map(({ verdict, rules }) => [verdict, rules])).toEqual([
    ['allow', []],
    ['block', ['remove-recursive']],
    ['block', ['drop-table']],
  ])
  expect(err).toMatch(/line 4 .*"sql" or "command"\n.*line 5 /)
  expect(code).toBe(3)
})

it('says of command lines what docs/command-lines.md shows', async () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/command-lines.md'), 'utf8')
  const [, asked = '', shown] =
    /echo '(\{.*\})' \| sluice policy decide --format text\n```\n\n```text\n([\s\S]*?)```/.exec(page) ?? []
  let out = ''
  await command.run(['--format', 'text'], {
    stdin: Readable.from([`${asked}\n`]),
    out: (text) => (out += text),
    err: () => expect.unreachable(),
    env: {},
    cwd: tmpdir(),
    signal: new AbortController().signal,
  })
  expect(out).toBe(shown)
})

it('says that nothing was given', async () => {
  const { code, err } = await run([])
  expect(err).toContain('standard input is empty')
  expect(code).toBe(2)
})

it.each([
  [['--mask', 'x'], '--mask names a mask of a policy file'],
  [['--format', 'xml'], '--format xml is not known'],
  [['--fail-on', 'allow'], '--fail-on allow is not known'],
  [['--dialect', 'mysql'], '--dialect mysql is not there yet'],
  [['--nope'], 'nope'],
  [['--guard', 'nope'], 'there is no guard nope'],
  [['missing.sql'], 'missing.sql cannot be read'],
])('refuses %s', async (args, message) => {
  await expect(run(args)).rejects.toThrow(message)
})

const POLICY = `version: 1
issuers:
  github: { issuer: https://token.actions.githubusercontent.com, audience: sluice }
targets:
  orders:
    protocol: postgres
    address: localhost:5432
    database: orders
    tls: { mode: disable }
    credential: { provider: static, user: env:PGUSER, password: env:PGPASSWORD }
guards:
  own:
    extends: strict
    allow: [{ rule: drop-table, relations: [public.tmp_*] }]
access:
  - name: main
    issuer: github
    claims: { repository_id: "1", repository_owner_id: "2", ref: refs/heads/main, ref_type: branch }
    targets: [orders]
    guard: own
    ttl: 30m
`
