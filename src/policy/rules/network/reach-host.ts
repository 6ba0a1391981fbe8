import { rule } from '../rule.ts'

export const reachHost = rule({
  id: 'reach-host',
  family: 'network',
  summary: 'something is fetched from another host',
  match: [{ command: 'curl -fsS https://example.com/version' }, { command: 'scp build:/x /srv/app/x' }],
  ignore: [{ command: 'curl -fsS http://localhost:8080/health' }, { command: 'uptime' }],
  actions: ['reach'],
  objects: ['host'],
  when: (effect) => effect.name !== 'localhost',
  reason: (effect) => `${effect.name} would be asked`,
  hint: 'Nothing: this is reported',
})
