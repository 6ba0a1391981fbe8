import { rule } from '../rule.ts'

export const stopProcess = rule({
  id: 'stop-process',
  family: 'services',
  summary: 'processes are ended',
  match: [{ command: 'kill -9 123' }, { command: 'pkill -f worker' }],
  ignore: [{ command: 'kill -0 123' }, { command: 'pgrep worker' }],
  actions: ['stop', 'write'],
  objects: ['process'],
  reason: (effect) => `${effect.name ?? 'a process'} would be ended`,
  hint: 'Restart the service that it belongs to',
})
