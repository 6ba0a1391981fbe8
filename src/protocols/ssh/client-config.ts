// What OpenSSH's clients, and those that start them, read to find a session.
import { dirname, join } from 'node:path'
import { SluiceError } from '../../core/errors.ts'
import type { Endpoint, Shared } from '../clients.ts'

export interface LocalHost {
  /** The target's name, and the host that it stands for: clients may ask for either. */
  readonly target: string
  readonly upstream: string
  /** Where the session listens. */
  readonly host: string
  readonly port: number
  readonly user: string
}

export interface ClientFiles {
  /** Holds the key of `Identity.clientKey`. */
  readonly identity: string
  /** Holds the lines of `knownHostsLine`. */
  readonly knownHosts: string
}

/** Names of the files in the session's directory. */
const CONFIG = 'ssh_config'
const HOSTS = 'ssh_hosts'
const KNOWN_HOSTS = 'ssh_known_hosts'

/** What clients of these targets read; each target has a key of its own. */
export function sshFiles(endpoints: readonly Endpoint[], dir: string): Shared {
  const keyed = endpoints.flatMap(({ identity, ...endpoint }) => (identity ? [{ endpoint, identity }] : []))
  const keyFile = (at: number) => `ssh_key_${at + 1}`
  const knownHosts = join(dir, KNOWN_HOSTS)
  const blocks = keyed.map(({ endpoint }, at) =>
    hostBlock(endpoint, { identity: join(dir, keyFile(at)), knownHosts }),
  )
  const hosts = keyed.map(({ endpoint: { host, port }, identity }) =>
    knownHostsLine(host, port, identity.hostKey),
  )
  const keys = keyed.map(({ identity }, at) => [keyFile(at), identity.clientKey.reveal()] as const)
  return {
    files: {
      [CONFIG]: `${blocks.join('\n')}\n${others(blocks)}`,
      [HOSTS]: blocks.join('\n'),
      [KNOWN_HOSTS]: hosts.join(''),
      ...Object.fromEntries(keys),
    },
    keys: keys.map(([name]) => name),
    environment: sshEnvironment(join(dir, CONFIG)),
  }
}

/** The file with the `Host` blocks and nothing else, given the path in SLUICE_SSH_CONFIG. */
export const hostsFile = (config: string): string => join(dirname(config), HOSTS)

/** `ssh -F` reads no other file: without this, git would lose the keys and settings that a job has for other hosts. */
function others(blocks: readonly string[]): string {
  const ours = blocks.flatMap((block) => /^Host (.+)$/m.exec(block)?.[1]?.split(' ') ?? [])
  const not = ours.map((name) => ` !${name}`).join('')
  return `Host *${not}\n  Include ~/.ssh/config\n  Include /etc/ssh/ssh_config\n`
}

/** The `Host` block of one target. Throws `SluiceError` CONFIG_INVALID for what ssh_config cannot quote. */
export function hostBlock({ target, upstream, host, port, user }: LocalHost, files: ClientFiles): string {
  const names = [...new Set([target, upstream])].map(literalPattern)
  const lines = [
    `HostName ${host}`,
    `Port ${port}`,
    `User ${quoted(user)}`,
    `IdentityFile ${path(files.identity)}`,
    'IdentitiesOnly yes',
    'IdentityAgent none',
    'PreferredAuthentications publickey',
    'PasswordAuthentication no',
    'KbdInteractiveAuthentication no',
    `UserKnownHostsFile ${path(files.knownHosts)}`,
    'GlobalKnownHostsFile none',
    'StrictHostKeyChecking yes',
    'UpdateHostKeys no',
    'CheckHostIP no',
    'ForwardAgent no',
    'ForwardX11 no',
    'Compression no',
    'Ciphers aes128-gcm@openssh.com,aes256-gcm@openssh.com,aes128-ctr',
    // Nothing of the user's own files leads elsewhere.
    'ProxyCommand none',
    'RemoteCommand none',
    'ServerAliveInterval 15',
    'ServerAliveCountMax 3',
  ]
  return `Host ${names.join(' ')}\n${lines.map((line) => `  ${line}\n`).join('')}`
}

/** One line of a known_hosts file; `hostKey` as in `Identity`. */
export const knownHostsLine = (host: string, port: number, hostKey: string): string =>
  `${port === 22 ? host : `[${host}]:${port}`} ${hostKey}\n`

/** Variables for those that start ssh themselves, given the path of the file with the blocks. */
export function sshEnvironment(config: string): Record<string, string> {
  const shell = `'${config.replaceAll("'", `'\\''`)}'`
  return {
    SLUICE_SSH_CONFIG: config,
    GIT_SSH_COMMAND: `ssh -F ${shell}`,
    GIT_SSH_VARIANT: 'ssh',
    // rsync takes it apart itself: a doubled quote is one.
    RSYNC_RSH: `ssh -F '${config.replaceAll("'", "''")}'`,
    // Modules need no terminal, which most targets refuse.
    ANSIBLE_SSH_USETTY: 'False',
    ANSIBLE_SSH_ARGS: `-F ${shell} -o ControlMaster=auto -o ControlPersist=60s`,
  }
}

/** `%` begins a token, `${` a variable, and `~` is a home directory: none of them may mean anything in our paths. */
function path(text: string): string {
  if (text.includes('${') || text.startsWith('~')) throw unquotable('a path')
  return quoted(text.replaceAll('%', '%%'))
}

function quoted(text: string): string {
  if (/["\\\p{Cc}]/u.test(text)) throw unquotable('a path or a user')
  return /[\s#=']/.test(text) ? `"${text}"` : text
}

function literalPattern(name: string): string {
  if (/[\s"'*?!#,\\\p{Cc}]/u.test(name)) throw unquotable('a target’s name or host')
  return name
}

const unquotable = (what: string): SluiceError =>
  new SluiceError('CONFIG_INVALID', `${what} holds characters that ssh_config cannot have there`, {
    hint: 'Choose another directory for temporary files (RUNNER_TEMP, TMPDIR), or another name.',
  })
