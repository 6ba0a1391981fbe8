// Which database a snapshot is taken of, and with whose account.
import { isIP } from 'node:net'
import { SluiceError } from '../../core/errors.ts'
import type { TargetTerms } from '../../core/grant.ts'
import type { Secret } from '../../core/secret.ts'
import type { Secrets } from '../../credentials/provider.ts'
import { staticProvider } from '../../credentials/static/index.ts'
import { credentialTarget } from '../../credentials/target.ts'
import { connectionUrl } from '../../credentials/url.ts'
import type { Config } from '../../policy/config.ts'
import { BUILT_IN } from '../../policy/guards.ts'

/**
 * A target of the policy file with its own account; where roles are made for each job, with the broker's: both may read
 * the catalogue. Throws `SluiceError` CONFIG_INVALID or CREDENTIAL_FAILED.
 */
export async function targetOf(config: Config, name: string, secrets: Secrets): Promise<TargetTerms> {
  const found = Object.hasOwn(config.targets, name) ? config.targets[name] : undefined
  if (!found)
    throw new SluiceError('CONFIG_INVALID', `${config.file} has no target ${name}`, {
      hint: `It has ${Object.keys(config.targets).join(', ') || 'none'}`,
    })
  const target = credentialTarget(found, secrets)
  const { protocol } = found
  const { credential, host, port, database, tls } = target
  if (database === undefined)
    throw new SluiceError('CONFIG_INVALID', `target ${name} of ${config.file} is no database`, {
      hint: 'Only databases have a catalogue to take a snapshot of',
    })
  if (credential.provider === 'postgres-role') {
    const url = connectionUrl(secrets(credential.broker), credential.broker)
    const place = { host: url.host, port: url.port ?? port }
    return terms({ name, protocol, ...place, database, ...(tls ? { tls } : {}), credential: url })
  }
  const issued = await staticProvider.issue({
    grantId: name,
    target,
    expiresAt: new Date(0).toISOString(),
    limits: { connections: 1 },
    secrets,
  })
  if (!('password' in issued)) throw new TypeError(`target ${name} has no password`)
  return terms({ name, protocol, host, port, database, ...(tls ? { tls } : {}), credential: issued })
}

/** A database that is in no policy file, by the URL that `reference` (`env:NAME`, `file:PATH`) stands for. TLS is verified, but on loopback. */
export function databaseOf(reference: string, secrets: Secrets): TargetTerms {
  if (!/^(?:env|file):./.test(reference))
    // It may be the URL itself, so it is not repeated.
    throw new SluiceError('CONFIG_INVALID', '--url is not a reference to a connection URL', {
      hint: 'Write --url env:NAME or --url file:PATH: a password on the command line is seen by every process',
    })
  const { host, port = 5432, database, ...credential } = connectionUrl(secrets(reference), reference)
  if (database === undefined)
    throw new SluiceError('CONFIG_INVALID', `${reference} names no database`, {
      hint: 'Write postgres://USER:PASSWORD@HOST:PORT/DATABASE',
    })
  const mode = isLoopback(host) ? 'disable' : 'verify-full'
  return terms({ name: database, protocol: 'postgres', host, port, database, tls: { mode }, credential })
}

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))

type Place = Pick<TargetTerms, 'name' | 'protocol' | 'host' | 'port' | 'tls'> & { readonly database: string }

/** Nothing of a session is judged or masked here. */
function terms({
  credential: { user, password },
  ...place
}: Place & { readonly credential: { readonly user: string; readonly password: Secret } }): TargetTerms {
  return {
    ...place,
    credential: { user, password },
    guard: BUILT_IN.strict,
    masks: { columns: [], detect: [] },
    limits: { connections: 1 },
  }
}
