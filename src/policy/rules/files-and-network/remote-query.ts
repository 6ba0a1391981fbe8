import { rule } from '../rule.ts'

export const remoteQuery = rule({
  id: 'remote-query',
  family: 'files-and-network',
  summary: 'queries and requests to other servers',
  match: ["SELECT dblink_exec('dbname=prod', 'DROP TABLE users')"],
  ignore: ['SELECT 1'],
  actions: ['call'],
  objects: ['remote'],
  keepsBlock: true,
  reason: (effect) => `${effect.name} reaches another server, where nothing is judged`,
  hint: 'Ask for a grant to that server',
})
