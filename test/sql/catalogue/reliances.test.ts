// What a key relies on, and the catalogue knows.
import { expect, it } from 'vitest'
import { createCatalogue } from '../../../src/sql/catalogue/create.ts'
import { analyser } from '../analysers.ts'
import { snapshot, table } from './snapshots.ts'

const sql = analyser()
const columns = (...names: readonly string[]) => names.map((name) => ({ name, type: 'int4' }))
const catalogue = createCatalogue(
  snapshot({
    relations: [
      table('app.items', {
        columns: [
          ...columns('id', 'order_id', 'made'),
          { name: 'active', type: 'bool' },
          { name: 'yes', type: 'app.truth' },
        ],
      }),
      table('app.orders', { columns: [...columns('id', 'code'), { name: 'done', type: 'bool' }] }),
      table('app.ones', {
        kind: 'view',
        columns: columns('id', 'one'),
        definition: 'SELECT items.id, 1 AS one FROM app.items;',
      }),
      table('app.plain', {
        kind: 'view',
        columns: columns('id', 'code'),
        definition: 'SELECT orders.id, orders.code FROM app.orders;',
      }),
      table('app.stored', { kind: 'materialized-view', columns: columns('id', 'code') }),
    ],
    domains: [{ schema: 'app', name: 'truth', base: 'bool', expressions: [] }],
  }),
  sql,
)

it.each([
  ['DELETE FROM items WHERE id = 5', 'some'],
  ['DELETE FROM items WHERE id = $1', 'some'],
  ['DELETE FROM items WHERE active = $1', 'unknown'],
  ["DELETE FROM items WHERE active = '1'", 'unknown'],
  ['DELETE FROM items WHERE yes = $1', 'unknown'],
  ['DELETE FROM items WHERE active = $1 AND id = $2', 'some'],
  ['DELETE FROM items WHERE active = $1 AND yes = $2', 'unknown'],
  ['DELETE FROM items WHERE order_id IN (SELECT id FROM orders WHERE code = 5)', 'some'],
  // The column is that of the outer table.
  ['DELETE FROM items WHERE id IN (SELECT made FROM orders WHERE code = 5)', 'unknown'],
  ['DELETE FROM items WHERE order_id IN (SELECT id FROM orders WHERE done = $1)', 'unknown'],
  ['DELETE FROM items USING orders o WHERE items.order_id = o.id AND o.code = 5', 'some'],
  ['DELETE FROM items USING ones o WHERE items.id = o.id AND o.one = 1', 'unknown'],
  ['DELETE FROM items USING plain o WHERE items.order_id = o.id AND o.code = 1', 'some'],
  ['DELETE FROM items USING stored o WHERE items.order_id = o.id AND o.code = 1', 'unknown'],
  ['DELETE FROM items USING nowhere o WHERE items.order_id = o.id AND o.code = 1', 'unknown'],
  ['DELETE FROM items USING nowhere o WHERE items.order_id = o.id AND o.code = 1 AND items.id = 5', 'some'],
])('%s: %s', async (text, rows) => {
  const effects = await catalogue.deepen(await sql.analyse(text), { moved: false })
  expect(effects.find(({ action }) => action === 'delete')?.rows).toBe(rows)
})
