import { rule } from '../rule.ts'
import { changes, STORED } from './settings.ts'

export const librarySetting = rule({
  id: 'library-setting',
  family: 'session',
  summary: 'settings that load code',
  match: ["SET local_preload_libraries = 'x'", "SET dynamic_library_path = '/x'"],
  ignore: ['SET jit = off', 'SET check_function_bodies = off'],
  actions: ['set', 'alter'],
  objects: ['setting', ...STORED],
  when: (effect) => changes(effect, 'code') && effect.name !== 'check_function_bodies',
  keepsBlock: true,
  reason: (effect) => `${effect.name} makes the server load code`,
  hint: 'Leave it as it is',
})
