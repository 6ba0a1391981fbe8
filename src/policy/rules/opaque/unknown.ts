import { rule } from '../rule.ts'

export const unknown = rule({
  id: 'unknown',
  family: 'opaque',
  summary: 'code whose effect is only known when it runs',
  match: [
    'DO $$ BEGIN EXECUTE (SELECT statement FROM jobs); END $$',
    "SELECT set_config(name, 'x', false) FROM t",
  ],
  ignore: ["DO $$ BEGIN EXECUTE 'SELECT 1'; END $$"],
  actions: ['unknown'],
  when: (effect) => !['syntax', 'text', 'command'].includes(effect.object),
  reason: (effect) => `its effect is not known before it runs: ${effect.detail}`,
  hint: "Write the statement out, or let PostgreSQL quote what is put in: format('ALTER TABLE %I DROP CONSTRAINT %I', …) can be judged",
  exception: false,
})
