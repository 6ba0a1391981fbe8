import { rule } from '../rule.ts'
import { changes, reset, STORED } from './settings.ts'

export const textSetting = rule({
  id: 'text-setting',
  family: 'session',
  summary: 'settings that change how the server reads bytes and literals',
  match: [
    'SET standard_conforming_strings = off',
    "SET client_encoding = 'SJIS'",
    "SELECT set_config('client_encoding', 'SJIS', false)",
  ],
  ignore: ["SET client_encoding = 'UTF8'", 'SET standard_conforming_strings = on'],
  actions: ['set', 'alter'],
  objects: ['setting', ...STORED],
  when: (effect) => changes(effect, 'text') && !reset(effect),
  keepsBlock: true,
  reason: (effect) =>
    `with ${effect.name} changed, the server reads other statements than the ones that were judged`,
  hint: 'Leave it as it is',
})
