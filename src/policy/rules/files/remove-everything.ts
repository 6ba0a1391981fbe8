import { rule } from '../rule.ts'

export const removeEverything = rule({
  id: 'remove-everything',
  family: 'files',
  summary: 'the root, a directory of the top level or a whole home directory is removed',
  match: [
    { command: 'rm -rf /' },
    { command: 'cd / && rm -rf *' },
    { command: 'find /var -delete' },
    { command: 'rm -rf ~' },
  ],
  ignore: [{ command: 'rm -rf /srv/app/tmp' }, { command: 'rm -rf /tmp/build' }],
  actions: ['remove'],
  objects: ['path'],
  keepsBlock: true,
  when: (effect) => effect.place === 'root',
  reason: (effect) => `everything below ${effect.name} would be removed`,
  hint: 'Name the directory that must go',
})
