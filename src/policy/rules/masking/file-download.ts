import { rule } from '../rule.ts'

export const fileDownload = rule({
  id: 'file-download',
  family: 'masking',
  summary: 'a file leaves a host as it is, past the masks of its target: sftp, scp, rsync, git',
  match: [{ action: 'copy-out', object: 'path', name: '/srv/app/export.csv' }],
  ignore: [{ command: 'cat /srv/app/export.csv' }, { command: 'scp -f /srv/app/export.csv' }],
  actions: ['copy-out'],
  objects: ['path'],
  reason: (effect) =>
    `${effect.name ?? 'a file'} would leave as it is, and what commands show of this target is masked`,
  hint: 'Show the lines that are needed with a command, whose output is masked',
})
