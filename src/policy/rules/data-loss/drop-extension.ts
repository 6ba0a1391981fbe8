import { HARMLESS } from '../code/extensions.ts'
import { rule } from '../rule.ts'

/** They bring tables, or all code of a language. */
const HOLDING = /^(postgis|plpgsql)$/

export const dropExtension = rule({
  id: 'drop-extension',
  family: 'data-loss',
  summary: 'DROP EXTENSION of one that may hold tables',
  match: ['DROP EXTENSION pg_cron', 'DROP EXTENSION IF EXISTS postgis'],
  ignore: ['DROP EXTENSION citext', 'DROP EXTENSION "uuid-ossp"'],
  actions: ['drop'],
  objects: ['extension'],
  when: ({ name = '' }) => HOLDING.test(name) || !HARMLESS.test(name.replaceAll('"', '')),
  reason: ({ name }) => `extension ${name} may hold tables, which go with it and all their rows`,
  hint: 'Let a database administrator look at what it holds, and drop it',
})
