import { rule } from '../rule.ts'

export const becomeAccount = rule({
  id: 'become-account',
  family: 'accounts',
  summary: 'a command runs as somebody else: sudo, su',
  match: [{ command: 'sudo systemctl restart app' }, { command: 'su -c ls deploy' }],
  ignore: [{ command: 'systemctl status app' }],
  actions: ['become'],
  objects: ['account'],
  reason: (effect) => `it runs as ${effect.name}`,
  hint: 'Log in as the account that may do it',
})
