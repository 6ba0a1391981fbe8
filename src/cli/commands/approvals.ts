import type { Waiting } from '../../client/people.ts'
import { type Command, EXIT } from '../command.ts'
import { wrongUsage } from '../parse.ts'
import { openPeople, PEOPLE_HELP, PEOPLE_NOTE, parsePeople, plain } from '../people/options.ts'
import { shown } from '../people/shown.ts'

export const command: Command = {
  summary: 'list the requests that wait for an approver, or show one',
  help: `Usage: sluice approvals [ID] [--all] [--json] [--server URL] [--token-file FILE]

Lists what waits for a person, newest first; with ID everything that its approver is shown.

  --all              decided and expired requests too
  --json             as JSON
${PEOPLE_HELP}
${PEOPLE_NOTE}
Exit codes: 0 done, 1 it failed, 2 wrong options or token, 3 the server refused.

Examples
  sluice approvals --server https://sluice.example.com
  sluice approvals 5f0c… --json
`,
  async run(args, io) {
    const { values, positionals } = parsePeople(args, 'approvals', {
      all: { type: 'boolean' },
      json: { type: 'boolean' },
    })
    const [id, more] = positionals
    if (more !== undefined) throw wrongUsage('approvals', 'one request is shown at a time')
    const people = await openPeople(values, io)
    if (id !== undefined) {
      const detail = await people.approval(id)
      io.out(values.json ? `${JSON.stringify(detail, undefined, 2)}\n` : shown(detail))
      return EXIT.ok
    }
    const list = await people.approvals(values.all === true)
    if (values.json) io.out(`${JSON.stringify(list, undefined, 2)}\n`)
    else if (list.length === 0) io.err('Nothing waits.\n')
    else io.out(list.map(line).join(''))
    return EXIT.ok
  },
}

const MOST = 120

function line(waiting: Waiting): string {
  const { id, state, repository, ref, targets, statement, access, expires_at: until } = waiting
  const asked =
    waiting.environment === undefined ? `session: ${access}` : `deployment: ${waiting.environment}`
  const what = statement === undefined ? asked : statement.replace(/\s+/g, ' ').slice(0, MOST)
  const who = waiting.may_decide ? '' : `  (${waiting.why_not})`
  return `${plain(`${id}  ${state}  ${targets.join(',')}  ${repository}@${ref}  until ${until}  ${what}${who}`)}\n`
}
