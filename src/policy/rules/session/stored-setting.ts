import { rule } from '../rule.ts'

export const storedSetting = rule({
  id: 'stored-setting',
  family: 'session',
  summary: 'ALTER ROLE or DATABASE … SET: settings of later sessions',
  covers: ['squawk/ban-alter-database-options', 'squawk/ban-alter-role-options'],
  match: ["ALTER ROLE app SET work_mem = '1GB'", "ALTER DATABASE app SET timezone = 'UTC'"],
  ignore: ["SET work_mem = '1GB'"],
  actions: ['alter'],
  objects: ['role-setting', 'database-setting'],
  reason: (effect) => `${effect.name} changes for sessions to come`,
  hint: 'Set it for this session',
})
