import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { SluiceError } from '../../core/errors.ts'
import { stopSession } from '../../session/stop.ts'
import { reportClosed } from '../closing.ts'
import { type Command, EXIT } from '../command.ts'
import { readHandle } from '../handle.ts'

export const command: Command = {
  summary: 'close a session that sluice start opened',
  help: `Usage: sluice stop [--session DIR]

Lets running statements finish, seals the record, revokes the credential, and prints how the session ended
as JSON. Does nothing when it is over already. When the proxy process has died, the server is asked to end
the credential.

  --session DIR   the session's directory; SLUICE_SESSION when left out

Exit codes: 0 the session ended in order, 1 it did not (the proxy process had died, or the record is not whole),
2 that is no session's directory.

Example:
  sluice stop --session "$SLUICE_SESSION"
`,
  async run(args, io) {
    const dir = parse(args) ?? io.env.SLUICE_SESSION
    if (!dir)
      throw new SluiceError('CONFIG_INVALID', 'no session is named', {
        hint: 'Give --session DIR, or set SLUICE_SESSION as sluice start printed it',
      })
    const path = resolve(io.cwd, dir)
    const closed = await stopSession({ dir: path, ...readHandle(path) })
    const clean = reportClosed(closed, io)
    io.out(`${JSON.stringify(closed)}\n`)
    return clean ? EXIT.ok : EXIT.failed
  },
}

function parse(args: string[]): string | undefined {
  try {
    return parseArgs({ args, options: { session: { type: 'string' } } }).values.session
  } catch (error) {
    throw new SluiceError('CONFIG_INVALID', error instanceof Error ? error.message : 'wrong options', {
      hint: 'sluice stop --help shows the options',
    })
  }
}
