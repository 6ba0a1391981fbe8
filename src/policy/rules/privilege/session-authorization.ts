import { rule } from '../rule.ts'

export const sessionAuthorization = rule({
  id: 'session-authorization',
  family: 'privilege',
  summary: 'SET SESSION AUTHORIZATION',
  match: ['SET SESSION AUTHORIZATION postgres'],
  ignore: ['SET ROLE app'],
  actions: ['set'],
  objects: ['identity'],
  when: (effect) => effect.name === 'session_authorization',
  keepsBlock: true,
  reason: () => 'the session would become another user',
  hint: 'Ask for a target that has the user',
})
