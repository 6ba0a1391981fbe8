import { rule } from '../rule.ts'

export const power = rule({
  id: 'power',
  family: 'services',
  summary: 'the host is stopped or started anew',
  match: [
    { command: 'reboot' },
    { command: 'shutdown -h now' },
    { command: 'systemctl poweroff' },
    { command: 'init 0' },
  ],
  ignore: [{ command: 'uptime' }, { command: 'shutdown -c' }],
  actions: ['stop'],
  objects: ['host'],
  keepsBlock: true,
  reason: () => 'the host would stop',
  hint: 'Ask who runs the host',
})
