import type { Rule } from '../rule.ts'
import { changeEnvironment } from './change-environment.ts'
import { inlineCode } from './inline-code.ts'
import { interactiveShell } from './interactive-shell.ts'
import { runDownload } from './run-download.ts'
import { unknownCommand } from './unknown-command.ts'
import { unknownProgram } from './unknown-program.ts'

export const SHELL: readonly Rule[] = [
  unknownCommand,
  unknownProgram,
  inlineCode,
  runDownload,
  interactiveShell,
  changeEnvironment,
]
