import { SluiceError } from '../core/errors.ts'
import { parseSshConfig } from '../session/user-config.ts'
import {
  type ClientAuth,
  parseClientAuth,
  parseOnPending,
  parseTargets,
  parseTimeout,
  type Wanted,
} from '../session/wanted.ts'

/** The inputs of action.yml; a test holds the two equal. */
export const INPUTS = [
  'server',
  'config',
  'access',
  'target',
  'run',
  'export-env',
  'database-url',
  'ssh-config',
  'artifact',
  'timeout',
  'on-pending',
  'client-auth',
  'audience',
  'id-token',
  'report',
  'github-token',
] as const

type Name = (typeof INPUTS)[number]

export interface Inputs {
  /** Where the session's terms come from. */
  readonly source:
    | { readonly server: string; readonly audience?: string; readonly idToken?: string }
    | { readonly config: string; readonly access?: string }
  readonly targets: readonly Wanted[]
  readonly run?: string
  readonly exportEnvironment: boolean
  readonly databaseUrl: boolean
  /** A line in the user's own ~/.ssh/config. */
  readonly sshConfig: boolean
  readonly timeoutMs?: number
  /** When a person must approve first, the job ends instead of waiting. */
  readonly park: boolean
  readonly clientAuth?: ClientAuth
}

/** How pull requests and commits are told of the session. */
export const REPORTS = ['none', 'comment', 'check'] as const
export type ReportInput = (typeof REPORTS)[number]

/** `true` for the usual name. */
export type ArtifactInput = boolean | string

/** Throws `SluiceError` CONFIG_INVALID that names the input and its cure. */
export function readInputs(env: NodeJS.ProcessEnv): Inputs {
  const run = read(env, 'run')
  const timeout = read(env, 'timeout')
  const clientAuth = read(env, 'client-auth')
  readArtifact(env)
  readReport(env)
  return {
    source: readSource(env),
    targets: parseTargets(read(env, 'target').split('\n')),
    ...(run ? { run } : {}),
    exportEnvironment: !run && readFlag(env, 'export-env', true),
    databaseUrl: readFlag(env, 'database-url', false),
    sshConfig: parseSshConfig(read(env, 'ssh-config') || 'own', 'input ssh-config'),
    park: parseOnPending(read(env, 'on-pending') || 'wait', 'input on-pending'),
    ...(timeout ? { timeoutMs: parseTimeout(timeout, 'input timeout') } : {}),
    ...(clientAuth ? { clientAuth: parseClientAuth(clientAuth, 'input client-auth') } : {}),
  }
}

/** Throws too: before the session, a name that the artifact service would refuse behind it. */
export function readArtifact(env: NodeJS.ProcessEnv): ArtifactInput {
  const value = read(env, 'artifact')
  const flag = value === '' ? true : asFlag(value)
  if (flag !== undefined) return flag
  if (!/["<>|*?\r\n\\/:]/.test(value)) return value
  throw new SluiceError(
    'CONFIG_INVALID',
    `input artifact is no name for an artifact: ${JSON.stringify(value)}`,
    {
      hint: 'Leave out quotes, line breaks and < > | * ? : / \\, or write true for sluice-session-<target>-<id>',
    },
  )
}

/** Without a token there is nobody to tell. Throws for another word. */
export function readReport(env: NodeJS.ProcessEnv): { kind: ReportInput; token: string } {
  const [value, token] = [read(env, 'report') || 'comment', read(env, 'github-token')]
  const kind = REPORTS.find((each) => each === value)
  if (kind) return { kind: token ? kind : 'none', token }
  throw new SluiceError('CONFIG_INVALID', 'input report is neither none, comment nor check', {
    hint: 'Write report: comment (needs permission pull-requests: write), check (checks: write) or none',
  })
}

/** For `post`: the names that `main` was given, or none when it refused them. */
export function readTargets(env: NodeJS.ProcessEnv): string[] {
  try {
    return parseTargets(read(env, 'target').split('\n')).map(({ target }) => target)
  } catch {
    return []
  }
}

function readSource(env: NodeJS.ProcessEnv): Inputs['source'] {
  const [server, config] = [read(env, 'server'), read(env, 'config')]
  if ((server === '') === (config === ''))
    throw new SluiceError(
      'CONFIG_INVALID',
      `${server ? 'both' : 'neither'} of the inputs server and config given`,
      {
        hint: 'Give server: https://… for a session with a grant server, or config: sluice.yml for one without',
      },
    )
  if (config) {
    const access = read(env, 'access')
    return { config, ...(access ? { access } : {}) }
  }
  const [audience, idToken] = [read(env, 'audience'), read(env, 'id-token')]
  return { server, ...(audience ? { audience } : {}), ...(idToken ? { idToken } : {}) }
}

function readFlag(env: NodeJS.ProcessEnv, name: Name, usual: boolean): boolean {
  const value = read(env, name)
  if (value === '') return usual
  const flag = asFlag(value)
  if (flag !== undefined) return flag
  throw new SluiceError('CONFIG_INVALID', `input ${name} is neither true nor false`, {
    hint: `Write ${name}: true or ${name}: false`,
  })
}

/** As YAML 1.2 writes them: in lower case, upper case or with a capital. */
function asFlag(value: string): boolean | undefined {
  if (/^(true|True|TRUE)$/.test(value)) return true
  return /^(false|False|FALSE)$/.test(value) ? false : undefined
}

/** As the runner passes it: upper case, blanks as `_`, hyphens kept. */
function read(env: NodeJS.ProcessEnv, name: Name): string {
  return (env[`INPUT_${name.toUpperCase()}`] ?? '').trim()
}
