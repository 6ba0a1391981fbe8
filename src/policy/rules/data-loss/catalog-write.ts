import { rule } from '../rule.ts'

export const catalogWrite = rule({
  id: 'catalog-write',
  family: 'data-loss',
  summary: 'changes of the system catalogue',
  match: [
    "DELETE FROM pg_catalog.pg_class WHERE relname = 'users'",
    "UPDATE pg_settings SET setting = 'off'",
  ],
  ignore: ["SELECT * FROM pg_class WHERE relname = 'users'"],
  actions: ['insert', 'update', 'delete', 'copy-in', 'create', 'drop', 'alter', 'truncate'],
  objects: ['catalog'],
  keepsBlock: true,
  reason: (effect) => `this changes the system catalogue: ${effect.name}`,
  hint: 'Use the statement made for it (ALTER, SET, COMMENT)',
})
