import { rule } from '../rule.ts'

export const listedRequest = rule({
  id: 'listed-request',
  family: 'requests',
  summary: 'what the guard lists under `requests`, with the verdict that stands there',
  match: [{ action: 'remove', object: 'request', name: '/v1/users/{id}', listed: 'hold' }],
  ignore: [
    { action: 'remove', object: 'request', name: '/v1/users/{id}', listed: 'allow' },
    { action: 'remove', object: 'request', name: '/v1/users/42' },
  ],
  objects: ['request'],
  when: ({ listed }) => listed !== undefined && listed !== 'allow',
  weighs: ({ listed }) => (listed === 'allow' ? undefined : listed),
  reason: ({ name = 'this' }) => `requests to ${name} are listed`,
  hint: 'Ask whoever keeps the policy file what to use instead',
})
