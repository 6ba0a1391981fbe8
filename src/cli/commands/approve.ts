import { type Command, EXIT } from '../command.ts'
import { decideAs } from '../people/decide.ts'
import { PEOPLE_HELP, PEOPLE_NOTE } from '../people/options.ts'

export const command: Command = {
  summary: 'let a waiting session or statement go on',
  help: `Usage: sluice approve ID [--reason TEXT] [--same-statement] [--sha256 DIGEST] [--server URL] [--token-file FILE]

Approves one request, as 'sluice approvals ID' shows it. Who decided and why is kept in the record.

  --reason TEXT      why: kept in the record
  --same-statement   equal statements of the same session need not ask again
  --sha256 DIGEST    decide only if the request is still the one with this request_sha256 (of --json)
${PEOPLE_HELP}
${PEOPLE_NOTE}
Exit codes: 0 decided, 1 it failed, 2 wrong options or token, 3 the server refused: you may not, or too late.

Examples
  sluice approve 5f0c… --reason 'OPS-12: reviewed'
`,
  async run(args, io) {
    await decideAs('approved', args, io)
    return EXIT.ok
  },
}
