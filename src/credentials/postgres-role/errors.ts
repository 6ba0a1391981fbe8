import pg from 'pg'
import { SluiceError } from '../../core/errors.ts'
import type { CredentialTarget } from '../provider.ts'

const UNREACHABLE = [
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPIPE',
]

/** What went wrong on the broker's connection, without its URL. */
export function brokerError(error: unknown, target: CredentialTarget): SluiceError {
  const where = `target ${target.name}`
  if (error instanceof pg.DatabaseError) return refused(error, where)
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const message = error instanceof Error ? error.message : ''
  if (isTls(code, message))
    return new SluiceError(
      'UPSTREAM_TLS',
      `${where}: the server’s TLS certificate was not accepted (${code || message})`,
      {
        hint: 'Set `tls.ca` to the authority that signed it, and `tls.server_name` when its name differs from the address',
      },
    )
  if (UNREACHABLE.includes(code) || /timeout|terminated|closed/i.test(message))
    return new SluiceError(
      'UPSTREAM_UNREACHABLE',
      `${where}: the server does not answer the broker (${code || 'connection lost'})`,
      {
        hint: 'Check the address in the broker’s URL, and the network between the grant server and the target',
      },
    )
  return new SluiceError(
    'CREDENTIAL_FAILED',
    `${where}: the broker’s connection failed (${code || 'no code'})`,
  )
}

function refused(error: pg.DatabaseError, where: string): SluiceError {
  const code = error.code ?? '?????'
  if (code.startsWith('28') || code === '3D000')
    return new SluiceError(
      'CREDENTIAL_FAILED',
      `${where}: the server refused the broker’s login (SQLSTATE ${code})`,
      {
        hint: 'Check user, password and database in the broker’s URL, and pg_hba.conf on the server',
      },
    )
  if (code === '55P03' || code === '57014')
    return new SluiceError(
      'CREDENTIAL_FAILED',
      `${where}: another transaction holds a lock that the broker needs`,
      {
        hint: 'The broker tries again every minute; pg_locks shows who holds it, pg_prepared_xacts what was left prepared',
      },
    )
  if (code === '2BP01')
    return new SluiceError(
      'CREDENTIAL_FAILED',
      `${where}: somebody else gave the role privileges that the broker cannot take back: ${error.message}`,
      {
        hint: 'As a superuser, in the database that they are in: DROP OWNED BY that role; it can no longer log in',
      },
    )
  if (code === '53300')
    return new SluiceError('UPSTREAM_REFUSED', `${where}: the server has no connection left for the broker`, {
      hint: 'Raise max_connections, or keep some with reserved_connections and pg_use_reserved_connections',
    })
  return new SluiceError(
    'CREDENTIAL_FAILED',
    `${where}: the server refused what the broker asked: ${error.message} (SQLSTATE ${code})`,
    {
      hint: 'Check the rights of the broker’s account',
    },
  )
}

function isTls(code: string, message: string): boolean {
  return (
    /^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|EPROTO|HOSTNAME_MISMATCH)/.test(code) ||
    /does not support SSL/.test(message)
  )
}
