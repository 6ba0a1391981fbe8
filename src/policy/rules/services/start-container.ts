import { rule } from '../rule.ts'

export const startContainer = rule({
  id: 'start-container',
  family: 'services',
  summary: 'containers are started, or images pulled',
  match: [
    { command: 'docker compose pull' },
    { command: 'docker compose up -d' },
    { command: 'docker restart web' },
  ],
  ignore: [{ command: 'docker ps' }, { command: 'docker logs web' }],
  actions: ['start'],
  objects: ['container'],
  reason: (effect) => `${effect.name ?? 'containers'} would start anew`,
  hint: 'Nothing: this is reported',
})
