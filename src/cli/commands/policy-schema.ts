import { SluiceError } from '../../core/errors.ts'
import { jsonSchema } from '../../policy/schema/index.ts'
import { type Command, EXIT } from '../command.ts'

export const command: Command = {
  summary: 'print the JSON Schema of the policy file, for editors',
  help: `Usage: sluice policy schema

Prints the JSON Schema (2020-12) of sluice.yml. An editor with the YAML language server uses it when the
file begins with:
  # yaml-language-server: $schema=./sluice.schema.json

Example
  sluice policy schema > sluice.schema.json
`,
  async run(args, io) {
    if (args.length > 0)
      throw new SluiceError('CONFIG_INVALID', 'sluice policy schema takes no arguments', {
        hint: 'Redirect its output: sluice policy schema > sluice.schema.json',
      })
    io.out(`${JSON.stringify(jsonSchema(), null, 2)}\n`)
    return EXIT.ok
  },
}
