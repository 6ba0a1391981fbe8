// Which stored code a text may come to.
import { expect, test } from 'vitest'
import { Reached } from '../../../src/sql/catalogue/reached.ts'
import type { Relation, Routine, Snapshot } from '../../../src/sql/catalogue/snapshot.ts'

const table = (name: string, more: Partial<Relation> = {}): Relation => ({
  schema: 'public',
  name,
  kind: 'table',
  persistence: 'permanent',
  rows: 1,
  bytes: 1,
  columns: [{ name: 'id', type: 'integer' }],
  ...more,
})
const code = (name: string, definition: string): Routine => ({
  schema: 'public',
  name,
  kind: 'function',
  language: 'plpgsql',
  volatility: 'volatile',
  arguments: [],
  returns: 'trigger',
  definition,
})
const digest = (text: string, relations: Relation[], functions: Routine[], more: Partial<Snapshot> = {}) =>
  new Reached({
    version: 1,
    server: 180000,
    database: 'd',
    takenAt: '2026-11-22T00:00:00Z',
    searchPath: ['public'],
    relations,
    functions,
    domains: [],
    operators: [],
    casts: [],
    eventTriggers: [],
    ...more,
  })
    .digests(text)
    .join()

const TRIGGER = { name: 't', events: ['delete' as const], function: 'public.Note it' }
const orders = table('orders', { triggers: [TRIGGER] })
const noted = code('Note it', 'BEGIN PERFORM deeper(); END')

test('code behind code counts, however far', () => {
  const text = 'DELETE FROM "orders"'
  const one = digest(text, [orders], [noted, code('deeper', 'one')])
  expect(digest(text, [orders], [code('deeper', 'one'), noted])).toBe(one)
  expect(digest(text, [orders], [noted, code('deeper', 'two')])).not.toBe(one)
  expect(digest(text, [table('orders')], [noted, code('deeper', 'one')])).not.toBe(one)
})

test('what it does not come to does not count, nor do sizes and columns', () => {
  const text = 'DELETE FROM orders'
  const one = digest(text, [orders], [noted])
  const columns = [{ name: 'more', type: 'integer' }]
  expect(digest(text, [{ ...orders, rows: 9, bytes: 9, columns }, table('other')], [noted])).toBe(one)
  expect(digest(text, [orders], [noted, code('unrelated', 'x')])).toBe(one)
})

test('types of columns, and what needs no name, count', () => {
  const text = 'INSERT INTO orders VALUES (1)'
  const typed = table('orders', { columns: [{ name: 'id', type: 'public.small' }] })
  const small = (text: string) => ({
    domains: [{ schema: 'public', name: 'small', base: 'integer', expressions: [text] }],
  })
  expect(digest(text, [typed], [], small('VALUE < 1'))).not.toBe(
    digest(text, [typed], [], small('VALUE < 2')),
  )
  const casts = [
    { source: 'text', target: 'integer', function: 'public.to_int', context: 'implicit' as const },
  ]
  const cast = (body: string) => digest(text, [typed], [code('to_int', body)], { casts })
  expect(cast('a')).not.toBe(cast('b'))
})
