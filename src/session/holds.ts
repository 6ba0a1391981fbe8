// Statements that wait for a person: asked for, told to the client, recorded, and let go on once.
import type { Approvals, Asked } from '../client/approvals.ts'
import type { HeldAnswer } from '../core/approval.ts'
import { describe } from '../core/errors.ts'
import type { EventBody } from '../core/event.ts'
import type { HoldTerms, TargetTerms } from '../core/grant.ts'
import type { Source } from '../core/source.ts'
import type { Effect, Statement } from '../core/statement.ts'
import type { Verdict } from '../core/verdict.ts'
import type { Bound, RelationSize, Waiting } from '../protocols/protocol.ts'
import type { Recorder } from '../recording/recorder.ts'
import { type Agreement, agreement } from './agreement.ts'
import { LOOK_MS, look, scrubbed, watch } from './blocked.ts'
import type { Evidence } from './evidence.ts'
import { commits } from './fuse.ts'
import type { FindSource } from './sources.ts'
import { heldStatement, LONGEST_HELD, type Teller } from './told.ts'
import { isStrong, OpenTransaction } from './transaction.ts'

/** What a session's connections share. */
export interface SessionHolds {
  readonly approvals: Approvals
  readonly terms: HoldTerms
  /** Statements that need not ask again in this session, by what they are. */
  readonly standing: Set<string>
  /** Bound values are told by a digest that nobody can guess them from. */
  readonly key: Buffer
  /** Where the job's files have a statement; absent when nobody knows where these are. */
  readonly source?: FindSource
}

export interface HoldsOptions {
  readonly conn: number
  readonly target: TargetTerms
  readonly shared: SessionHolds
  readonly recorder: Recorder
  readonly evidence: Evidence
  readonly scrub: (text: string) => string
  /** Milliseconds, growing. */
  readonly now: () => number
  /** True when names may mean something else on this connection than on others. */
  readonly moved: () => boolean
  /** The effects with what the planner says of their rows, where it can be asked. Never rejects. */
  readonly estimate: (statement: Statement, effects: readonly Effect[]) => Promise<readonly Effect[]>
  /** What the catalogue says of a relation's size; undefined when the name tells no permanent table. */
  readonly size: (name: string) => RelationSize | undefined
  /** Digests of the stored code that a text may come to. */
  readonly code: (text: string) => readonly string[]
}

const REMIND_MS = 5 * 60_000

/** Of one connection. */
export class Holds {
  readonly #options: HoldsOptions
  readonly transaction: OpenTransaction
  readonly #teller: Teller
  /** What was approved and has not been judged again yet, with its code. */
  #released: ReadonlySet<string> | undefined
  /** What was approved and planned, and has not run yet. */
  #carried: { readonly id: number; readonly key: string } | undefined
  /** The statement that is to be judged again. */
  #again: number | undefined

  constructor(options: HoldsOptions) {
    this.#options = options
    this.transaction = new OpenTransaction(options.now)
    this.#teller = { ...options, key: options.shared.key }
  }

