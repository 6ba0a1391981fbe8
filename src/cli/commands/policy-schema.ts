import { SluiceError } from '../../core/errors.ts'
import { jsonSchema } from '../../policy/schema/index.ts'
import { reference } from '../../policy/schema/reference.ts'
import { type Command, EXIT } from '../command.ts'

export const command: Command = {
  summary: 'print the JSON Schema of the policy file, for editors',
  help: `Usage: sluice policy schema [--markdown]

Prints the JSON Schema (2020-12) of sluice.yml. An editor with the YAML language server uses it when the
file begins with:
  # yaml-language-server: $schema=./sluice.schema.json

Options
  --markdown   print tables of every key instead, for people

Example
  sluice policy schema > sluice.schema.json
`,
  async run(args, io) {
    const [option, ...rest] = args
    if (rest.length > 0 || (option !== undefined && option !== '--markdown'))
      throw new SluiceError(
        'CONFIG_INVALID',
        'sluice policy schema takes no other argument than --markdown',
        {
          hint: 'Redirect its output: sluice policy schema > sluice.schema.json',
        },
      )
    io.out(option === '--markdown' ? reference() : `${JSON.stringify(jsonSchema(), null, 2)}\n`)
    return EXIT.ok
  },
}
