import { rule } from '../rule.ts'

export const removeRecursive = rule({
  id: 'remove-recursive',
  family: 'files',
  summary: 'a directory is removed with all that is in it',
  match: [
    { command: 'rm -rf /srv/app/releases/1' },
    { command: 'rm -r""f /srv/app/data' },
    { command: 'find /srv/app -delete' },
  ],
  ignore: [{ command: 'rm /srv/app/old.txt' }, { command: 'rm -rf /tmp/build' }],
  actions: ['remove'],
  objects: ['path'],
  when: (effect) => effect.recursive === true && effect.place === 'own',
  reason: (effect) => `${effect.name} would be removed with all that is in it`,
  hint: 'Remove the files by name, or move the directory away',
})
