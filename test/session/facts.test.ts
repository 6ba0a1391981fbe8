// Statements that are alike have one verdict and one text in the record: by the very array of their effects.
import { afterAll, expect, test } from 'vitest'
import type { Statement } from '../../src/core/statement.ts'
import { watchFlows } from '../../src/masking/flows.ts'
import { Facts } from '../../src/session/facts.ts'
import { createAnalyser } from '../../src/sql/create.ts'

const analyser = createAnalyser({ worker: new URL('../../src/sql/worker.ts', import.meta.url) })
afterAll(() => analyser.close())

const statement = async (id: number, text: string): Promise<Statement> => ({
  id,
  text,
  sha256: '',
  analysis: await analyser.analyse(text),
})

test('what a statement exposes is told once, until something that it depends on changes', async () => {
  let behind = (): readonly string[] => []
  const watch = watchFlows([{ pattern: 'private.*.*', mask: 'redact' }])
  const facts = new Facts(watch, { views: () => behind })
  const select = await statement(1, 'SELECT total FROM orders WHERE id = 1')
  const alike = await statement(2, 'SELECT total FROM orders WHERE id = 2')
  const told = facts.effects(select.analysis)
  expect(told).toContainEqual(expect.objectContaining({ action: 'expose', column: 'id' }))
  expect(facts.effects(alike.analysis)).toBe(told)

  // Views were read anew.
  behind = () => []
  const anew = facts.effects(select.analysis)
  expect(anew).not.toBe(told)
  expect(anew).toEqual(told)

  // The connection gave the name to a table of its own.
  facts.runs(await statement(3, 'CREATE TEMP TABLE orders (id int, total int)'))
  expect(facts.effects(select.analysis)).not.toBe(anew)
})

test('while the views are not known, nothing is kept', async () => {
  const watch = watchFlows([{ pattern: 'private.*.*', mask: 'redact' }])
  const facts = new Facts(watch, { views: () => Promise.reject(new Error('no answer')) })
  const { analysis } = await statement(1, 'SELECT total FROM public.orders WHERE id = 1')
  const first = await facts.effects(analysis)
  expect(first).toContainEqual(expect.objectContaining({ action: 'expose' }))
  expect(await facts.effects(analysis)).not.toBe(first)
})
