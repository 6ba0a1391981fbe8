import { rule, thing } from '../rule.ts'
import { isOrdinary } from './ordinary.ts'

export const changeOwner = rule({
  id: 'change-owner',
  family: 'privilege',
  summary: 'OWNER TO of a table, view, function or other part of a schema',
  covers: ['bytebase/statement.object-owner-check'],
  match: ['ALTER TABLE users OWNER TO app', 'ALTER SCHEMA app OWNER TO x'],
  ignore: ['REASSIGN OWNED BY a TO b', 'ALTER TABLE users ADD COLUMN a int'],
  actions: ['own'],
  when: isOrdinary,
  reason: (effect) => `the new owner of ${thing(effect)} may do anything with it`,
  hint: 'Grant the rights that are needed',
})
