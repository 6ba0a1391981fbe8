// ParameterStatus: two strings, name and value.
import type { Exchange } from './exchange.ts'
import { frame, stringEnd, UPSTREAM } from './frames.ts'
import { KEEP, type Outcome } from './outcome.ts'
import { Run } from './run.ts'

/** Why the session may not go on with this setting, or undefined. Statements are judged as the server reads them only with these. */
export function unsafeParameter(name: string, value: string, readOnly: boolean): string | undefined {
  if (name === 'client_encoding' && value !== 'UTF8') return 'client_encoding is no longer UTF8'
  if (name === 'standard_conforming_strings' && value !== 'on') return 'standard_conforming_strings is off'
  if (readOnly && name === READ_ONLY && value !== 'on') return 'transactions are no longer read only'
  return undefined
}

/** Reported by the server since version 14. */
export const READ_ONLY = 'default_transaction_read_only'

export function parameterStatus(x: Exchange, b: Buffer, at: number, end: number): Outcome {
  const zero = stringEnd(b, at + 5, end)
  const name = b.toString('utf8', at + 5, zero)
  const value = b.toString('utf8', zero + 1, stringEnd(b, zero + 1, end))
  const wrong = unsafeParameter(name, value, x.shared.readOnly)
  if (wrong) {
    x.gate.limit('setting', wrong)
    x.end({ severity: 'FATAL', sqlstate: '0A000', message: `the session ends: ${wrong}` })
    return undefined
  }
  const { masking, plans } = x.shared
  const scrubbed = FREE.has(name) && mayCarry(x) ? '****' : plans.inert ? value : masking.scrub(value)
  return scrubbed === value ? KEEP : frame(UPSTREAM.ParameterStatus, name, scrubbed)
}

/** Settings that hold any text, so that `set_config` could put a value of a row there. */
const FREE = new Set(['application_name', 'search_path'])

/** True unless the statement that is being answered touches nothing protected. */
function mayCarry(x: Exchange): boolean {
  if (!x.shared.plans.masksColumns || x.pipeline.length === 0) return false
  const { item } = x.pipeline
  return !(item instanceof Run) || x.taintOf(item) !== 'none'
}
