import { rule } from '../rule.ts'

export const changeAccount = rule({
  id: 'change-account',
  family: 'accounts',
  summary: 'accounts, groups, passwords and keys',
  match: [
    { command: 'useradd x' },
    { command: 'usermod -aG sudo x' },
    { command: 'passwd root' },
    { command: 'userdel x' },
  ],
  ignore: [{ command: 'id x' }, { command: 'getent passwd' }],
  actions: ['write', 'remove'],
  objects: ['account'],
  reason: () => 'who may log in, and as what, would change',
  hint: 'Leave accounts to the configuration management of the host',
})
