import { holdsNoRows } from '../integrity/rowless.ts'
import { rule, thing } from '../rule.ts'

export const dropCascade = rule({
  id: 'drop-cascade',
  family: 'data-loss',
  summary: 'CASCADE on a DROP, TRUNCATE or ALTER: removes what is not named',
  covers: ['squawk/ban-truncate-cascade', 'bytebase/statement.disallow-rm-tbl-cascade'],
  match: ['DROP TYPE mood CASCADE', 'DROP VIEW v CASCADE', 'TRUNCATE users CASCADE'],
  ignore: ['ALTER TABLE users DROP CONSTRAINT pk CASCADE', 'DROP TYPE mood', 'DROP VIEW v RESTRICT'],
  actions: ['drop', 'truncate', 'rename'],
  when: (effect) => effect.cascade === true && !holdsNoRows(effect),
  reason: (effect) =>
    `CASCADE on ${thing(effect)} also removes objects or rows that the statement does not name`,
  hint: 'Name everything that should go, without CASCADE',
})
