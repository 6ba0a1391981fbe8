import { rule } from '../rule.ts'

export const unsafeRequest = rule({
  id: 'unsafe-request',
  family: 'requests',
  summary: 'a request whose method changes something, and that the guard does not list under `requests`',
  match: [
    { action: 'remove', object: 'request', name: '/v1/users/42' },
    { action: 'call', object: 'request', name: '/v1/refunds' },
  ],
  ignore: [
    { action: 'read', object: 'request', name: '/v1/users/42' },
    { action: 'remove', object: 'request', name: '/v1/jobs/{id}', listed: 'allow' },
  ],
  actions: ['write', 'remove', 'call', 'unknown'],
  objects: ['request'],
  when: ({ listed }) => listed === undefined,
  reason: ({ name = 'a path', action }) =>
    action === 'remove' ? `what is at ${name} would be removed` : `${name} would change something`,
  hint: 'List it under `requests` of the guard when it may pass',
})
