import { rule } from '../rule.ts'

export const changeKernel = rule({
  id: 'change-kernel',
  family: 'services',
  summary: 'the kernel, its modules and settings, the clock',
  match: [
    { command: 'sysctl -w vm.drop_caches=3' },
    { command: 'modprobe x' },
    { command: 'echo b > /proc/sysrq-trigger' },
  ],
  ignore: [{ command: 'sysctl vm.swappiness' }, { command: 'uname -a' }],
  actions: ['write'],
  objects: ['kernel'],
  reason: () => 'the kernel would run otherwise',
  hint: 'Leave it to the configuration management of the host',
})
