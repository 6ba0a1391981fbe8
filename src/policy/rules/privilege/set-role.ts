import { rule } from '../rule.ts'

export const setRole = rule({
  id: 'set-role',
  family: 'privilege',
  summary: 'SET ROLE and RESET ROLE',
  covers: ['bytebase/statement.check-set-role-variable'],
  match: ['RESET ROLE', 'SET ROLE app', "SELECT set_config('role', 'app', false)"],
  ignore: ['SET SESSION AUTHORIZATION app'],
  actions: ['set'],
  objects: ['identity'],
  when: (effect) => effect.name === 'role',
  reason: () => 'the session would act as another role',
  hint: 'Ask for a target that has the role',
})
