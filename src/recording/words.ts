// What was found, in sentences for people.

import type { Problem } from './checks/problem.ts'
import type { Verification } from './checks/record.ts'

export function verdictInWords(verification: Verification): string {
  const { status, events, acknowledged, signed, problems, seal } = verification
  switch (status) {
    case 'intact':
      return seal?.by === 'server'
        ? `intact: ${events} events, sealed by the server because the session did not end it`
        : `intact: ${events} events, sealed and countersigned by the server`
    case 'local':
      return `intact but not countersigned (kept locally): ${events} events, ${acknowledged.events} acknowledged by the server`
    case 'incomplete':
      return `incomplete: unsealed, the ${acknowledged.events} acknowledged events are intact (${signed.events} signed by the session, ${events} in the file)`
    default:
      return `does not hold: ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`
  }
}

/** Results of SQL count rows; those of commands and files (`exit 0`, `done`) do not. */
export function countsRows({ tag, rows }: { readonly [member: string]: unknown }): boolean {
  return !(typeof tag === 'string' && /^[a-z]/.test(tag)) || (typeof rows === 'number' && rows > 0)
}

/** `changed: session.jsonl line 2, byte 517, event 1: this line was changed`. */
export function problemInWords({ kind, file, line, offset, event, message }: Problem): string {
  const place = [
    line === undefined ? undefined : `line ${line}`,
    offset === undefined ? undefined : `byte ${offset}`,
    event === undefined ? undefined : `event ${event}`,
  ].filter((part) => part !== undefined)
  return `${kind}: ${file}${place.length > 0 ? ` ${place.join(', ')}` : ''}: ${message}`
}
