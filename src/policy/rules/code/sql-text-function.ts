import { rule } from '../rule.ts'

export const sqlTextFunction = rule({
  id: 'sql-text-function',
  family: 'code',
  summary: 'functions that run SQL given as text',
  match: [
    "SELECT query_to_xml('delete from users', true, true, '')",
    "SELECT table_to_xml('users', true, false, '')",
  ],
  ignore: ['SELECT to_json(u) FROM users u'],
  actions: ['call'],
  objects: ['sql-text'],
  keepsBlock: true,
  reason: (effect) => `${effect.name} runs SQL that is given as text, past rules and masks`,
  hint: 'Write the query itself',
})
