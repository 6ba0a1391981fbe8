import type { Io } from '../command.ts'
import { wrongUsage } from '../parse.ts'
import { openPeople, parsePeople } from './options.ts'

/** What `sluice approve` and `sluice deny` do. Throws `SluiceError`. */
export async function decideAs(decision: 'approved' | 'denied', args: string[], io: Io): Promise<void> {
  const name = decision === 'approved' ? 'approve' : 'deny'
  const { values, positionals } = parsePeople(args, name, {
    reason: { type: 'string' },
    sha256: { type: 'string' },
    ...(decision === 'approved' ? { 'same-statement': { type: 'boolean' } } : {}),
  })
  const [id, more] = positionals
  if (id === undefined || more !== undefined)
    throw wrongUsage(name, 'one request is decided at a time: give its ID')
  const reason = typeof values.reason === 'string' ? values.reason : undefined
  if (decision === 'denied' && !reason?.trim())
    throw wrongUsage(name, '--reason is missing: the job is told why')
  const people = await openPeople(values, io)
  // Bound to what the server shows at this moment, or to what the caller looked at before.
  const digest =
    typeof values.sha256 === 'string' ? values.sha256 : (await people.approval(id)).request_sha256
  const state = await people.decide(id, {
    decision,
    request_sha256: digest,
    scope: values['same-statement'] === true ? 'session' : 'once',
    ...(reason === undefined ? {} : { reason }),
  })
  io.err(state === 'waiting' ? `${id}: noted; others must agree too\n` : `${id}: ${state}\n`)
}
