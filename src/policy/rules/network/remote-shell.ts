import { rule } from '../rule.ts'

export const remoteShell = rule({
  id: 'remote-shell',
  family: 'network',
  summary: 'a command runs on yet another host',
  match: [{ command: 'ssh db1 uptime' }, { command: 'systemctl -H db1 status' }],
  ignore: [{ command: 'uptime' }],
  actions: ['reach'],
  objects: ['shell'],
  reason: (effect) => `${effect.name} would be reached from here, past its own guard`,
  hint: 'Open a session with that host as a target',
})
