import { rule } from '../rule.ts'

export const removePackage = rule({
  id: 'remove-package',
  family: 'services',
  summary: 'packages are removed',
  match: [{ command: 'apt-get purge -y postgresql' }, { command: 'rpm -e httpd' }],
  ignore: [{ command: 'apt list' }],
  actions: ['remove'],
  objects: ['package'],
  reason: (effect) => `${effect.name ?? 'packages'} would be removed`,
  hint: 'Leave it to the configuration management of the host',
})
