import type { CredentialTarget, Secrets } from './provider.ts'

/** A target of the policy file with its certificate authority read. Throws `SluiceError` CREDENTIAL_FAILED. */
export function credentialTarget(target: CredentialTarget, secrets: Secrets): CredentialTarget {
  const { name, host, port, database, credential, tls } = target
  const { ca, ...rest } = tls
  return {
    name,
    host,
    port,
    database,
    credential,
    tls: ca === undefined ? rest : { ...rest, ca: secrets(ca).reveal() },
  }
}
