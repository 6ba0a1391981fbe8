import { rule } from '../rule.ts'

export const exposeSecret = rule({
  id: 'expose-secret',
  family: 'secrets',
  summary: 'a file that may hold keys, passwords or tokens is read',
  match: [
    { command: 'cat ~/.ssh/id_ed25519' },
    { command: 'cat /etc/shadow' },
    { command: 'cat /proc/1/environ' },
    { command: 'tar cz /etc' },
    { command: 'history' },
  ],
  ignore: [{ command: 'cat ~/.ssh/id_ed25519.pub' }, { command: 'cat /srv/app/log/app.log' }],
  actions: ['expose'],
  objects: ['secret'],
  reason: (effect) => `${effect.name} may hold secrets`,
  hint: 'Read only what is needed: no keys, no configuration with passwords',
})
