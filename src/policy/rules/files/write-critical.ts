import { rule } from '../rule.ts'

export const writeCritical = rule({
  id: 'write-critical',
  family: 'files',
  summary: 'who may do what, and how the host starts: /etc/passwd, sudoers, PAM, ~/.ssh',
  match: [
    { command: 'echo x >> /etc/sudoers' },
    { command: 'tee -a ~/.ssh/authorized_keys' },
    { command: ': > /etc/passwd' },
  ],
  ignore: [{ command: 'cat /etc/passwd' }, { command: 'echo x > /srv/app/passwd.txt' }],
  actions: ['write', 'empty', 'permit'],
  objects: ['path'],
  when: (effect) => effect.place === 'critical',
  reason: (effect) => `${effect.name} decides who may do what on this host`,
  hint: 'Leave it to the configuration management of the host',
})
