import { rule, thing } from '../rule.ts'
import { holdsNoRows } from './rowless.ts'

export const cascadeConstraint = rule({
  id: 'cascade-constraint',
  family: 'integrity',
  summary:
    'CASCADE on a DROP of a constraint, index, trigger, policy or rule: foreign keys go along, no rows',
  match: [
    'ALTER TABLE users DROP CONSTRAINT pk CASCADE',
    'DROP INDEX i CASCADE',
    'DROP TRIGGER t ON users CASCADE',
  ],
  ignore: ['ALTER TABLE users DROP CONSTRAINT pk', 'DROP TABLE users CASCADE', 'DROP TYPE mood CASCADE'],
  actions: ['drop'],
  when: (effect) => effect.cascade === true && holdsNoRows(effect),
  reason: (effect) => `CASCADE on ${thing(effect)} also takes the foreign keys that rely on it`,
  hint: 'Drop those foreign keys by name first, without CASCADE',
})
