import { rule } from '../rule.ts'
import { changes, reset, STORED } from './settings.ts'

export const searchPath = rule({
  id: 'search-path',
  family: 'session',
  summary: 'search_path: what unqualified names mean',
  match: ['SET search_path TO app, public', "SELECT set_config('search_path', '', false)"],
  ignore: ["SET work_mem = '1MB'"],
  actions: ['set', 'alter'],
  objects: ['setting', ...STORED],
  when: (effect) => changes(effect, 'names') && !reset(effect),
  reason: () => 'with another search_path, unqualified names mean other tables',
  hint: 'Write the schema in the statements',
})
