import { rule } from '../rule.ts'

export const unknownProgram = rule({
  id: 'unknown-program',
  family: 'shell',
  summary: 'a program or script that is not known here',
  match: [
    { command: '/opt/app/deploy.sh' },
    { command: 'npm run build' },
    { command: 'python3 manage.py migrate' },
  ],
  ignore: [{ command: 'ls' }, { command: 'systemctl status app' }],
  actions: ['run'],
  objects: ['program'],
  reason: (effect) => `nobody knows here what ${effect.name} does`,
  hint: 'Use a program whose effects are known',
})
