import { rule } from '../rule.ts'

export const exposeEnvironment = rule({
  id: 'expose-environment',
  family: 'secrets',
  summary: 'the environment of a program is printed',
  match: [
    { command: 'env' },
    { command: 'printenv' },
    { command: 'export -p' },
    { command: 'docker inspect web' },
    { command: 'ps auxe' },
  ],
  ignore: [{ command: 'printenv PATH' }, { command: 'ps aux' }, { command: 'env LANG=C ls' }],
  actions: ['expose'],
  objects: ['environment'],
  reason: () => 'environments hold passwords and tokens',
  hint: 'Print the one variable that is needed: printenv LANG',
})
