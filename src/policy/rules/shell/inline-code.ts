import { rule } from '../rule.ts'

export const inlineCode = rule({
  id: 'inline-code',
  family: 'shell',
  summary: 'a program in another language within a command line: `python -c`, `perl -e`, awk with system()',
  match: [{ command: "python3 -c 'print(1)'" }, { command: 'awk \'BEGIN { system("id") }\'' }],
  ignore: [{ command: "awk '{ print $1 }' /srv/app/log/app.log" }, { command: 'python3 --version' }],
  actions: ['run'],
  objects: ['code'],
  reason: (effect) => `code for ${effect.name} is not judged here`,
  hint: 'Put it into a file that is reviewed and installed with the application',
})
