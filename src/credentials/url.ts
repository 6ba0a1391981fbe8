import { SluiceError } from '../core/errors.ts'
import { Secret } from '../core/secret.ts'

export interface ConnectionUrl {
  readonly host: string
  readonly port: number | undefined
  readonly user: string
  readonly password: Secret
  readonly database: string | undefined
}

/** Reads `postgres://user:password@host:port/database`; parameters are ignored: TLS is the target's. `reference` names it in errors. */
export function connectionUrl(secret: Secret, reference: string): ConnectionUrl {
  try {
    const url = new URL(secret.reveal())
    if (url.protocol !== 'postgres:' && url.protocol !== 'postgresql:') throw new TypeError('scheme')
    if (!url.hostname || !url.username || !url.password) throw new TypeError('parts')
    return {
      host: decodeURIComponent(url.hostname).replace(/^\[|\]$/g, ''),
      port: url.port === '' ? undefined : Number(url.port),
      user: decodeURIComponent(url.username),
      password: new Secret(decodeURIComponent(url.password)),
      database: decodeURIComponent(url.pathname.slice(1)) || undefined,
    }
  } catch {
    throw new SluiceError(
      'CREDENTIAL_FAILED',
      `${reference} is not a connection URL with user and password`,
      {
        hint: 'Write postgres://USER:PASSWORD@HOST:PORT/DATABASE, with special characters percent-encoded',
      },
    )
  }
}
