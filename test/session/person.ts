// A person who is asked, as the server would ask one.
import { createHash } from 'node:crypto'
import type { Approvals } from '../../src/client/approvals.ts'
import { type HeldAnswer, type HeldStatement, heldFrom, heldToJson } from '../../src/core/approval.ts'
import { blockingFrom, type HeldBlocking } from '../../src/core/blocking.ts'

/** A person who answers when the test says so. */
export function person() {
  const asked: {
    held: HeldStatement
    settle: (changes: Partial<HeldAnswer>) => void
    withdrawn: boolean
    /** What its transaction keeps others from, as it was told while it waited. */
    blocking: HeldBlocking[]
  }[] = []
  let wake = () => {}
  const approvals: Approvals = {
    async ask(told) {
      // As the server reads it: what it would refuse must not pass here.
      const held = heldFrom(heldToJson(told))
      const answer: HeldAnswer = {
        id: `approval-${asked.length + 1}`,
        state: 'waiting',
        bound: createHash('sha256').update('x').digest('hex'),
        uri: `https://sluice.test/approvals/${asked.length + 1}`,
        expiresAt: new Date(Date.now() + 900_000).toISOString(),
        approvers: ['dba'],
        by: [],
      }
      let settle: (answer: HeldAnswer) => void = () => {}
      const settled = new Promise<HeldAnswer>((resolve) => (settle = resolve))
      const entry = {
        held,
        withdrawn: false,
        blocking: [] as HeldBlocking[],
        settle: (changes: Partial<HeldAnswer>) => settle({ ...answer, by: ['Dana'], ...changes }),
      }
      asked.push(entry)
      wake()
      return {
        answer,
        settled,
        tell: (now) => void entry.blocking.push(blockingFrom(JSON.parse(JSON.stringify(now)))),
        withdraw() {
          entry.withdrawn = true
          settle({ ...answer, state: 'withdrawn' })
        },
      }
    },
  }
  return {
    asked,
    approvals,
    /** The next request, when it comes. */
    async next(number: number) {
      while (asked.length < number) await new Promise<void>((resolve) => (wake = resolve))
      return asked[number - 1]!
    },
  }
}
