// What jobs may reach: from the file’s form to the configuration’s.
import type { HttpTerms } from '../core/grant.ts'
import type { CredentialConfig, Reference, SshConfig, TargetConfig } from './config.ts'
import { absoluteReference } from './receivers.ts'
import type { File } from './schema/index.ts'
import { PORTS } from './schema/ports.ts'
import { NO_PORT } from './schema/targets.ts'

type Target = NonNullable<File['targets']>[string]
type Database = Extract<Target, { protocol: 'postgres' }>
type Ssh = Extract<Target, { protocol: 'ssh' }>
type Http = Extract<Target, { protocol: 'http' }>
type Absolute = (reference: Reference) => Reference

/** What sshd accepts in Debian’s configuration. */
const ENVIRONMENT = ['LANG', 'LC_*']

export function targetOf(target: Target, name: string, near: (path: string) => string): TargetConfig {
  const absolute: Absolute = (reference) => absoluteReference(reference, near)
  const { protocol, address, retention } = target
  const [host, port] = [address.host, address.port]
  return {
    name,
    protocol,
    host,
    port: port === NO_PORT ? (PORTS[protocol] ?? NO_PORT) : port,
    ...ownOf(target, absolute),
    ...(retention === undefined ? {} : { retention }),
  }
}

/** What only its protocol has. */
function ownOf(
  target: Target,
  absolute: Absolute,
): Omit<TargetConfig, 'name' | 'protocol' | 'host' | 'port'> {
  if (target.protocol === 'http') return httpOf(target, absolute)
  if (target.protocol === 'postgres') return databaseOf(target, absolute)
  return { ssh: sshOf(target, absolute), credential: sshCredentialOf(target.credential, absolute) }
}

function httpOf(
  { address, tls, credential, cookies, unmasked }: Http,
  absolute: Absolute,
): Pick<TargetConfig, 'http' | 'tls' | 'credential'> {
  const { login, ...place } = loginOf(credential)
  return {
    http: { ...place, cookies: cookies ?? 'drop', unmasked: unmasked ?? [] },
    tls: {
      mode: address.plain ? 'disable' : 'verify-full',
      ...(tls?.ca === undefined ? {} : { ca: absolute(tls.ca) }),
      ...(tls?.server_name === undefined ? {} : { serverName: tls.server_name }),
    },
    credential: { provider: 'static', user: absolute(login.user), password: absolute(login.password) },
  }
}

type Sent = Pick<HttpTerms, 'header' | 'scheme'> & { login: { user: string; password: string } }

/** The name of what is sent takes the place of an account's. */
function loginOf({ bearer, header, value = '', user = '', password = '' }: Http['credential']): Sent {
  if (bearer !== undefined)
    return { header: 'authorization', scheme: 'bearer', login: { user: 'bearer', password: bearer } }
  if (header !== undefined)
    return { header: header.toLowerCase(), scheme: 'plain', login: { user: header, password: value } }
  return { header: 'authorization', scheme: 'basic', login: { user, password } }
}

function databaseOf(
  { database, tls, credential }: Database,
  absolute: Absolute,
): Pick<TargetConfig, 'database' | 'tls' | 'credential'> {
  return {
    database,
    tls: {
      mode: tls?.mode ?? 'verify-full',
      ...(tls?.ca === undefined ? {} : { ca: absolute(tls.ca) }),
      ...(tls?.server_name === undefined ? {} : { serverName: tls.server_name }),
    },
    credential: credentialOf(credential, absolute),
  }
}

function credentialOf(credential: Database['credential'], absolute: Absolute): CredentialConfig {
  if (credential.provider === 'postgres-role')
    return { provider: 'postgres-role', broker: absolute(credential.broker), owner: credential.owner }
  if (credential.url !== undefined) return { provider: 'static', url: absolute(credential.url) }
  return {
    provider: 'static',
    user: absolute(credential.user ?? ''),
    password: absolute(credential.password ?? ''),
  }
}

function sshOf({ host_keys, known_hosts, shell, environment, forward }: Ssh, absolute: Absolute): SshConfig {
  return {
    // Comments behind a key are for people.
    hostKeys: (host_keys ?? []).map((key) => key.split(' ').slice(0, 2).join(' ')),
    ...(known_hosts === undefined ? {} : { knownHosts: absolute(known_hosts) }),
    shell: shell ?? 'refuse',
    environment: environment ?? ENVIRONMENT,
    forward: forward ?? [],
  }
}

function sshCredentialOf(credential: Ssh['credential'], absolute: Absolute): CredentialConfig {
  if (credential.provider === 'static') {
    const { user, private_key, password } = credential
    return private_key === undefined
      ? { provider: 'static', user: absolute(user), password: absolute(password ?? '') }
      : { provider: 'static', user: absolute(user), privateKey: absolute(private_key) }
  }
  const { ca, user, principals, source_address, force_command } = credential
  return {
    provider: 'ssh-certificate',
    ca: absolute(ca),
    user,
    principals: principals ?? [user],
    ...(source_address === undefined ? {} : { sourceAddress: source_address }),
    ...(force_command === undefined ? {} : { forceCommand: force_command }),
  }
}
