import { rule } from '../rule.ts'

export const emptyFile = rule({
  id: 'empty-file',
  family: 'files',
  summary: 'the content of a file is dropped',
  match: [
    { command: 'truncate -s 0 /srv/app/data.db' },
    { command: 'cp /dev/null /srv/app/data.db' },
    { command: 'dd if=/dev/zero of=/srv/app/data.db' },
  ],
  ignore: [{ command: 'truncate -s 0 /tmp/x' }, { command: 'cp a b' }],
  actions: ['empty'],
  objects: ['path'],
  when: (effect) => !['temporary', 'log'].includes(effect.place ?? ''),
  reason: (effect) => `what is in ${effect.name} would be gone`,
  hint: 'Keep a copy, or write the new content in one step',
})
