import { resolve } from 'node:path'
import { SluiceError } from '../../core/errors.ts'
import { stopSession } from '../../session/stop.ts'
import { restoreSshConfig } from '../../session/user-config.ts'
import { reportClosed } from '../closing.ts'
import { type Command, EXIT } from '../command.ts'
import { readHandle } from '../handle.ts'
import { parseOptions } from '../parse.ts'

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
    const handle = readHandle(path)
    if (handle.sshConfig) await restoreSshConfig(handle.sshConfig)
    const closed = await stopSession({ dir: path, ...handle })
    const clean = reportClosed(closed, io)
    io.out(`${JSON.stringify(closed)}\n`)
    return clean ? EXIT.ok : EXIT.failed
  },
}

function parse(args: string[]): string | undefined {
  return parseOptions('stop', { args, options: { session: { type: 'string' } } }).values.session
}
