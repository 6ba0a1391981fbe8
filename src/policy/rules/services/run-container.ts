import { rule } from '../rule.ts'

export const runContainer = rule({
  id: 'run-container',
  family: 'services',
  summary: 'a container is run from an image, or built',
  match: [{ command: 'docker run --rm alpine ls' }, { command: 'docker build .' }],
  ignore: [{ command: 'docker ps' }, { command: 'docker compose up -d' }],
  actions: ['run'],
  objects: ['container'],
  reason: (effect) => `nobody knows here what ${effect.name} does`,
  hint: 'Start it from a compose file that is reviewed',
})
