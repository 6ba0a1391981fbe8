import { rule } from '../rule.ts'
import { changes, READ_WRITE, STORED } from './settings.ts'

export const readWrite = rule({
  id: 'read-write',
  family: 'session',
  summary: 'leaving READ ONLY',
  match: ['SET default_transaction_read_only = off', 'BEGIN READ WRITE'],
  ignore: ['BEGIN READ ONLY', 'BEGIN'],
  actions: ['set', 'alter'],
  objects: ['setting', ...STORED],
  when: (effect) => changes(effect, 'protection') && READ_WRITE.test(effect.name ?? ''),
  keepsBlock: true,
  reason: () => 'the session would no longer be read only',
  hint: 'Ask for a target with another guard',
})
