import { rule } from '../rule.ts'

export const writeFile = rule({
  id: 'write-file',
  family: 'files',
  summary: 'a file is written, which may overwrite it',
  match: [
    { command: 'echo 1 > /srv/app/VERSION' },
    { command: 'rsync --server -logDtpre.iLsfxC . /srv/app/' },
    { command: 'scp -t /srv/app' },
    { command: 'ln -sfn /srv/app/releases/2 /srv/app/current' },
  ],
  ignore: [{ command: 'echo 1 > /dev/null' }, { command: 'cat /srv/app/VERSION' }],
  actions: ['write'],
  objects: ['path'],
  when: (effect) => effect.place === 'own',
  reason: (effect) => `${effect.name} would be written`,
  hint: 'Nothing: this is reported',
})
