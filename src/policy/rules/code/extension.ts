import { rule } from '../rule.ts'
import { HARMLESS, UNTRUSTED } from './extensions.ts'

export const extension = rule({
  id: 'extension',
  family: 'code',
  summary: 'other extensions than the well-known harmless ones',
  covers: ['squawk/ban-alter-extension'],
  match: [
    'CREATE EXTENSION pg_stat_statements',
    'ALTER EXTENSION citext UPDATE',
    'CREATE EXTENSION cube CASCADE',
  ],
  ignore: ['CREATE EXTENSION IF NOT EXISTS pgcrypto', 'CREATE EXTENSION dblink'],
  actions: ['create', 'alter'],
  objects: ['extension'],
  when: (effect) =>
    effect.action === 'alter' ||
    effect.cascade === true ||
    !(HARMLESS.test(effect.name ?? '') || UNTRUSTED.test(effect.name ?? '')),
  reason: (effect) => `extension ${effect.name} brings code that is not in the text`,
  hint: 'Let a database administrator install it, and take it out of the migration',
})
