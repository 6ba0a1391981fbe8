import { rule } from '../rule.ts'
import { changes, reset } from './settings.ts'

export const rowSecurityOff = rule({
  id: 'row-security-off',
  family: 'session',
  summary:
    'SET row_security = off: queries fail where policies apply, but for roles that bypass them (dumps begin so)',
  match: ['SET row_security = off'],
  ignore: ['SET row_security = on', 'RESET row_security'],
  actions: ['set'],
  objects: ['setting'],
  when: (effect) => changes(effect, 'protection') && !reset(effect) && effect.name === 'row_security',
  reason: () => 'row_security = off shows all rows to roles that may bypass policies',
  hint: 'Leave it on',
})
