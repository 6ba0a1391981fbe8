import { rule } from '../rule.ts'

export const writeDisk = rule({
  id: 'write-disk',
  family: 'files',
  summary: 'disks, partitions and file systems',
  match: [
    { command: 'mkfs.ext4 /dev/sdb1' },
    { command: 'dd if=/dev/zero of=/dev/sda' },
    { command: 'wipefs -a /dev/sdb' },
  ],
  ignore: [{ command: 'lsblk' }, { command: 'df -h' }],
  actions: ['write'],
  objects: ['disk'],
  keepsBlock: true,
  reason: () => 'what is on a disk would be gone',
  hint: 'Leave disks to who runs the host',
})
