import { expect, it } from 'vitest'
import { analyser, brief } from './analysers.ts'

const sql = analyser()

it('answers with a promise before the parser is there, at once afterwards', async () => {
  const first = sql.analyse('SELECT 1')
  expect(first).toBeInstanceOf(Promise)
  await first
  expect(sql.analyse('SELECT 2')).not.toBeInstanceOf(Promise)
})

it('gives the very same object for the same text', async () => {
  const first = await sql.analyse('SELECT a FROM t')
  expect(sql.analyse('SELECT a FROM t')).toBe(first)
})

it('shares one analysis between askers that come while it runs', async () => {
  const big = `SELECT ${'1 + '.repeat(900)}1`
  const [a, b] = await Promise.all([sql.analyse(big), sql.analyse(big)])
  expect(a).toBe(b)
})

it('forgets what is least used when the cache is full', async () => {
  const small = analyser({ cacheBytes: 40_000 })
  await small.warm()
  const first = await small.analyse('SELECT 1')
  for (let n = 0; n < 200; n++) await small.analyse(`SELECT ${n + 10}`)
  expect(await small.analyse('SELECT 1')).not.toBe(first)
})

it.each([
  ['a NUL', 'SELECT 1\0; DROP TABLE t', 'NUL'],
  ['half a character', 'SELECT 1 \ud800', 'Unicode'],
  ['brackets without end', `SELECT ${'('.repeat(5000)}1`, 'deep'],
])('refuses %s', async (_, text, detail) => {
  const { effects } = await sql.analyse(text)
  expect(effects).toEqual([{ action: 'unknown', object: 'text', detail: expect.stringContaining(detail) }])
})

it('analyses long chains in the worker, and survives the ones that are too long', async () => {
  expect(brief(await sql.analyse(`DELETE FROM t WHERE a = ${'1 + '.repeat(2000)}1`))).toHaveLength(1)
  const { effects } = await sql.analyse(`SELECT ${'1 + '.repeat(150_000)}1`)
  expect(effects[0]).toMatchObject({ action: 'unknown', object: 'text' })
  for (let n = 0; n < 3; n++) expect(brief(await sql.analyse(`SELECT ${'- '.repeat(400 + n)}1`))).toEqual([])
  expect(brief(await sql.analyse('DROP TABLE t'))).toEqual(['drop table t rows:all'])
})

it('gives up on a text that takes too long', async () => {
  const impatient = analyser({ timeout: 1 })
  const { effects } = await impatient.analyse(`SELECT ${'1 + '.repeat(2000)}1`)
  expect(effects[0]?.detail).toContain('too long to analyse')
})

it('analyses a file of many statements', async () => {
  const many = Array.from({ length: 3000 }, (_, n) => `INSERT INTO t${n % 7} VALUES (${n}, 'é');`).join('\n')
  const analysis = await sql.analyse(many)
  expect(analysis.count).toBe(3000)
  expect(analysis.effects).toHaveLength(7)
})

it('answers after it is closed', async () => {
  const closed = analyser()
  await closed.warm()
  await closed.close()
  const { effects } = await closed.analyse(`SELECT ${'1 + '.repeat(2000)}1`)
  expect(effects[0]?.detail).toBe('the session is over')
})
