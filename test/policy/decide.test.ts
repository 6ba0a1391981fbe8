import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Guard } from '../../src/core/grant.ts'
import type { Effect } from '../../src/core/statement.ts'
import type { VerdictKind } from '../../src/core/verdict.ts'
import type { GuardConfig } from '../../src/policy/config.ts'
import { decide } from '../../src/policy/decide.ts'
import { BUILT_IN, resolveGuard } from '../../src/policy/guards.ts'
import { analyser } from '../sql/analysers.ts'

const sql = analyser()
const judge = async (text: string, guard: Guard = BUILT_IN.strict) =>
  decide((await sql.analyse(text)).effects, guard)

interface Row {
  readonly dialect: string
  readonly sql: string
  readonly expect: VerdictKind
  readonly also: readonly VerdictKind[]
  readonly setup?: string
}

const rows = (file: string): Row[] =>
  readFileSync(new URL(`../corpus/${file}`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row)
    .filter((row) => row.dialect === 'postgres')

/** What only the catalogue tells: objects that exist before the statement comes. */
const NEEDS_CATALOGUE = ["SELECT 'x'::z.d", "INSERT INTO z.lg VALUES ('hi')", 'DELETE FROM p WHERE id = 1']

describe.each(['statements.jsonl', 'own.jsonl'])('corpus %s', (file) => {
  const known = rows(file).filter((row) => !NEEDS_CATALOGUE.includes(row.sql))
  it.each(known.map((row) => [row.sql.slice(0, 200), row] as const))('%s', async (_, row) => {
    const { kind, findings } = await judge(row.sql)
    expect([row.expect, ...row.also], findings.map((finding) => finding.rule).join()).toContain(kind)
  })
})

describe('what migration tools send', () => {
  const sent = readFileSync(new URL('../corpus/migrations.jsonl', import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(
      (line) =>
        JSON.parse(line) as { tool: string; sql: string; migrations: VerdictKind; strict: VerdictKind },
    )
  it.each(sent.map((row) => [`${row.tool}: ${row.sql.slice(0, 120)}`, row] as const))(
    '%s',
    async (_, row) => {
      const [migrations, strict] = await Promise.all([
        judge(row.sql, BUILT_IN.migrations),
        judge(row.sql, BUILT_IN.strict),
      ])
      expect([migrations.kind, strict.kind]).toEqual([row.migrations, row.strict])
    },
  )
})

describe('exceptions', () => {
  const guard = (relations: readonly string[]): Guard => ({
    ...BUILT_IN.strict,
    allow: [{ rule: 'drop-table', relations }],
  })
  it.each([
    ['public.tmp_*', 'DROP TABLE public.tmp_1', 'allow'],
    ['public.tmp_*', 'DROP TABLE public.users', 'block'],
    ['public.tmp_*', 'DROP TABLE public.tmp_1, public.users', 'block'],
    ['public.tmp_*', 'DROP TABLE tmp_1', 'block'],
    ['public.tmp_*', 'DROP TABLE "public.tmp_1"', 'block'],
    ['public.tmp_*', 'DROP TABLE "public.tmp_1".users', 'block'],
    ['tmp_*', 'DROP TABLE tmp_1', 'allow'],
    ['tmp_*', 'DROP TABLE app.tmp_1', 'block'],
    ['*.tmp_*', 'DROP TABLE app.tmp_1', 'allow'],
    ['*.tmp_*', 'DROP TABLE tmp_1', 'allow'],
    ['*', 'DROP TABLE app.tmp_1', 'block'],
    ['public.tmp_*', 'DROP TABLE public.tmp_1 CASCADE', 'block'],
    ['public.t.p', 'DROP TABLE public.txp', 'block'],
  ] as const)('%s: %s', async (pattern, text, kind) => {
    expect((await judge(text, guard([pattern]))).kind).toBe(kind)
  })
})

describe('stored effects', () => {
  const told = (effect: Partial<Effect>, guard: Guard = BUILT_IN.strict) =>
    decide([{ action: 'drop', object: 'table', name: 'a.t', stored: true, ...effect }], guard).kind

  it('are held where others are blocked', () => {
    expect(told({})).toBe('hold')
    expect(told({ stored: false })).toBe('block')
    expect(told({ action: 'delete', rows: 'all' })).toBe('hold')
  })

  it('are told with the code that does it', () => {
    const effect = { action: 'delete', object: 'table', name: 'a.t', rows: 'all', stored: true } as const
    const { findings } = decide([{ ...effect, via: ['rule'], detail: 'rule r on a.log' }], BUILT_IN.strict)
    expect(findings[0]).toMatchObject({
      reason:
        'DELETE without an effective WHERE removes all rows of a.t (set off in the database: rule r on a.log)',
      hint: 'Read rule r on a.log, and agree with its owner that it may run now, or ask for an exception: allow: [{ rule: delete-all, relations: [a.t] }]',
    })
    const [cascade] = decide(
      [{ ...effect, object: 'cascade', estimate: 12.4, detail: 'foreign key t_fk on a.t' }],
      BUILT_IN.strict,
    ).findings
    expect(cascade?.reason).toBe(
      'Deleting these rows also deletes about 12 rows of a.t, by foreign key t_fk on a.t',
    )
  })

  it('are blocked by what no guard allows, and by the guard read-only', () => {
    expect(told({ action: 'execute', object: 'program' })).toBe('block')
    expect(told({ action: 'call', object: 'server-file' }, BUILT_IN.migrations)).toBe('block')
    expect(told({ action: 'insert' }, BUILT_IN['read-only'])).toBe('block')
  })
})

describe('facts of the catalogue', () => {
  const removal = { action: 'delete', object: 'table', name: 'a.t', rows: 'unknown' } as const
  const rewrite = { action: 'rewrite', object: 'column', name: 'a.t', column: 'c' } as const
  const loose = (...allow: Guard['allow']): Guard => ({ ...BUILT_IN.strict, allow })

  it('meet an exception only when they are known', () => {
    const guard = loose({ rule: 'delete-range', relations: ['a.*'], rows: 100 })
    expect(decide([{ ...removal, estimate: 100 }], guard).kind).toBe('allow')
    expect(decide([{ ...removal, estimate: 101 }], guard).kind).toBe('hold')
    expect(decide([removal], guard).kind).toBe('hold')
    expect(decide([{ ...removal, estimate: 1, name: 'b.t' }], guard).kind).toBe('hold')
    const size = loose({ rule: 'rewrite-table', tableSize: 1024 })
    expect(decide([{ ...rewrite, bytes: 1024 }], size).kind).toBe('allow')
    expect(decide([{ ...rewrite, bytes: 1025 }], size).kind).toBe('hold')
    expect(decide([rewrite], size).kind).toBe('hold')
  })

  it('meet no exception by a name that is only known when the statement runs', () => {
    const guard = loose({ rule: 'drop-table', relations: ['*', '*.*', 'a.*'] })
    const drop = { action: 'drop', object: 'table' } as const
    for (const name of ['*', 'a.*', 'a.tmp_*'])
      expect(decide([{ ...drop, name }], guard), name).toMatchObject({
        kind: 'block',
        findings: [
          {
            reason: 'DROP TABLE removes what is named only when it runs and all its rows',
            hint: expect.stringContaining('allow: [drop-table]'),
          },
        ],
      })
    expect(decide([{ ...drop, name: 'a."*"' }], guard).kind).toBe('allow')
  })

  it('hold what touches more rows than the guard lets pass, by statement and by transaction', () => {
    const guard = loose({ rule: 'delete-range' })
    expect(decide([{ ...removal, estimate: 10_000 }], guard).kind).toBe('allow')
    expect(decide([{ ...removal, estimate: 10_001 }], guard)).toMatchObject({
      kind: 'hold',
      findings: [
        { rule: 'many-rows', reason: /about 10,001 rows of a\.t, and the guard lets 10,000 pass/ },
      ].map((finding) => ({ ...finding, reason: expect.stringMatching(finding.reason) })),
    })
    const commit = { action: 'transaction', object: 'commit', estimate: 100_001 } as const
    expect(decide([commit], BUILT_IN.migrations).kind).toBe('hold')
    expect(decide([{ ...commit, estimate: 100_000 }], BUILT_IN.migrations).kind).toBe('allow')
    const { thresholds: _, ...open } = guard
    expect(decide([{ ...removal, estimate: 1e9 }, commit], open).kind).toBe('allow')
  })

  it('hold a lock risk on a large relation that is only reported on others', () => {
    const bytes = 10 * 1024 ** 3
    expect(decide([{ ...rewrite, bytes }], BUILT_IN.migrations).kind).toBe('allow')
    const large = decide([{ ...rewrite, bytes: bytes + 1 }], BUILT_IN.migrations)
    expect(large).toMatchObject({ kind: 'hold', findings: [{ rule: 'rewrite-table', verdict: 'hold' }] })
  })

  it('hold rows that go along by a cascade, unless they are few', () => {
    const cascade = { action: 'delete', object: 'cascade', name: 'a.child', stored: true } as const
    expect(decide([cascade], BUILT_IN.migrations).kind).toBe('hold')
    const guard: Guard = { ...BUILT_IN.migrations, allow: [{ rule: 'cascade', rows: 50 }] }
    expect(decide([{ ...cascade, estimate: 50 }], guard).kind).toBe('allow')
    expect(decide([cascade], guard).kind).toBe('hold')
  })
})

describe('guards', () => {
  it('tells the deciding finding first, with a reason and a cure', async () => {
    const verdict = await judge('DROP VIEW v; DROP TABLE public.users')
    expect(verdict.kind).toBe('block')
    expect(verdict.findings.map((finding) => finding.rule)).toEqual(['drop-table', 'drop-view'])
    expect(verdict.findings[0]?.reason).toBe('DROP TABLE removes public.users and all its rows')
    expect(verdict.findings[0]?.hint).toContain('allow: [{ rule: drop-table, relations: [public.users] }]')
  })

  it('says where a hidden statement is', async () => {
    const verdict = await judge("DO $$ BEGIN EXECUTE 'DROP TABLE users'; END $$")
    expect(verdict.findings[0]?.reason).toBe(
      'DROP TABLE removes users and all its rows (inside a DO block, EXECUTE)',
    )
  })

  it('never repeats a literal of the statement', async () => {
    const secret = 's3cret-value'
    const texts = [
      `ALTER ROLE x PASSWORD '${secret}'`,
      `SET client_encoding = '${secret}'`,
      `DELETE FROM t WHERE '${secret}' = '${secret}'`,
      `SELECT '${secret}' FROM`,
      `CREATE SUBSCRIPTION s CONNECTION '${secret}' PUBLICATION p`,
      `COPY t FROM '${secret}'`,
    ]
    for (const text of texts) {
      const { effects } = await sql.analyse(text)
      expect(JSON.stringify([effects, decide(effects, BUILT_IN.strict)])).not.toContain(secret)
    }
  })

  it.each([
    ['migrations', 'ALTER TABLE users DROP COLUMN a', 'hold'],
    ['migrations', 'CREATE INDEX i ON users (a)', 'allow'],
    ['migrations', 'ALTER TABLE users ALTER COLUMN a TYPE bigint', 'allow'],
    ['migrations', 'CREATE TABLE t (a int)', 'allow'],
    ['migrations', 'DROP TABLE users', 'hold'],
    ['migrations', "COPY t FROM PROGRAM 'id'", 'block'],
    ['migrations', 'ALTER TABLE users ALTER a TYPE varchar(3) USING a::varchar(3)', 'hold'],
    ['migrations', 'ALTER TABLE users ALTER a TYPE varchar(3)', 'allow'],
    ['migrations', 'ALTER TABLE users ALTER a TYPE date', 'hold'],
    ['migrations', 'ALTER TABLE users SET UNLOGGED', 'hold'],
    ['migrations', 'ALTER TABLE users RENAME TO people; DROP TABLE people', 'hold'],
    ['migrations', 'ALTER TABLE users DROP CONSTRAINT pk CASCADE', 'allow'],
    ['migrations', 'UPDATE schema_version SET version = 7', 'allow'],
    ['migrations', 'update "knex_migrations_lock" set "is_locked" = 0', 'allow'],
    ['migrations', 'TRUNCATE "public"."schema_migrations"', 'allow'],
    ['migrations', 'TRUNCATE schema_migrations, users', 'hold'],
    ['migrations', 'TRUNCATE schema_migrations CASCADE', 'hold'],
    ['migrations', 'ALTER TABLE users RENAME TO schema_migrations', 'hold'],
    ['migrations', 'ALTER TABLE app.users RENAME TO schema_migrations', 'hold'],
    ['migrations', 'ALTER TABLE app.schema_migrations SET SCHEMA b', 'hold'],
    ['migrations', 'CREATE VIEW schema_version AS SELECT * FROM users', 'hold'],
    ['migrations', 'CREATE TEMP VIEW schema_version AS SELECT * FROM users', 'hold'],
    ['migrations', 'ALTER SCHEMA app RENAME TO pgboss', 'hold'],
    ['migrations', 'ALTER TABLE users RENAME TO version', 'hold'],
    ['migrations', 'DROP TABLE schema_migrations', 'hold'],
    [
      'migrations',
      'CREATE TABLE x (a int); ALTER TABLE x RENAME TO y; ALTER TABLE users RENAME TO x; ALTER TABLE x SET UNLOGGED',
      'hold',
    ],
    [
      'migrations',
      'CREATE TABLE x (a int); ALTER TABLE public.x SET SCHEMA z; ALTER TABLE q.x SET SCHEMA public; ALTER TABLE x ALTER a TYPE date',
      'hold',
    ],
    [
      'migrations',
      'CREATE TABLE x (a int); ALTER TABLE x RENAME a TO b; ALTER TABLE x ALTER b TYPE date',
      'allow',
    ],
    ['migrations', 'REASSIGN OWNED BY a TO b', 'hold'],
    ['migrations', 'CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT g() $$', 'allow'],
    ['migrations', 'CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT g() $$; SELECT f()', 'hold'],
    [
      'migrations',
      'CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT g() $$; CREATE FUNCTION h() RETURNS int LANGUAGE sql AS $$ SELECT g() $$; SELECT h()',
      'hold',
    ],
    ['migrations', 'CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ DELETE FROM t; SELECT 1 $$', 'hold'],
    ['read-only', 'SELECT * FROM users', 'allow'],
    ['read-only', 'INSERT INTO users VALUES (1)', 'block'],
    ['read-only', 'CREATE TABLE t (a int)', 'block'],
    ['read-only', 'SET TRANSACTION READ WRITE', 'block'],
    ['read-only', 'SELECT * FROM users FOR UPDATE', 'block'],
    ['read-only', 'EXPLAIN ANALYZE DELETE FROM users WHERE id = 1', 'block'],
    ['read-only', 'EXPLAIN DELETE FROM users', 'allow'],
    ['read-only', 'WITH d AS (INSERT INTO t VALUES (1) RETURNING 1) SELECT * FROM d', 'block'],
    ['read-only', 'SELECT 1 INTO t', 'block'],
  ] as const)('%s: %s', async (name, text, kind) => {
    expect((await judge(text, BUILT_IN[name])).kind).toBe(kind)
  })

  it('folds a guard of the file over what it extends', async () => {
    const guards = {
      base: { name: 'base', extends: 'strict', mode: 'observe', hold: ['drop-table'], allow: ['grant'] },
      orders: {
        name: 'orders',
        extends: 'base',
        mode: 'enforce',
        block: ['rename'],
        allow: [{ rule: 'truncate', relations: ['public.cache'] }],
      },
    } as const
    const guard = resolveGuard('orders', guards)
    expect(guard).toMatchObject({ name: 'orders', mode: 'enforce' })
    expect((await judge('DROP TABLE users', guard)).kind).toBe('hold')
    expect((await judge('GRANT SELECT ON a TO b', guard)).kind).toBe('allow')
    expect((await judge('ALTER TABLE a RENAME TO b', guard)).kind).toBe('block')
    expect((await judge('TRUNCATE public.cache', guard)).kind).toBe('allow')
    const observed = await judge('DROP SCHEMA s', resolveGuard('base', guards))
    expect(observed).toMatchObject({ kind: 'allow', observed: true })
    expect(observed.findings[0]?.verdict).toBe('block')
  })

  it('keeps the exceptions of the guard it extends, but for the rules it lists itself', async () => {
    const text = 'TRUNCATE schema_migrations'
    const own = (guard: Partial<GuardConfig>) =>
      resolveGuard('a', { a: { name: 'a', extends: 'migrations', ...guard } })
    expect((await judge(text, own({}))).kind).toBe('allow')
    expect((await judge(text, own({ hold: ['drop-view'] }))).kind).toBe('allow')
    expect((await judge(text, own({ block: ['truncate'] }))).kind).toBe('block')
  })

  it('takes each threshold that a guard does not name from the one it extends', () => {
    const thresholds = (guard: GuardConfig) => resolveGuard(guard.name, { [guard.name]: guard }).thresholds
    expect(thresholds({ name: 'a', extends: 'migrations', thresholds: { rows: 5 } })).toEqual({
      rows: 5,
      tableSize: 10 * 1024 ** 3,
    })
    expect(thresholds({ name: 'a', thresholds: { tableSize: 7 } })).toEqual({ rows: 10_000, tableSize: 7 })
  })

  it('refuses unknown names, unknown rules and circles', () => {
    expect(() => resolveGuard('nope', {})).toThrow('there is no guard nope')
    expect(() => resolveGuard('a', { a: { name: 'a', block: ['drop-tabel'] } })).toThrow('drop-tabel')
    const circle = { a: { name: 'a', extends: 'b' }, b: { name: 'b', extends: 'a' } }
    expect(() => resolveGuard('a', circle)).toThrow('extends itself')
    expect(
      resolveGuard('strict', { strict: { name: 'strict', extends: 'strict', allow: ['truncate'] } }).rules
        .truncate,
    ).toBeUndefined()
  })
})
