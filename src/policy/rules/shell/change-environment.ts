import { rule } from '../rule.ts'

export const changeEnvironment = rule({
  id: 'change-environment',
  family: 'shell',
  summary: 'PATH, LD_PRELOAD, BASH_ENV and the like: names and programs mean something else then',
  match: [{ command: 'PATH=/tmp/bin:$PATH make' }, { command: 'LD_PRELOAD=/tmp/x.so ls' }],
  ignore: [{ command: 'RAILS_ENV=production ls' }, { command: 'export LANG=C' }],
  actions: ['write'],
  objects: ['environment'],
  reason: (effect) => `${effect.name} makes programs load or run other code`,
  hint: 'Use absolute paths, and leave it as the host has it',
})
