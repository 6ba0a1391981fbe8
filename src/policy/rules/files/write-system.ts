import { rule } from '../rule.ts'

export const writeSystem = rule({
  id: 'write-system',
  family: 'files',
  summary: 'a file of the system is written, or one whose place is not known',
  match: [
    { command: 'cp app.conf /etc/nginx/conf.d/app.conf' },
    { command: 'mv x /usr/local/bin/x' },
    { command: 'echo 1 > "$FILE"' },
  ],
  ignore: [{ command: 'cp a /srv/app/a' }, { command: 'echo 1 > /tmp/x' }],
  actions: ['write'],
  objects: ['path'],
  when: (effect) => ['system', 'unknown', 'device', 'kernel', 'root'].includes(effect.place ?? ''),
  reason: (effect) => `${effect.name} would be written`,
  hint: 'Keep files of the application in its own directory, or install a package',
})
