// A refusal as a shell would tell it: words on standard error, and an exit status.
import { SluiceError } from '../../core/errors.ts'
import type { Verdict } from '../../core/verdict.ts'
import { refusalOf } from '../refusal.ts'
import { ProtocolError } from './frames.ts'

/** What shells answer for a command that was found and could not be run. */
export const REFUSED_STATUS = 126
/** What `ssh` answers when the connection fails. */
export const FAILED_STATUS = 255

export function denial(verdict: Verdict): Buffer {
  const { message, detail, hint } = refusalOf(verdict)
  return told(...[message, detail, hint].filter((line) => line !== undefined))
}

/** Lines for standard error; what a name could do to a terminal is taken out of them. */
export function told(...lines: string[]): Buffer {
  return Buffer.from(lines.map((line) => `sluice: ${line.replace(/\p{C}/gu, '?')}\n`).join(''))
}

/** Why a connection ends when something of it was thrown; `peer` is who may have broken the protocol. */
export function reasonOf(error: unknown, peer: 'client' | 'target'): string {
  if (error instanceof ProtocolError) return `the ${peer} broke the protocol: ${error.message}`
  if (error instanceof SluiceError && error.code === 'RECORD_FAILED')
    return 'the session record cannot be written, so nothing more is forwarded'
  return 'an internal error'
}
