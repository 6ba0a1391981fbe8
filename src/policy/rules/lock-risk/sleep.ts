import { rule } from '../rule.ts'

export const sleep = rule({
  id: 'sleep',
  family: 'lock-risk',
  summary: 'pg_sleep and its kin: holds locks and a connection',
  match: ['SELECT pg_sleep(60)'],
  ignore: ['SELECT now()'],
  actions: ['call'],
  objects: ['sleep'],
  reason: () => 'pg_sleep keeps a connection and its locks busy',
  hint: 'Wait in the job, between statements',
})
