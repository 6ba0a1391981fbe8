import { rule } from '../rule.ts'
import { changes, reset } from './settings.ts'

export const auditSetting = rule({
  id: 'audit-setting',
  family: 'session',
  summary: 'settings of logging and auditing, and those that nobody knows',
  match: ["SET log_statement = 'none'", "SET pgaudit.log = 'none'"],
  ignore: ["SET app.tenant = '1'", 'SET application_name = x', "SET TIME ZONE 'UTC'"],
  actions: ['set'],
  objects: ['setting'],
  when: (effect) => changes(effect, 'audit') && !reset(effect),
  reason: (effect) => `${effect.name} concerns what the server logs, or is not a setting of a session`,
  hint: 'Leave it as it is',
})
