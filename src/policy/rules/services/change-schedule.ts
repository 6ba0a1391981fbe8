import { rule } from '../rule.ts'

export const changeSchedule = rule({
  id: 'change-schedule',
  family: 'services',
  summary: 'what runs at a time: crontab, at, timers',
  match: [{ command: 'crontab -r' }, { command: 'crontab jobs' }, { command: 'at now' }],
  ignore: [{ command: 'crontab -l' }, { command: 'atq' }],
  actions: ['write', 'remove'],
  objects: ['schedule'],
  reason: () => 'what runs by itself would change',
  hint: 'Install a file in /etc/cron.d that is reviewed',
})
