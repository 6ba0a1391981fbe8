import { rule, thing } from '../rule.ts'

export const changeOwner = rule({
  id: 'change-owner',
  family: 'privilege',
  summary: 'OWNER TO and REASSIGN OWNED',
  covers: ['bytebase/statement.object-owner-check'],
  match: ['ALTER TABLE users OWNER TO app', 'REASSIGN OWNED BY a TO b'],
  ignore: ['ALTER TABLE users ADD COLUMN a int'],
  actions: ['own'],
  reason: (effect) => `the new owner of ${thing(effect)} may do anything with it`,
  hint: 'Grant the rights that are needed',
})
