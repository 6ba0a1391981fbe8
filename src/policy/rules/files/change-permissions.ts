import { rule } from '../rule.ts'

export const changePermissions = rule({
  id: 'change-permissions',
  family: 'files',
  summary: 'who may read and run files: recursively, of the system, setuid, for everybody',
  match: [
    { command: 'chmod -R 755 /srv/app' },
    { command: 'chown -R app: /etc/app' },
    { command: 'chmod 4755 /srv/app/run' },
    { command: 'chmod 777 /srv/app/run' },
  ],
  ignore: [{ command: 'chmod 644 /srv/app/a' }, { command: 'chmod u+x /tmp/x' }],
  actions: ['permit'],
  objects: ['path'],
  when: (effect) =>
    effect.recursive === true ||
    effect.detail !== undefined ||
    !['own', 'temporary'].includes(effect.place ?? ''),
  reason: (effect) => `access to ${effect.name} would change`,
  hint: 'Name the files, and give no more than is needed',
})
