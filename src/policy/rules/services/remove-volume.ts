import { rule } from '../rule.ts'

export const removeVolume = rule({
  id: 'remove-volume',
  family: 'services',
  summary: 'data of containers is removed',
  match: [
    { command: 'docker compose down -v' },
    { command: 'docker volume rm data' },
    { command: 'docker system prune -a --volumes' },
  ],
  ignore: [{ command: 'docker compose down' }, { command: 'docker volume ls' }],
  actions: ['remove'],
  objects: ['volume'],
  reason: () => 'what containers keep would be gone',
  hint: 'Leave volumes alone, or remove them by hand after a backup',
})
