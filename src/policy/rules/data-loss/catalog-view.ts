import { rule } from '../rule.ts'

export const catalogView = rule({
  id: 'catalog-view',
  family: 'data-loss',
  summary:
    'a view by which settings of the session, or the system catalogue, could be changed under another name',
  match: ['CREATE VIEW ps AS SELECT * FROM pg_settings', 'CREATE TEMP VIEW c AS SELECT * FROM pg_class'],
  ignore: [
    'CREATE VIEW c AS SELECT relname FROM pg_class',
    'CREATE VIEW c AS SELECT s.name FROM pg_settings s JOIN pg_roles r ON true',
  ],
  actions: ['create'],
  objects: ['catalog-view'],
  temporary: true,
  reason: ({ name }) => `who changes rows of the view ${name} changes the server's own`,
  hint: 'Read pg_settings and the catalogue where you need them, or write a function that returns the rows',
})
