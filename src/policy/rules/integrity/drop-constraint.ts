import { rule } from '../rule.ts'

export const dropConstraint = rule({
  id: 'drop-constraint',
  family: 'integrity',
  summary: 'DROP CONSTRAINT of a table or a domain',
  covers: ['squawk/ban-drop-constraint', 'atlas/CD101'],
  match: ['ALTER TABLE users DROP CONSTRAINT pk', 'ALTER DOMAIN d DROP CONSTRAINT c'],
  ignore: ['ALTER TABLE users ADD COLUMN a int'],
  actions: ['drop'],
  objects: ['constraint'],
  reason: (effect) => `DROP CONSTRAINT takes an integrity check from ${effect.name}`,
  hint: 'Add the new constraint before the old one goes',
})
