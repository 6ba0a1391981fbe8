import { rule } from '../rule.ts'
import { STORED } from './settings.ts'

export const timeoutOff = rule({
  id: 'timeout-off',
  family: 'session',
  summary: 'switching statement_timeout, lock_timeout or their kin off',
  covers: [
    'squawk/require-lock-timeout',
    'squawk/require-statement-timeout',
    'squawk/require-timeout-settings',
    'eugene/E9',
  ],
  match: ['SET statement_timeout = 0', "SET LOCAL lock_timeout = '0ms'"],
  ignore: ["SET LOCAL lock_timeout = '2s'", "SET statement_timeout TO '5min'"],
  actions: ['set', 'alter'],
  objects: ['setting', ...STORED],
  when: (effect) => effect.detail === 'switched off',
  reason: (effect) => `${effect.name} = 0 takes the limit away`,
  hint: 'Set a time that the statement needs',
})
