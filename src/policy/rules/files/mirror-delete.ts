import { rule } from '../rule.ts'

export const mirrorDelete = rule({
  id: 'mirror-delete',
  family: 'files',
  summary: 'what a sender does not have is removed: `rsync --delete`',
  match: [
    { command: 'rsync --server -logDtpre.iLsfxC --delete-during . /srv/app/' },
    { command: 'rsync -a --delete build/ /srv/app/' },
  ],
  ignore: [{ command: 'rsync --server -logDtpre.iLsfxC . /srv/app/' }],
  actions: ['remove'],
  objects: ['surplus'],
  reason: (effect) => `whatever the sender does not have would be removed from ${effect.name}`,
  hint: 'Send without --delete, into a directory of its own',
})