  /** True when this very statement, for these very reasons, was approved. An approval for once is used up by it. */
  covers(statement: Statement, verdict: Verdict, bound: Bound | undefined, planned: boolean): boolean {
    const { key, parts } = this.#boundTo(statement, verdict, bound)
    // Code that is gone does nothing.
    const all = (approved: ReadonlySet<string> | undefined) => parts.every((part) => approved?.has(part))
    if (all(this.#options.shared.standing) && this.#stands(statement)) return true
    if (!planned && this.#carried?.id === statement.id && this.#carried.key === key) {
      this.#carried = undefined
      return true
    }
    const released = all(this.#released)
    this.#released = undefined
    if (released && planned) this.#carried = { id: statement.id, key }
    return released
  }

  #boundTo(statement: Statement, verdict: Verdict, bound: Bound | undefined): Agreement {
    const { target, code } = this.#options
    return agreement(target.name, { statement, verdict, bound, code })
  }

  /** Its bytes say all of what it does, here and on every other connection. */
  #stands({ analysis }: Statement): boolean {
    return !this.#options.moved() && !analysis.effects.some((effect) => goesByName(effect) || commits(effect))
  }

  /** No transaction is open: nothing that was planned can run any more. */
  over(): void {
    this.transaction.over()
    this.#carried = undefined
  }

  /** It was held before and is judged again: the record has it. True once. */
  comesAgain({ id }: Statement): boolean {
    const again = this.#again === id
    this.#again = undefined
    // It may have needed none any more.
    this.#released = undefined
    return again
  }

  /** Settles with undefined when it may be judged again and go on, else with what it is refused by. Never rejects. */
  async ask(
    statement: Statement,
    verdict: Verdict,
    effects: readonly Effect[],
    waiting: Waiting,
  ): Promise<Verdict | undefined> {
    const once = !this.#stands(statement)
    // Of the code as it is now: what is defined anew meanwhile was not approved.
    const { parts } = this.#boundTo(statement, verdict, waiting.bound)
    const answer = await this.#asked(statement, verdict, effects, waiting, { ran: false, once })
    if ('kind' in answer) return answer
    if (answer.scope === 'session' && this.#stands(statement))
      for (const part of parts) this.#options.shared.standing.add(part)
    else this.#released = new Set(parts)
    this.#again = statement.id
    return undefined
  }

  /** The same for what ran last and is to be made last: good for that, and at once. */
  async settle(
    statement: Statement,
    verdict: Verdict,
    effects: readonly Effect[],
    waiting: Waiting,
  ): Promise<Verdict | undefined> {
    const answer = await this.#asked(statement, verdict, effects, waiting, { ran: true, once: true })
    return 'kind' in answer ? answer : undefined
  }

  /** The answer of whoever approved, or what it is refused by. */
  async #asked(
    statement: Statement,
    verdict: Verdict,
    effects: readonly Effect[],
    waiting: Waiting,
    how: { readonly ran: boolean; readonly once: boolean },
  ): Promise<HeldAnswer | Verdict> {
    const { shared, recorder, conn, estimate } = this.#options
    // Messages without a Sync are in one, too.
    const open = waiting.transaction === 'open' || this.transaction.ongoing
    const refuse = (why: string) => this.#refused(statement, verdict, why)
    if (!how.ran && statement.text.length > LONGEST_HELD)
      return refuse(
        `not held, since nobody could be shown all of its ${statement.text.length.toLocaleString('en')} characters: ` +
          `send what is held as a statement of its own, of ${LONGEST_HELD.toLocaleString('en')} at most`,
      )
    const blocking = open ? await look(waiting.blocking) : undefined
    const locks = (blocking ?? this.transaction).locks.filter(isStrong)
    if (shared.terms.strongLocks === 'refuse' && open && locks.length > 0)
      return refuse(
        `not held, since its transaction keeps others from ${locks.map(({ relation }) => relation).join(', ')}: ` +
          (how.ran || statement.analysis.effects.some(commits)
            ? 'change the rows in another transaction than what locks these'
            : 'send it in front of what locks these, or after the COMMIT'),
      )
    const source = shared.source && (await this.#source(shared.source, statement, verdict))
    let asked: Asked
    try {
      const counted = how.ran ? effects : await estimate(statement, effects)
      const told = {
        statement,
        verdict,
        effects: counted,
        open,
        locks: blocking?.locks,
        bound: waiting.bound,
      }
      asked = await shared.approvals.ask({
        ...heldStatement(this.#teller, { ...told, ...how, transaction: this.transaction }),
        ...(source ? { source } : {}),
      })
    } catch (error) {
      return refuse(`nobody could be asked: ${describe(error)}`)
    }
    recorder.append({ type: 'held', conn, id: statement.id, approval: asked.answer.id })
    recorder.flush()
    const answer = await this.#wait(asked, verdict, open ? waiting : { ...waiting, blocking: undefined })
    recorder.append(this.#decision(statement, answer))
    if (waiting.signal.aborted) return refuse('the request was withdrawn')
    return answer.state === 'approved' ? answer : refuse(outcomeOf(answer))
  }

  /** Names of files are a stranger's text, too: one that would have to be masked is not told. */
  async #source(find: FindSource, { text }: Statement, verdict: Verdict): Promise<Source | undefined> {
    const held = verdict.findings.find((finding) => finding.verdict === 'hold')
    const source = await find(text, held?.effect)
    return source && this.#options.scrub(source.file) === source.file ? source : undefined
  }

  async #wait(asked: Asked, verdict: Verdict, waiting: Waiting): Promise<HeldAnswer> {
    const { answer } = asked
    const rules = rulesOf(verdict).join(', ')
    const left = () => Math.max(1, Math.round((Date.parse(answer.expiresAt) - Date.now()) / 60_000))
    const who = answer.approvers.join(', ') || 'an administrator'
    waiting.notice(`held for approval (${rules}) by ${who} within ${left()} min: ${answer.uri}`)
    const reminder = setInterval(
      () => waiting.notice(`still held, ${left()} min left: ${answer.uri}`),
      REMIND_MS,
    )
    const { blocking } = waiting
    const unwatch =
      blocking && watch(blocking, (now) => asked.tell(scrubbed(now, this.#options.scrub)), LOOK_MS)
    const gone = () => asked.withdraw()
    if (waiting.signal.aborted) gone()
    waiting.signal.addEventListener('abort', gone, { once: true })
    try {
      return await asked.settled
    } finally {
      clearInterval(reminder)
      unwatch?.()
      waiting.signal.removeEventListener('abort', gone)
    }
  }

  #decision(statement: Statement, answer: HeldAnswer): EventBody {
    const { state, reason } = answer
    return {
      type: 'approval',
      id: answer.id,
      by: answer.by.join(', ') || 'nobody',
      decision: state === 'waiting' ? 'withdrawn' : state,
      sha256: statement.sha256,
      ...(reason === undefined ? {} : { reason: this.#options.scrub(reason) }),
    }
  }

  #refused(statement: Statement, verdict: Verdict, why: string): Verdict {
    const { recorder, conn } = this.#options
    recorder.append({ type: 'denied', conn, id: statement.id, rule: rulesOf(verdict)[0] ?? 'none' })
    const findings = verdict.findings.map((finding) =>
      finding.verdict === 'hold' ? { ...finding, reason: `${finding.reason}; ${why}` } : finding,
    )
    return { ...verdict, findings }
  }
}

/** It runs what was prepared under a name, or fetches from it. */
const goesByName = ({ action, object }: Effect): boolean =>
  (action === 'execute' && object === 'prepared') || (action === 'cursor' && object === 'fetch')

const rulesOf = (verdict: Verdict): string[] => [
  ...new Set(verdict.findings.filter((finding) => finding.verdict === 'hold').map(({ rule }) => rule)),
]

function outcomeOf({ state, by, reason }: HeldAnswer): string {
  const who = by.join(', ')
  if (state === 'denied') return `denied by ${who || 'an approver'}${reason ? `: ${reason}` : ''}`
  if (state === 'expired') return 'nobody approved in time'
  return `the request was withdrawn${reason ? `: ${reason}` : ''}`
}
