import type { Snapshot } from '../../../sql/catalogue/snapshot.ts'
import type { Side } from '../side.ts'
import { assemble } from './assemble.ts'
import { everything, HEAD } from './queries.ts'
import { group } from './rows.ts'

/** Milliseconds; tens of thousands of tables take a few seconds. */
const ANSWER_MS = 90_000

/**
 * What the catalogue holds now, in two round trips. A relation that somebody has locked against readers is told as in
 * `before`; what was not known of it counts as anything. `now` is the wall clock in milliseconds. Rejects when the
 * target does not answer, or when a lock came up in between.
 */
export async function loadSnapshot(side: Side, now: number, before?: Snapshot): Promise<Snapshot> {
  const head = group(await side.query(HEAD, ANSWER_MS))
  const held = head('held').map(([, oid]) => Number(oid))
  const rows = group(await side.query(everything(held, Number(head('server')[0]?.[1])), ANSWER_MS))
  return assemble(head, rows, new Date(now).toISOString(), before)
}
