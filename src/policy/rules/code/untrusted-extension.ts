import { rule } from '../rule.ts'
import { UNTRUSTED } from './extensions.ts'

export const untrustedExtension = rule({
  id: 'untrusted-extension',
  family: 'code',
  summary: 'extensions with untrusted languages, files or network',
  match: ['CREATE EXTENSION plpython3u', 'CREATE EXTENSION dblink'],
  ignore: ['CREATE EXTENSION pg_trgm'],
  actions: ['create'],
  objects: ['extension'],
  when: (effect) => UNTRUSTED.test(effect.name ?? ''),
  keepsBlock: true,
  reason: (effect) => `extension ${effect.name} runs code outside of SQL, or reaches other servers`,
  hint: 'Let a database administrator install it',
})
