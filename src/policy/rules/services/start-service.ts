import { rule } from '../rule.ts'

export const startService = rule({
  id: 'start-service',
  family: 'services',
  summary: 'a service is started, restarted or enabled',
  match: [
    { command: 'systemctl restart app' },
    { command: 'systemctl daemon-reload' },
    { command: 'supervisorctl restart web' },
  ],
  ignore: [{ command: 'systemctl status app' }],
  actions: ['start'],
  objects: ['service'],
  reason: (effect) => `the service ${effect.name ?? ''} would start anew`,
  hint: 'Nothing: this is reported',
})
