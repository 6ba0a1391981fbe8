import type { Secret } from '../../core/secret.ts'
import type { CredentialTarget, Provider, Secrets } from '../provider.ts'
import { connectionUrl } from '../url.ts'

/** An account that exists already: nothing is made, and nothing ends but the proxy's own use of it. */
export const staticProvider: Provider = {
  async issue({ target, secrets }) {
    const { user, password } = account(target, secrets)
    return { user, password, handle: user }
  },
  async end() {
    return { sessionsEnded: 0, objectsReassigned: false }
  },
  async reap() {
    return []
  },
}

function account(
  { credential, name }: CredentialTarget,
  secrets: Secrets,
): { user: string; password: Secret } {
  if (credential.provider !== 'static') throw new TypeError(`target ${name} has no static credential`)
  if ('url' in credential) return connectionUrl(secrets(credential.url), credential.url)
  const { user, password } = credential
  return { user: /^(env|file):/.test(user) ? secrets(user).reveal() : user, password: secrets(password) }
}
