import { rule } from '../rule.ts'

export const hostContainer = rule({
  id: 'host-container',
  family: 'services',
  summary: 'a container gets the host: --privileged, its root, its processes, the socket of docker',
  match: [
    { command: 'docker run -v /:/host alpine' },
    { command: 'docker run --privileged alpine' },
    { command: 'docker run -v /var/run/docker.sock:/s alpine' },
  ],
  ignore: [{ command: 'docker run -v /srv/app/data:/data alpine' }],
  actions: ['run'],
  objects: ['host-container'],
  keepsBlock: true,
  reason: () => 'a container would get what belongs to the host',
  hint: 'Mount only directories of the application',
})
