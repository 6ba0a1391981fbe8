// A refusal in the server's own form. How it gets its turn among the answers: README.md, "Refusing".
import { SluiceError } from '../../core/errors.ts'
import type { Verdict } from '../../core/verdict.ts'
import { refusalOf } from '../refusal.ts'
import { CLIENT, type Failure, frame, int32, ProtocolError } from './frames.ts'

export const INSUFFICIENT_PRIVILEGE = '42501'

/** Bind to a prepared statement that cannot exist: fails in every transaction state and runs nothing. The server's log shows this name. */
export const FAILING = frame(CLIENT.Bind, '', 'refused by sluice', Buffer.alloc(6))
export const SYNC = frame(CLIENT.Sync)
export const FLUSH = frame(CLIENT.Flush)
export const TERMINATE = frame(CLIENT.Terminate)

export const describePortal = (name: string): Buffer => frame(CLIENT.Describe, Buffer.of(0x50), name)

export const cancelRequest = (pid: number, key: Buffer): Buffer =>
  Buffer.concat([int32(12 + key.length, 80877102, pid), key])

export function denial(verdict: Verdict): Failure {
  return { severity: 'ERROR', sqlstate: INSUFFICIENT_PRIVILEGE, ...refusalOf(verdict) }
}

/** What ends a session when a direction cannot go on: the peer's fault, the record's, or ours. */
export function failureOf(error: unknown, broken: string, own: string): Failure {
  if (error instanceof ProtocolError)
    return { severity: 'FATAL', sqlstate: '08P01', message: `${broken}: ${error.message}` }
  if (error instanceof SluiceError && error.code === 'RECORD_FAILED')
    return {
      severity: 'FATAL',
      sqlstate: '58030',
      message: 'the session record cannot be written, so nothing more is forwarded',
      hint: error.hint,
    }
  return { severity: 'FATAL', sqlstate: 'XX000', message: own }
}
