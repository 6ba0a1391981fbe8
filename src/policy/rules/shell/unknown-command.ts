import { rule } from '../rule.ts'

export const unknownCommand = rule({
  id: 'unknown-command',
  family: 'shell',
  summary: 'a command line of which a part is only known when it runs, or that shells read in different ways',
  match: [{ command: '$TOOL --all' }, { command: 'xargs sh' }, { command: 'cat list | xargs sh -c' }],
  ignore: [{ command: 'echo "$TOOL"' }, { command: 'ls -l' }],
  actions: ['unknown'],
  objects: ['command'],
  reason: (effect) => `what runs is not known before it does: ${effect.detail}`,
  hint: 'Write the command out, with whole words and absolute paths',
  exception: false,
})
