// Statements that wait for a person: asked for, told to the client, recorded, and let go on once.
import { createHash, createHmac } from 'node:crypto'
import type { Approvals, Asked } from '../client/approvals.ts'
import type { HeldAnswer, HeldFinding, HeldStatement, HeldTransaction } from '../core/approval.ts'
import { describe } from '../core/errors.ts'
import type { EventBody } from '../core/event.ts'
import type { HoldTerms, TargetTerms } from '../core/grant.ts'
import { canonical, type Json } from '../core/json.ts'
import type { Source } from '../core/source.ts'
import type { Effect, Statement } from '../core/statement.ts'
import type { Finding, Verdict } from '../core/verdict.ts'
import type { Bound, Waiting } from '../protocols/protocol.ts'
import type { Recorder } from '../recording/recorder.ts'
import type { Evidence } from './evidence.ts'
import type { FindSource } from './sources.ts'
import { OpenTransaction } from './transaction.ts'

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
}

const REMIND_MS = 5 * 60_000
/** Values and names that an approver reads; the digest is of all. */
const MOST_SHOWN = 100
const LONGEST_SHOWN = 500

/** Of one connection. */
export class Holds {
  readonly #options: HoldsOptions
  readonly transaction: OpenTransaction
  /** What was approved and has not been judged again yet. */
  #released: string | undefined
  /** What was approved and planned, and has not run yet. */
  #carried: string | undefined
  #again = false

  constructor(options: HoldsOptions) {
    this.#options = options
    this.transaction = new OpenTransaction(options.now)
  }

  /** True when this very statement, for these very reasons, was approved. An approval for once is used up by it. */
  covers(statement: Statement, verdict: Verdict, bound: Bound | undefined, planned: boolean): boolean {
    const key = this.#keyOf(statement, verdict, bound)
    if (this.#options.shared.standing.has(key) && this.#stands(statement)) return true
    if (!planned && this.#carried === key) {
      this.#carried = undefined
      return true
    }
    const released = this.#released === key
    this.#released = undefined
    if (released && planned) this.#carried = key
    return released
  }

  /** Its bytes say all of what it does, here and on every other connection. */
  #stands({ analysis }: Statement): boolean {
    return !this.#options.moved() && !analysis.effects.some(goesByName)
  }

  /** What is judged next was held before: the record has it. True once. */
  comesAgain(): boolean {
    const again = this.#again
    this.#again = false
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
    const { shared, recorder, conn } = this.#options
    const { locks } = this.transaction
    // Messages without a Sync are in one, too.
    const open = waiting.transaction === 'open' || this.transaction.ongoing
    const refuse = (why: string) => this.#refused(statement, verdict, why)
    if (shared.terms.strongLocks === 'refuse' && open && locks.length > 0)
      return refuse(
        `not held, since its transaction keeps others from ${locks.map(({ relation }) => relation).join(', ')}`,
      )
    const source = shared.source && (await this.#source(shared.source, statement, verdict))
    let asked: Asked
    try {
      asked = await shared.approvals.ask({
        ...this.#describe(statement, verdict, effects, {
          ...waiting,
          transaction: open ? 'open' : 'none',
        }),
        ...(source ? { source } : {}),
      })
    } catch (error) {
      return refuse(`nobody could be asked: ${describe(error)}`)
    }
    recorder.append({ type: 'held', conn, id: statement.id, approval: asked.answer.id })
    recorder.flush()
    const answer = await this.#wait(asked, verdict, waiting)
    recorder.append(this.#decision(statement, answer))
    if (waiting.signal.aborted) return refuse('the request was withdrawn')
    if (answer.state !== 'approved') return refuse(outcomeOf(answer))
    const key = this.#keyOf(statement, verdict, waiting.bound)
    if (answer.scope === 'session' && this.#stands(statement)) shared.standing.add(key)
    else this.#released = key
    this.#again = true
    return undefined
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
    const gone = () => asked.withdraw()
    if (waiting.signal.aborted) gone()
    waiting.signal.addEventListener('abort', gone, { once: true })
    try {
      return await asked.settled
    } finally {
      clearInterval(reminder)
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

  #describe(
    statement: Statement,
    verdict: Verdict,
    effects: readonly Effect[],
    { transaction, bound }: Waiting,
  ): HeldStatement {
    const { conn, target, evidence, scrub } = this.#options
    const recorded = evidence(statement, verdict, effects, undefined)
    return {
      target: target.name,
      conn,
      statement: statement.id,
      sha256: statement.sha256,
      text: recorded.text,
      redacted: recorded.redacted,
      ...(bound ? { parameters: this.#parameters(bound) } : {}),
      findings: verdict.findings.flatMap((finding) => findingOf(finding, scrub)),
      effects: recorded.effects.slice(0, MOST_SHOWN),
      relations: recorded.relations.slice(0, MOST_SHOWN),
      hints: recorded.hints ?? [],
      transaction: scrubbed(this.transaction.describe(transaction), scrub),
    }
  }

  /** Where columns are masked, nobody can tell which value is one of theirs. */
  #parameters({ bytes, values }: Bound): NonNullable<HeldStatement['parameters']> {
    const { shared, scrub, target } = this.#options
    const hidden = target.masks.columns.length > 0
    return {
      sha256: createHmac('sha256', shared.key).update(bytes).digest('hex'),
      values: values()
        .slice(0, MOST_SHOWN)
        .map((value) => (value === null ? null : hidden ? '****' : cut(scrub(value)))),
    }
  }

  /** What an approval holds for: the exact bytes, the exact values, and exactly these reasons. */
  #keyOf(statement: Statement, verdict: Verdict, bound: Bound | undefined): string {
    const reasons = verdict.findings
      .filter((finding) => finding.verdict === 'hold')
      .map(({ rule, effect }) => ({ rule, effect: withoutFigures(effect) }))
    const hash = createHash('sha256')
    hash.update(canonical([this.#options.target.name, statement.sha256, reasons as unknown as Json]))
    if (bound) hash.update(bound.bytes)
    return hash.digest('hex')
  }
}

/** It runs what was prepared under a name, or fetches from it. */
const goesByName = ({ action, object }: Effect): boolean =>
  (action === 'execute' && object === 'prepared') || (action === 'cursor' && object === 'fetch')

/** Estimates move while somebody reads. */
function withoutFigures(effect: Effect): Json {
  const { estimate: _, bytes: __, ...same } = effect
  return JSON.parse(JSON.stringify(same))
}

const rulesOf = (verdict: Verdict): string[] => [
  ...new Set(verdict.findings.filter((finding) => finding.verdict === 'hold').map(({ rule }) => rule)),
]

/** Names of relations are text of statements too. */
function scrubbed(transaction: HeldTransaction, scrub: (text: string) => string): HeldTransaction {
  const locks = transaction.locks.map(({ relation, lock }) => ({ relation: scrub(relation), lock }))
  return { ...transaction, locks }
}

function findingOf(finding: Finding, scrub: (text: string) => string): HeldFinding[] {
  const { rule, verdict, reason, hint } = finding
  return verdict === 'block' ? [] : [{ rule, verdict, reason: scrub(reason), hint: scrub(hint) }]
}

function outcomeOf({ state, by, reason }: HeldAnswer): string {
  const who = by.join(', ')
  if (state === 'denied') return `denied by ${who || 'an approver'}${reason ? `: ${reason}` : ''}`
  if (state === 'expired') return 'nobody approved in time'
  return 'the request was withdrawn'
}

const cut = (text: string): string =>
  text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN).toWellFormed()}…` : text
