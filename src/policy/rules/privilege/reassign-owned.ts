import { rule, thing } from '../rule.ts'
import { isOrdinary } from './ordinary.ts'

export const reassignOwned = rule({
  id: 'reassign-owned',
  family: 'privilege',
  summary: 'REASSIGN OWNED, owners of databases and of what belongs to the whole database',
  match: ['REASSIGN OWNED BY a TO b', 'ALTER DATABASE app OWNER TO x'],
  ignore: ['ALTER TABLE users OWNER TO app'],
  actions: ['own'],
  when: (effect) => !isOrdinary(effect),
  reason: (effect) =>
    `the new owner may do anything with ${effect.object === 'owned' ? `all that ${effect.name} owns` : thing(effect)}`,
  hint: 'Let a database administrator do it',
})
