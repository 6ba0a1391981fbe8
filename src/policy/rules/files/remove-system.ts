import { rule } from '../rule.ts'

export const removeSystem = rule({
  id: 'remove-system',
  family: 'files',
  summary: 'a file of the system is removed, or one whose place is not known',
  match: [{ command: 'rm /etc/nginx/nginx.conf' }, { command: 'rm -f /usr/bin/env' }],
  ignore: [{ command: 'rm /srv/app/old.txt' }, { command: 'rm -rf /srv/app/tmp' }],
  actions: ['remove'],
  objects: ['path'],
  when: (effect) =>
    ['critical', 'startup', 'system', 'kernel', 'device', 'unknown'].includes(effect.place ?? ''),
  reason: (effect) => `${effect.name} would be removed`,
  hint: 'Leave files of the system to its package manager',
})
