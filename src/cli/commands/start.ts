import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { SluiceError } from '../../core/errors.ts'
import { type Ready, writeJson } from '../../session/files.ts'
import { makeDirectory } from '../../session/launch.ts'
import { stopSession } from '../../session/stop.ts'
import { howToReach, restoreSshConfig } from '../../session/user-config.ts'
import { environmentOf, parseTimeout } from '../../session/wanted.ts'
import { type Command, EXIT, type Io, interrupted } from '../command.ts'
import { HANDLE } from '../handle.ts'
import { EXIT_CODES, OPENING_HELP, OPENING_OPTIONS, openSession } from '../opening.ts'
import { parseOptions } from '../parse.ts'

const DRAIN_MS = 10_000

const FORMATS = ['env', 'json', 'github'] as const
type Format = (typeof FORMATS)[number]

export const command: Command = {
  summary: 'open a session for the steps behind it; sluice stop closes it',
  help: `Usage: sluice start (--server URL | --config FILE) --target NAME[=PORT]… [options]

Opens a session that outlives this command and prints how to use it on standard output:
PGHOST, PGPORT, PGUSER, PGPASSWORD and PGDATABASE (with several targets each with the target's name in front:
ORDERS_PROD_PGHOST), and SLUICE_SESSION for sluice stop.

${OPENING_HELP}  --format FORMAT        env: lines for eval (the default); json; github: lines for $GITHUB_ENV
  --session DIR          the session's directory; a new one when left out
  --idle-timeout TIME    end the session when nothing was connected for this time; 1h when left out
  --parent PID           end the session when this process is gone

${EXIT_CODES}
Examples:
  eval "$(sluice start --server https://sluice.example.com --target orders-prod --parent $$)"
  sluice start --config sluice.yml --target orders-prod --format github >> "$GITHUB_ENV"
`,
  async run(args, io) {
    const values = parse(args)
    const format = readFormat(values.format ?? 'env')
    const dir = values.session ? resolve(io.cwd, values.session) : mkdtempSync(join(tmpdir(), 'sluice-'))
    makeDirectory(dir)
    const opened = await openSession(
      values,
      {
        dir,
        idleExitMs: parseTimeout(values['idle-timeout'] ?? '1h', '--idle-timeout'),
        drainMs: DRAIN_MS,
        ...(values.parent === undefined ? {} : { parent: readPid(values.parent) }),
      },
      io,
    )
    const { ready, record, grant, sshConfig } = opened
    if (io.signal.aborted) {
      if (sshConfig) await restoreSshConfig(ready.session)
      await stopSession({ dir, record, ...(grant ? { grant } : {}), now: true })
      io.err(`sluice: session ${ready.session} was closed again\n`)
      return interrupted(io.signal)
    }
    const named = sshConfig ? { sshConfig: ready.session } : {}
    writeJson(dir, HANDLE, { record, ...named, ...(grant ? { grant } : {}) })
    for (const target of ready.targets)
      io.err(
        `sluice: ${target.name} listens on ${target.host}:${target.port}${howToReach(target, sshConfig)}\n`,
      )
    io.err(`sluice: session ${ready.session} ends at ${ready.expiresAt}\n`)
    const databaseUrl = values['database-url'] === true
    print(format, ready, { ...environmentOf(ready, { databaseUrl }), SLUICE_SESSION: dir }, io)
    return EXIT.ok
  },
}

function parse(args: string[]) {
  return parseOptions('start', {
    args,
    options: {
      ...OPENING_OPTIONS,
      format: { type: 'string' },
      session: { type: 'string' },
      'idle-timeout': { type: 'string' },
      parent: { type: 'string' },
    },
  }).values
}

function readFormat(text: string): Format {
  const format = FORMATS.find((candidate) => candidate === text)
  if (format) return format
  throw new SluiceError('CONFIG_INVALID', `--format ${text} is unknown`, {
    hint: `Choose ${FORMATS.join(', ')}`,
  })
}

function readPid(text: string): number {
  if (/^[1-9]\d{0,9}$/.test(text)) return Number(text)
  throw new SluiceError('CONFIG_INVALID', '--parent is not a process id', { hint: 'Write --parent $$' })
}

function print(format: Format, ready: Ready, variables: Record<string, string>, io: Io): void {
  if (format === 'json') {
    const { session, sessionUrl, expiresAt, record, targets } = ready
    const shown = targets.map(({ environment: _, detect: __, patterns: ___, ...target }) => target)
    io.out(
      `${JSON.stringify({ session, sessionUrl, expiresAt, record, targets: shown, environment: variables })}\n`,
    )
    return
  }
  // The runner reads commands on both streams; standard output goes into its file.
  if (format === 'github')
    for (const { password } of ready.targets) if (password) io.err(`::add-mask::${password}\n`)
  for (const [name, value] of Object.entries(variables))
    io.out(
      format === 'github' ? `${name}=${value}\n` : `export ${name}='${value.replaceAll("'", `'\\''`)}'\n`,
    )
}
