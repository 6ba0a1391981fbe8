// What `run` and `start` share: options to a session that listens.
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { SluiceError } from '../core/errors.ts'
import { termsToJson } from '../core/terms.ts'
import { readTokenFile } from '../platforms/generic/index.ts'
import { openPlatform } from '../platforms/index.ts'
import type { DaemonConfig } from '../session/config.ts'
import type { Ready } from '../session/files.ts'
import { launch } from '../session/launch.ts'
import { stopSession } from '../session/stop.ts'
import { changeSshConfig, parseSshConfig } from '../session/user-config.ts'
import { parseClientAuth, parseOnPending, parseTargets, parseTimeout } from '../session/wanted.ts'
import type { Io } from './command.ts'

/** For `parseOptions`. */
export const OPENING_OPTIONS = {
  server: { type: 'string' },
  config: { type: 'string' },
  target: { type: 'string', multiple: true },
  access: { type: 'string' },
  audience: { type: 'string' },
  'id-token-file': { type: 'string' },
  'record-dir': { type: 'string' },
  timeout: { type: 'string' },
  'on-pending': { type: 'string' },
  'client-auth': { type: 'string' },
  'database-url': { type: 'boolean' },
  'ssh-config': { type: 'string' },
} as const

export interface OpeningValues {
  readonly server?: string | undefined
  readonly config?: string | undefined
  readonly target?: string[] | undefined
  readonly access?: string | undefined
  readonly audience?: string | undefined
  readonly 'id-token-file'?: string | undefined
  readonly 'record-dir'?: string | undefined
  readonly timeout?: string | undefined
  readonly 'on-pending'?: string | undefined
  readonly 'client-auth'?: string | undefined
  readonly 'ssh-config'?: string | undefined
}

export const OPENING_HELP = `  --server URL           exchange the job's OIDC token at this grant server
  --config FILE          no server: terms from this policy file, credential from the environment;
                         what would be held is blocked, since nobody can be asked
  --target NAME[=PORT]   a target of the policy; repeat for several; without PORT a free one is taken
  --access NAME          with --config: the access rule, when several hold the targets
  --audience TEXT        audience of the OIDC token; the server's address when left out
  --id-token-file FILE   read the OIDC token from a file (otherwise from the CI, or SLUICE_ID_TOKEN)
  --record-dir DIR       where the session record goes; .sluice/sessions/ID when left out
  --timeout TIME         end the session after this time (90s, 30m, 2h), if its grant does not end before
  --on-pending CHOICE    when a person must approve first: wait, or park to end with exit code 4 and go on
                         when the job is run again; wait when left out
  --client-auth METHOD   password for local clients that cannot do SCRAM; scram-sha-256 when left out
  --database-url         set DATABASE_URL too
  --ssh-config user      name targets of the protocol ssh in ~/.ssh/config until the session is closed, so that
                         'ssh web-prod' works as it is
`

export const EXIT_CODES = `Exit codes: 0 done, 1 it failed, 2 wrong options, configuration or credential, 3 the server refused,
4 a person must approve first, 130 or 143 a signal came.
`

export interface OpeningPlace {
  /** The session's directory: sockets, log, readiness. */
  readonly dir: string
  readonly idleExitMs: number
  readonly drainMs: number
  readonly parent?: number
}

export interface Opened {
  readonly ready: Ready
  readonly record: string
  readonly grant?: { readonly server: string; readonly token: string }
  /** Environment variables that held secrets of a standalone session. */
  readonly secretVariables: readonly string[]
  /** ~/.ssh/config is to name the session. */
  readonly sshConfig: boolean
}

