import { resolve } from 'node:path'
import { checkConfig, line, readConfig } from '../../policy/load.ts'
import { type Command, EXIT } from '../command.ts'
import { parseOptions } from '../parse.ts'

export const command: Command = {
  summary: 'look for errors and warnings in a policy file',
  help: `Usage: sluice policy check [--config FILE] [--strict]

Prints a line for each error and warning: file:line:column: what is wrong. how to cure it.
References to secrets (env:, file:) are not read.

Options
  --config FILE   the policy file (default: sluice.yml)
  --strict        warnings fail too

Exit codes: 0 no errors, 2 errors (or warnings, with --strict).

Examples
  sluice policy check
  sluice policy check --config deploy/sluice.yml --strict
`,
  async run(args, io) {
    const { config: file, strict } = parse(args)
    const { config, errors, warnings } = checkConfig(readConfig(resolve(io.cwd, file)), file)
    for (const problem of errors) io.out(`${line('error', file, problem)}\n`)
    for (const problem of warnings) io.out(`${line('warning', file, problem)}\n`)
    const found = `${count(errors.length, 'error')}, ${count(warnings.length, 'warning')}`
    if (config) {
      const parts = [
        count(Object.keys(config.targets).length, 'target'),
        count(config.access.length, 'access rule'),
      ]
      io.err(`sluice policy check: ${found}; ${parts.join(', ')}; sha256 ${config.sha256}\n`)
    } else io.err(`sluice policy check: ${found}\n`)
    return errors.length > 0 || (strict && warnings.length > 0) ? EXIT.usage : EXIT.ok
  },
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`

function parse(args: string[]): { config: string; strict: boolean } {
  const options = {
    config: { type: 'string', default: 'sluice.yml' },
    strict: { type: 'boolean', default: false },
  } as const
  return parseOptions('policy check', { args, options }).values
}
