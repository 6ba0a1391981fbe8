import { rule } from '../rule.ts'
import { changes, READ_WRITE, reset, STORED } from './settings.ts'

export const protectionSetting = rule({
  id: 'protection-setting',
  family: 'session',
  summary: 'settings that switch triggers or catalogue protection off, or row security for later sessions',
  match: [
    'ALTER ROLE app SET row_security = off',
    'SET session_replication_role = replica',
    'SET allow_system_table_mods = on',
    'SET search_path = public, pg_temp',
  ],
  ignore: ['SET row_security = off', "SET work_mem = '1MB'"],
  actions: ['set', 'alter'],
  objects: ['setting', ...STORED],
  when: (effect) =>
    effect.detail === 'names pg_temp' ||
    (changes(effect, 'protection') &&
      !reset(effect) &&
      !READ_WRITE.test(effect.name ?? '') &&
      !(effect.object === 'setting' && effect.name === 'row_security')),
  reason: (effect) =>
    effect.name === 'search_path'
      ? 'with pg_temp in search_path, a permanent table may be meant where a temporary one was made'
      : `${effect.name} switches a protection of the server off`,
  hint: 'Leave it as it is',
})
