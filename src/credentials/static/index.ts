import type { Login } from '../../core/grant.ts'
import type { CredentialTarget, Provider, Secrets } from '../provider.ts'
import { connectionUrl } from '../url.ts'

/** An account that exists already: nothing is made, and nothing ends but the proxy's own use of it. */
export const staticProvider: Provider = {
  async issue({ target, secrets }) {
    const login = account(target, secrets)
    return { ...login, handle: login.user }
  },
  async end() {
    return { sessionsEnded: 0, objectsReassigned: false }
  },
  async reap() {
    return []
  },
}

function account({ credential, name }: CredentialTarget, secrets: Secrets): Login {
  if (credential.provider !== 'static') throw new TypeError(`target ${name} has no static credential`)
  if ('url' in credential) {
    const { user, password } = connectionUrl(secrets(credential.url), credential.url)
    return { user, password }
  }
  const user = /^(env|file):/.test(credential.user) ? secrets(credential.user).reveal() : credential.user
  if ('password' in credential) return { user, password: secrets(credential.password) }
  return { user, privateKey: secrets(credential.privateKey) }
}
