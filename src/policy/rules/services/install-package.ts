import { rule } from '../rule.ts'

export const installPackage = rule({
  id: 'install-package',
  family: 'services',
  summary: 'packages are installed or brought up to date, which runs their scripts',
  match: [
    { command: 'apt-get install -y nginx' },
    { command: 'dnf upgrade -y' },
    { command: 'pip install x' },
  ],
  ignore: [{ command: 'apt list --installed' }, { command: 'dpkg -l' }],
  actions: ['write'],
  objects: ['package'],
  reason: (effect) => `${effect.name ?? 'packages'} would be installed`,
  hint: 'Build an image, or leave it to the configuration management',
})
