import { rule, thing } from '../rule.ts'

export const foreignServer = rule({
  id: 'foreign-server',
  family: 'files-and-network',
  summary: 'foreign data wrappers, servers, user mappings and schemas',
  match: ['CREATE SERVER s FOREIGN DATA WRAPPER w', 'IMPORT FOREIGN SCHEMA public FROM SERVER s INTO app'],
  ignore: ['CREATE SCHEMA s'],
  actions: ['create', 'alter'],
  objects: [
    'foreign-data-wrapper',
    'server',
    'user-mapping',
    'foreign-schema',
    'foreign-table',
    'foreign-options',
  ],
  reason: (effect) => `${thing(effect)} lets this database reach another one`,
  hint: 'Let a database administrator do it',
})
