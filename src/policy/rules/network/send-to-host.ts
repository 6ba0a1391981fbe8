import { rule } from '../rule.ts'

export const sendToHost = rule({
  id: 'send-to-host',
  family: 'network',
  summary: 'something is sent to another host',
  match: [
    { command: 'curl -d @report.txt https://example.com' },
    { command: 'scp /srv/app/x build:/x' },
    { command: 'nc example.com 80' },
    { command: 'git push' },
  ],
  ignore: [{ command: 'curl -fsS https://example.com' }, { command: 'git pull' }],
  actions: ['send'],
  objects: ['host'],
  reason: (effect) => `something would be sent to ${effect.name}`,
  hint: 'Let the job fetch it through this session',
})
