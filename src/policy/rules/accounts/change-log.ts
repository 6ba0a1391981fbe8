import { rule } from '../rule.ts'

export const changeLog = rule({
  id: 'change-log',
  family: 'accounts',
  summary: 'a log is written, emptied or removed',
  match: [
    { command: 'rm /var/log/auth.log' },
    { command: ': > /var/log/syslog' },
    { command: 'truncate -s 0 /var/log/app.log' },
  ],
  ignore: [{ command: 'tail /var/log/syslog' }, { command: 'rm /srv/app/app.log' }],
  actions: ['write', 'empty', 'remove', 'permit'],
  objects: ['path'],
  when: (effect) => effect.place === 'log',
  reason: (effect) => `${effect.name} tells what was done`,
  hint: 'Leave it to the rotation of logs',
})
