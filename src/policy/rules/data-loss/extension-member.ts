import { rule } from '../rule.ts'

export const extensionMember = rule({
  id: 'extension-member',
  family: 'data-loss',
  summary: 'a table or another object is made part of an extension, and goes with it',
  match: ['ALTER EXTENSION hstore ADD TABLE users', 'ALTER MATERIALIZED VIEW v DEPENDS ON EXTENSION hstore'],
  ignore: ['ALTER EXTENSION hstore UPDATE', 'ALTER MATERIALIZED VIEW v NO DEPENDS ON EXTENSION hstore'],
  actions: ['alter'],
  objects: ['extension-member'],
  reason: ({ name, detail }) =>
    `${name} becomes a part ${detail}: whoever drops that drops it too, with all its rows`,
  hint: 'Leave the extension as it was installed',
})
