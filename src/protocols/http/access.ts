// Whether a request comes from the job: the session's password in the path, or in `Authorization`.
import { hash, timingSafeEqual } from 'node:crypto'
import type { Secret } from '../../core/secret.ts'

export interface Access {
  /** The target without the password. */
  readonly target: string
  /** What the client's addresses begin with: `/PASSWORD`, or nothing. */
  readonly base: string
  /** `Authorization` held the password. */
  readonly header: boolean
}

/** Undefined for a request that shows no password. */
export function accessOf(
  target: string,
  authorization: string | undefined,
  password: Secret,
): Access | undefined {
  const header = authorization !== undefined && shows(authorization, password)
  const [, first = '', rest = ''] = /^\/([^/?]*)(.*)$/s.exec(target) ?? []
  if (equal(first, password.reveal()))
    return { target: rest.startsWith('/') ? rest : `/${rest}`, base: `/${first}`, header }
  return header ? { target, base: '', header } : undefined
}

function shows(authorization: string, password: Secret): boolean {
  const [, scheme = '', given = ''] = /^([A-Za-z]+) +([A-Za-z0-9._~+/=-]+)$/.exec(authorization) ?? []
  if (scheme.toLowerCase() === 'bearer') return equal(given, password.reveal())
  if (scheme.toLowerCase() !== 'basic') return false
  const text = Buffer.from(given, 'base64').toString()
  return equal(text.slice(text.indexOf(':') + 1), password.reveal())
}

const equal = (given: string, wanted: string): boolean =>
  timingSafeEqual(hash('sha256', given, 'buffer'), hash('sha256', wanted, 'buffer'))
