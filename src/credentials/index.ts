import { postgresRole } from './postgres-role/index.ts'
import type { Credential, Provider } from './provider.ts'
import { sshCertificate } from './ssh-certificate/index.ts'
import { staticProvider } from './static/index.ts'

/** Every provider, by its name in the policy file. */
export const PROVIDERS = {
  static: staticProvider,
  'postgres-role': postgresRole,
  'ssh-certificate': sshCertificate,
} as const satisfies Record<Credential['provider'], Provider>

export { resolveSecret, secretsFrom } from './reference.ts'
export { credentialTarget } from './target.ts'
