import { rule } from '../rule.ts'

export const administration = rule({
  id: 'administration',
  family: 'server-wide',
  summary: 'functions that administer the server or other sessions',
  match: ['SELECT pg_terminate_backend(1)', 'SELECT pg_promote()', 'SELECT pg_reload_conf()'],
  ignore: ['SELECT pg_backend_pid()', "SELECT pg_relation_size('t')"],
  actions: ['call'],
  objects: ['administration'],
  keepsBlock: true,
  reason: (effect) => `${effect.name} administers the server or other sessions`,
  hint: 'Let a database administrator do it',
})
