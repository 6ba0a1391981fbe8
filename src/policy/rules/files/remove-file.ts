import { rule } from '../rule.ts'

export const removeFile = rule({
  id: 'remove-file',
  family: 'files',
  summary: 'a file is removed',
  match: [{ command: 'rm /srv/app/old.txt' }, { command: 'unlink /srv/app/current' }],
  ignore: [{ command: 'rm -rf /srv/app/tmp' }, { command: 'rm /tmp/x' }],
  actions: ['remove'],
  objects: ['path'],
  when: (effect) => effect.recursive !== true && effect.place === 'own',
  reason: (effect) => `${effect.name} would be removed`,
  hint: 'Move it away first',
})
