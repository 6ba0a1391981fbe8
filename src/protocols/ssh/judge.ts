// A decision on a statement, a person's where the guard wants one.
import type { Statement } from '../../core/statement.ts'
import type { Verdict } from '../../core/verdict.ts'
import type { Gate, Waiting } from '../protocol.ts'

/** Settles with undefined when it may run, else with what it is refused by. Throws what `Gate` throws. */
export async function decide(
  gate: Gate,
  statement: Statement,
  waiting: Pick<Waiting, 'notice' | 'signal'>,
): Promise<Verdict | undefined> {
  let verdict = await gate.judge(statement)
  while (verdict.kind === 'hold' && gate.hold) {
    const refused = await gate.hold(statement, verdict, { transaction: 'none', ...waiting })
    if (refused) return refused
    verdict = await gate.judge(statement)
  }
  return verdict.kind === 'allow' ? undefined : verdict
}
