import { type Logger, pino } from 'pino'
import { SluiceError } from '../core/errors.ts'

export type Log = Logger

/** Members that may hold a secret, at the first two levels; nothing logs a body or headers as a whole. */
const SECRET = [
  'token',
  'access_token',
  'refresh_token',
  'subject_token',
  'auth_req_id',
  'authorization',
  'dpop',
  'password',
  'secret',
  'handle',
  'url',
]

/** JSON lines to `write`. */
export function createLog(write: (line: string) => void, level = 'info'): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: SECRET.flatMap((name) => [name, `*.${name}`]), censor: '[secret]' },
      serializers: { err: describeError },
    },
    { write },
  )
}

/** No stack and no cause: a driver's error may quote what it was given. */
function describeError(error: unknown): { type: string; code?: string; message: string; hint?: string } {
  if (!(error instanceof Error)) return { type: typeof error, message: 'not an error' }
  const code = 'code' in error ? { code: String(error.code) } : {}
  const hint = error instanceof SluiceError && error.hint !== undefined ? { hint: error.hint } : {}
  return { type: error.name, ...code, message: error.message, ...hint }
}
