import { rule } from '../rule.ts'

export const interactiveShell = rule({
  id: 'interactive-shell',
  family: 'shell',
  summary: 'a shell without a command, where anything may follow',
  match: [{ command: 'sudo -i' }, { command: 'bash' }, { command: 'su - deploy' }],
  ignore: [{ command: "bash -c 'ls'" }, { command: 'sudo -u deploy ls' }],
  actions: ['run'],
  objects: ['shell'],
  reason: () => 'what somebody would type into the shell is not known',
  hint: 'Give the shell its commands: sh -c …',
  exception: () => `allow: [interactive-shell]`,
})
