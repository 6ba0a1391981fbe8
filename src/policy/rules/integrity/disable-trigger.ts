import { rule } from '../rule.ts'

export const disableTrigger = rule({
  id: 'disable-trigger',
  family: 'integrity',
  summary: 'DISABLE TRIGGER and RULE, changes of when they fire',
  covers: ['squawk/ban-disable-trigger'],
  match: ['ALTER TABLE users DISABLE TRIGGER ALL', 'ALTER TABLE users ENABLE REPLICA TRIGGER t'],
  ignore: ['ALTER TABLE users ENABLE TRIGGER t'],
  actions: ['alter'],
  objects: ['trigger-firing', 'rule'],
  reason: (effect) => `what triggers and rules of ${effect.name} kept true is no longer kept`,
  hint: 'Leave them on, and write rows that they accept',
})
