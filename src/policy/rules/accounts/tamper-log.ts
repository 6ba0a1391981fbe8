import { rule } from '../rule.ts'

export const tamperLog = rule({
  id: 'tamper-log',
  family: 'accounts',
  summary: 'what tells what was done is removed: logs, histories, their services',
  match: [
    { command: 'history -c' },
    { command: 'unset HISTFILE' },
    { command: 'journalctl --vacuum-time=1s' },
    { command: 'systemctl stop auditd' },
  ],
  ignore: [{ command: 'journalctl -u app' }, { command: 'tail -n 5 /var/log/syslog' }],
  actions: ['remove'],
  objects: ['history'],
  reason: () => 'nobody could tell later what was done',
  hint: 'Leave it to the rotation of logs',
})
