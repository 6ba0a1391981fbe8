import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { constants, tmpdir } from 'node:os'
import { join } from 'node:path'
import { SluiceError } from '../../core/errors.ts'
import { stopSession } from '../../session/stop.ts'
import { restoreSshConfig } from '../../session/user-config.ts'
import { environmentOf } from '../../session/wanted.ts'
import { reportClosed } from '../closing.ts'
import { type Command, EXIT, type Io, interrupted } from '../command.ts'
import { OPENING_HELP, OPENING_OPTIONS, openSession } from '../opening.ts'
import { parseOptions } from '../parse.ts'

/** The command is over, so what still runs was left behind by it. */
const DRAIN_MS = 1000
const NOT_FOUND = 127
const NOT_EXECUTABLE = 126

export const command: Command = {
  summary: 'run one command with access to targets, and close the session behind it',
  help: `Usage: sluice run (--server URL | --config FILE) --target NAME[=PORT]… [options] -- COMMAND…

Opens a session, runs COMMAND with PGHOST, PGPORT, PGUSER, PGPASSWORD and PGDATABASE set for it alone
(with several targets each with the target's name in front: ORDERS_PROD_PGHOST), and closes the session.
For targets of the protocol ssh: SLUICE_SSH_CONFIG, GIT_SSH_COMMAND, RSYNC_RSH and ANSIBLE_SSH_ARGS.

${OPENING_HELP}
Exit codes: COMMAND's own (128 and the signal's number when a signal ended it), but 1 when COMMAND succeeded and
the session did not end in order, 126 when COMMAND may not be executed, 127 when there is no such command. When
no session could be opened, as for 'sluice start': 1 it failed, 2 wrong options, configuration or credential,
3 the server refused, 4 a person must approve first.

Examples:
  sluice run --server https://sluice.example.com --target orders-prod -- npm run migrate
  sluice run --config sluice.yml --target orders-prod=5432 -- psql -c 'select 1'
  sluice run --config sluice.yml --target web-prod --ssh-config user -- ssh web-prod uptime
`,
  async run(args, io) {
    const { values, positionals } = parse(args)
    const [file, ...rest] = positionals
    if (file === undefined)
      throw new SluiceError('CONFIG_INVALID', 'no command to run is given', {
        hint: 'Write it behind two dashes: sluice run … -- npm run migrate',
      })
    const dir = mkdtempSync(join(tmpdir(), 'sluice-'))
    try {
      const place = { dir, idleExitMs: 0, drainMs: DRAIN_MS, parent: process.pid }
      const { ready, record, grant, secretVariables, sshConfig } = await openSession(values, place, io)
      const env = {
        ...io.env,
        ...environmentOf(ready, { databaseUrl: values['database-url'] === true }),
      }
      for (const name of secretVariables) delete env[name]
      if (io.signal.aborted) {
        if (sshConfig) await restoreSshConfig(ready.session)
        reportClosed(await stopSession({ dir, record, ...(grant ? { grant } : {}), now: true }), io)
        return interrupted(io.signal)
      }
      io.relaying?.(true)
      const code = await execute(file, rest, env, io)
      io.relaying?.(false)
      if (sshConfig) await restoreSshConfig(ready.session)
      const closed = await stopSession({ dir, record, ...(grant ? { grant } : {}) })
      const clean = reportClosed(closed, io)
      return code === EXIT.ok && !clean ? EXIT.failed : code
    } finally {
      rmSync(dir, { recursive: true, force: true })
    }
  },
}

function parse(args: string[]) {
  return parseOptions('run', { args, options: OPENING_OPTIONS, allowPositionals: true })
}

/** The command's exit code, as a shell would tell it. */
function execute(file: string, args: string[], env: NodeJS.ProcessEnv, io: Io): Promise<number> {
  return new Promise((resolve) => {
    // On Windows package managers are scripts, which only a shell can start.
    const shell = process.platform === 'win32'
    const child = spawn(file, args, { cwd: io.cwd, env, stdio: 'inherit', shell })
    const forward = () => {
      // A terminal has sent Ctrl-C to the command already.
      if (io.signal.reason === 'SIGINT' && process.stdin.isTTY) return
      child.kill(io.signal.reason === 'SIGINT' ? 'SIGINT' : 'SIGTERM')
    }
    io.signal.addEventListener('abort', forward, { once: true })
    child.once('error', (error: NodeJS.ErrnoException) => {
      io.err(`sluice run: '${file}' cannot be started (${error.code})\n`)
      resolve(error.code === 'ENOENT' ? NOT_FOUND : NOT_EXECUTABLE)
    })
    child.once('exit', (code, signal) => {
      io.signal.removeEventListener('abort', forward)
      resolve(signal ? 128 + constants.signals[signal] : (code ?? EXIT.failed))
    })
  })
}
