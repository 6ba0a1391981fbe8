import type { Command, Word } from './syntax/tree.ts'

/** Builtins that give values to the names they are told. */
const SETTERS = new Set([
  'read',
  'export',
  'declare',
  'typeset',
  'local',
  'readonly',
  'printf',
  'getopts',
  'mapfile',
  'readarray',
  'unset',
  'let',
  'setenv',
  'set',
  'eval',
  'source',
  '.',
])

/** Names that loops and functions of this command assign, and those that no text of it tells: their values depend on what ran before. */
export function restless(command: Command): Set<string> {
  const names = new Set<string>()
  visit(command, false, names)
  return names
}

function visit(command: Command, again: boolean, names: Set<string>): undefined {
  switch (command.kind) {
    case 'simple': {
      if (!again) return
      for (const { name } of command.assignments) names.add(name)
      if (SETTERS.has(literal(command.words[0])))
        for (const word of command.words.slice(1)) {
          const [name] = /^[A-Za-z_]\w*/.exec(literal(word)) ?? []
          if (name !== undefined) names.add(name)
        }
      return
    }
    case 'pipeline':
      for (const one of command.commands) visit(one, again, names)
      return
    case 'list':
      for (const { command: one } of command.items) visit(one, again, names)
      return
    case 'if':
      for (const one of command.parts) visit(one, again, names)
      return
    case 'loop':
      for (const one of command.parts) visit(one, true, names)
      return
    case 'for':
      names.add(command.name)
      visit(command.body, true, names)
      return
    case 'case':
      for (const one of command.bodies) visit(one, again, names)
      return
    case 'function':
      visit(command.body, true, names)
      return
    case 'test':
      return
    default:
      visit(command.body, again, names)
  }
}

function literal(word: Word | undefined): string {
  const [part] = word?.parts ?? []
  return part?.kind === 'text' ? part.text : ''
}
