import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Guard } from '../../src/core/grant.ts'
import type { VerdictKind } from '../../src/core/verdict.ts'
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
