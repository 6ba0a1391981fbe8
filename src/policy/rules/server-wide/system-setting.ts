import { rule } from '../rule.ts'

export const systemSetting = rule({
  id: 'system-setting',
  family: 'server-wide',
  summary: 'ALTER SYSTEM',
  covers: ['squawk/ban-alter-system-options'],
  match: ["ALTER SYSTEM SET work_mem = '1GB'", 'ALTER SYSTEM RESET ALL'],
  ignore: ["SET work_mem = '1GB'"],
  actions: ['alter'],
  objects: ['system-setting'],
  keepsBlock: true,
  reason: (effect) => `ALTER SYSTEM changes ${effect.name} for the whole server`,
  hint: 'Let a database administrator do it',
})
