import { rule } from '../rule.ts'

export const mount = rule({
  id: 'mount',
  family: 'files',
  summary: 'a file system is mounted or taken away',
  match: [{ command: 'mount /dev/sdb1 /mnt' }, { command: 'umount /srv' }],
  ignore: [{ command: 'mount' }, { command: 'findmnt' }],
  actions: ['write'],
  objects: ['mount'],
  reason: () => 'paths would lead to other files',
  hint: 'Leave it to /etc/fstab',
})