/** Throws `SluiceError`. */
export async function openSession(values: OpeningValues, place: OpeningPlace, io: Io): Promise<Opened> {
  const listen = parseTargets(values.target ?? [])
  const timeout = values.timeout === undefined ? undefined : parseTimeout(values.timeout, '--timeout')
  const method = values['client-auth']
  const clientAuth = method === undefined ? undefined : parseClientAuth(method, '--client-auth')
  const sshConfig = parseSshConfig(values['ssh-config'] ?? 'own', '--ssh-config')
  const targets = listen.map(({ target }) => target)
  const source = await readSource(values, targets, io)
  const record = resolve(io.cwd, values['record-dir'] ?? join('.sluice', 'sessions', source.session))
  const ready = await launch({
    env: io.env,
    config: {
      ...place,
      record,
      listen,
      workspace: workspaceOf(io.cwd),
      ...source.config,
      ...(timeout === undefined ? {} : { timeoutMs: timeout }),
      ...(clientAuth === undefined ? {} : { clientAuth }),
    },
  })
  const { grant } = source.config
  const opened = {
    ready,
    record,
    secretVariables: source.secretVariables,
    sshConfig,
    ...(grant ? { grant: { server: grant.server, token: grant.token } } : {}),
  }
  if (sshConfig) await nameHosts(opened, place.dir)
  return opened
}

/** Ends the session again when it cannot be done. */
async function nameHosts({ ready, ...opened }: Opened, dir: string): Promise<void> {
  try {
    await changeSshConfig(ready, '--ssh-config')
  } catch (error) {
    await stopSession({ dir, ...opened, now: true })
    throw error
  }
}

/** The repository that the job works in: its root says what files are called, wherever the command is run. */
function workspaceOf(cwd: string): string {
  for (let dir = resolve(cwd); ; dir = dirname(dir)) {
    if (existsSync(join(dir, '.git'))) return dir
    if (dir === dirname(dir)) return resolve(cwd)
  }
}

interface Source {
  readonly session: string
  readonly config: Pick<DaemonConfig, 'grant' | 'terms'>
  readonly secretVariables: readonly string[]
}

async function readSource(values: OpeningValues, targets: readonly string[], io: Io): Promise<Source> {
  const { server, config } = values
  if (server !== undefined && config === undefined) return fromServer(server, values, targets, io)
  if (config !== undefined && server === undefined) return fromFile(config, values, targets, io)
  throw new SluiceError('CONFIG_INVALID', `${server ? 'both' : 'neither'} --server and --config given`, {
    hint: 'Give --server URL for a session with a grant server, or --config FILE for one without',
  })
}

async function fromServer(
  address: string,
  values: OpeningValues,
  targets: readonly string[],
  io: Io,
): Promise<Source> {
  const park = parseOnPending(values['on-pending'] ?? 'wait', '--on-pending')
  const [{ exchange }, { pendingLine }, { serverAddress }, { useOutboundProxy }] = await Promise.all([
    import('../client/exchange.ts'),
    import('../client/pending.ts'),
    import('../client/connect.ts'),
    import('../client/outbound.ts'),
  ])
  useOutboundProxy(io.env)
  const server = serverAddress(address)
  const platform = await openPlatform({ env: io.env, cwd: io.cwd, fetch, err: io.err })
  const file = values['id-token-file']
  const idToken = file
    ? readTokenFile(resolve(io.cwd, file))
    : await platform.idToken(values.audience ?? server)
  const grant = await exchange({
    server,
    idToken,
    targets,
    signal: io.signal,
    park,
    onPending: (pending) => io.err(`sluice: ${pendingLine(pending)}\n`),
  })
  return { session: grant.session, config: { grant }, secretVariables: [] }
}

async function fromFile(
  file: string,
  { access }: OpeningValues,
  targets: readonly string[],
  io: Io,
): Promise<Source> {
  const { standaloneTerms } = await import('../standalone/terms.ts')
  const session = randomBytes(12).toString('hex')
  const { terms, variables } = await standaloneTerms({
    config: resolve(io.cwd, file),
    targets,
    session,
    env: io.env,
    now: new Date(),
    ...(access === undefined ? {} : { access }),
  })
  return { session, config: { terms: termsToJson(terms) }, secretVariables: variables }
}
