import { count, rule } from '../rule.ts'

export const cascade = rule({
  id: 'cascade',
  family: 'data-loss',
  summary: 'rows of other tables that go or change along, by ON DELETE or ON UPDATE of their foreign keys',
  covers: ['bytebase/statement.disallow-on-del-cascade'],
  match: [
    { action: 'delete', object: 'cascade', name: 'public.orders', stored: true },
    { action: 'update', object: 'cascade', name: 'public.orders', stored: true, estimate: 20 },
  ],
  ignore: [{ action: 'delete', object: 'table', name: 'public.orders' }],
  objects: ['cascade'],
  reason: ({ action, name, estimate }) => {
    const rows = estimate === undefined ? 'rows' : `about ${count(estimate)} rows`
    return action !== 'update'
      ? `deleting these rows also deletes ${rows} of ${name}`
      : `this also changes ${rows} of ${name}`
  },
  hint: ({ action, name }) =>
    action !== 'update'
      ? `Delete the rows of ${name} first, by key`
      : `Change the rows of ${name} first, by key`,
})
