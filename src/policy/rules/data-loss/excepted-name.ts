import type { Effect } from '../../../core/statement.ts'
import { rule } from '../rule.ts'

export const exceptedName = rule({
  id: 'excepted-name',
  family: 'data-loss',
  summary:
    'a table or view takes, or refers by a foreign key to, a name that the guard excepts from a rule about data loss',
  match: [
    'ALTER TABLE users RENAME TO tmp_users',
    'ALTER TABLE app.tmp_users SET SCHEMA scratch',
    'ALTER SCHEMA app RENAME TO scratch',
    'CREATE VIEW tmp_users AS SELECT * FROM users',
    'ALTER TABLE users ADD FOREIGN KEY (id) REFERENCES tmp_users ON DELETE CASCADE',
  ],
  ignore: [
    'ALTER TABLE tmp_users RENAME TO tmp_people',
    'ALTER TABLE tmp_users RENAME TO users',
    'ALTER TABLE users RENAME COLUMN a TO tmp_a',
    'CREATE TABLE tmp_users (a int)',
    'CREATE TABLE tmp_people (id int REFERENCES tmp_users ON DELETE CASCADE)',
  ],
  actions: ['rename', 'move', 'create'],
  temporary: true,
  when: (effect, { excepts }) => {
    const name = given(effect)
    if (effect.object === 'foreign-key')
      return name !== undefined && effect.lock !== 'none' && excepts?.(name, effect.name, REMOVING) === true
    return (
      name !== undefined && excepts?.(name, effect.action === 'rename' ? effect.name : undefined) === true
    )
  },
  reason: (effect) =>
    effect.object === 'foreign-key'
      ? `rows of ${effect.name} could be removed with those of ${given(effect)}, which this guard excepts from a rule about data loss`
      : `what ${effect.name} holds could be removed under the name ${given(effect)}, which this guard excepts from a rule about data loss`,
  hint: 'Choose a name that no exception of the guard covers',
})

/** Only these take along what refers to a row. */
const REMOVING = /^(delete|update|truncate|many)-?/

/** The name by which it is found afterwards; `app.*` for all that a schema holds. */
function given({ action, object, name, detail = '' }: Effect): string | undefined {
  if (action === 'create' && object === 'foreign-key') return /^to (.+?)(?:, ON |$)/.exec(detail)?.[1]
  if (action === 'create') return /^(view|materialized-view|foreign-table)$/.test(object) ? name : undefined
  const [, to] = /^to (.+)$/.exec(detail) ?? []
  return to !== undefined && object === 'schema' ? `${to}.*` : to
}
