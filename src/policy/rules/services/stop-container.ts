import { rule } from '../rule.ts'

export const stopContainer = rule({
  id: 'stop-container',
  family: 'services',
  summary: 'containers or images are stopped or removed',
  match: [{ command: 'docker rm -f web' }, { command: 'docker compose down' }],
  ignore: [{ command: 'docker compose up -d' }, { command: 'docker ps' }],
  actions: ['stop'],
  objects: ['container'],
  reason: (effect) => `${effect.name ?? 'containers'} would stop`,
  hint: 'Start them anew instead: docker compose up -d',
})
