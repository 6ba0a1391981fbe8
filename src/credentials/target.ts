import { SluiceError } from '../core/errors.ts'
import type { Tls } from '../core/grant.ts'
import { knownKeys } from './known-hosts.ts'
import type { CredentialTarget, Secrets, SshTarget } from './provider.ts'

/** A target of the policy file with its certificate authority or known hosts read. Throws `SluiceError` CREDENTIAL_FAILED. */
export function credentialTarget(target: CredentialTarget, secrets: Secrets): CredentialTarget {
  const { name, host, port, database, credential, tls, ssh, http } = target
  return {
    name,
    host,
    port,
    credential,
    ...(database === undefined ? {} : { database }),
    ...(tls === undefined ? {} : { tls: withAuthority(tls, secrets) }),
    ...(ssh === undefined ? {} : { ssh: withKnownHosts(ssh, target, secrets) }),
    ...(http === undefined ? {} : { http }),
  }
}

function withAuthority({ ca, ...tls }: Tls, secrets: Secrets): Tls {
  return ca === undefined ? tls : { ...tls, ca: secrets(ca).reveal() }
}

function withKnownHosts(
  { knownHosts, ...ssh }: SshTarget,
  { name, host, port }: CredentialTarget,
  secrets: Secrets,
): SshTarget {
  if (knownHosts === undefined) return ssh
  const known = knownKeys(secrets(knownHosts).reveal(), host, port)
  const hostKeys = [...new Set([...ssh.hostKeys, ...known])]
  if (hostKeys.length > 0) return { ...ssh, hostKeys }
  throw new SluiceError('CREDENTIAL_FAILED', `target ${name}: ${knownHosts} has no key of ${host}`, {
    hint: 'Add its line, as `ssh-keyscan` prints it on a network that you trust',
  })
}
