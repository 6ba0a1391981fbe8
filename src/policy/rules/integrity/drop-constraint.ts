import { rule } from '../rule.ts'

export const dropConstraint = rule({
  id: 'drop-constraint',
  family: 'integrity',
  summary: 'DROP CONSTRAINT of a table or a domain, and ALTER CONSTRAINT … NOT ENFORCED',
  covers: ['squawk/ban-drop-constraint', 'atlas/CD101'],
  match: [
    'ALTER TABLE users DROP CONSTRAINT pk',
    'ALTER DOMAIN d DROP CONSTRAINT c',
    'ALTER TABLE orders ALTER CONSTRAINT user_fk NOT ENFORCED',
  ],
  ignore: ['ALTER TABLE users ADD COLUMN a int', 'ALTER TABLE orders ALTER CONSTRAINT user_fk DEFERRABLE'],
  actions: ['drop'],
  objects: ['constraint'],
  reason: ({ name, detail }) =>
    detail === 'NOT ENFORCED'
      ? `NOT ENFORCED takes an integrity check from ${name}`
      : `DROP CONSTRAINT takes an integrity check from ${name}`,
  hint: 'Add the new constraint before the old one goes',
})
