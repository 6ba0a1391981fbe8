import { rule } from '../rule.ts'

export const writeStartup = rule({
  id: 'write-startup',
  family: 'files',
  summary: 'what runs by itself later: units, profiles, hooks, schedules in files',
  match: [
    { command: 'cp app.service /etc/systemd/system/app.service' },
    { command: "echo 'alias ls=rm' >> ~/.bashrc" },
    { command: 'mv job /etc/cron.d/job' },
  ],
  ignore: [{ command: 'cp app.service /srv/app/app.service' }],
  actions: ['write', 'empty', 'permit'],
  objects: ['path'],
  when: (effect) => effect.place === 'startup',
  reason: (effect) => `${effect.name} runs by itself later`,
  hint: 'Show somebody what it holds',
})
