import { rule } from '../rule.ts'

export const stopService = rule({
  id: 'stop-service',
  family: 'services',
  summary: 'a service is stopped or disabled',
  match: [
    { command: 'systemctl stop app' },
    { command: 'systemctl disable --now app' },
    { command: 'service app stop' },
  ],
  ignore: [{ command: 'systemctl restart app' }, { command: 'systemctl status app' }],
  actions: ['stop'],
  objects: ['service'],
  reason: (effect) => `the service ${effect.name ?? ''} would stop`,
  hint: 'Restart it instead',
})
