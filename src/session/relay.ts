// One connection: inspect, decide, record, forward; then mask and return.
// The protocol inspects, forwards, masks and returns; here is decided and recorded what it does.
import type { Socket } from 'node:net'
import type { EventBody } from '../core/event.ts'
import type { TargetTerms } from '../core/grant.ts'
import type { Effect, Statement } from '../core/statement.ts'
import type { Verdict } from '../core/verdict.ts'
import { watchFlows } from '../masking/flows.ts'
import { decide } from '../policy/decide.ts'
import type { Bound, Connection, Gate, Result, RowCounts, Target, Waiting } from '../protocols/protocol.ts'
import type { Recorder } from '../recording/recorder.ts'
import { runsPlanned } from './counted.ts'
import { createEvidence } from './evidence.ts'
import { Facts } from './facts.ts'
import { Fuse } from './fuse.ts'
import { Holds, type SessionHolds } from './holds.ts'

export interface Wiring {
  /** Number of the connection within the session. */
  readonly conn: number
  readonly target: Target
  readonly terms: TargetTerms
  readonly recorder: Recorder
  /** Absent when nobody can be asked: what would be held is refused. */
  readonly holds?: SessionHolds
}

/** Serves one accepted client until either side ends. */
export function relay(client: Socket, wiring: Wiring): Connection {
  return wiring.target.serve(client, createGate(wiring))
}

export function createGate(wiring: Wiring): Gate {
  return createStream(wiring, { statements: 0 })
}

/** One sequence of statements; what counts for the connection is in `totals`. */
function createStream(wiring: Wiring, totals: { statements: number }): Gate {
  const { conn, target, terms, recorder, holds: shared } = wiring
  /** By the very array: analysis, catalogue and this connection give the same one while nothing changes. */
  const verdicts = new WeakMap<readonly Effect[], Verdict>()
  const facts = new Facts(watchFlows(terms.masks.columns, terms.masks.predicates), target)
  const evidence = createEvidence(conn, target.masking)
  const holds =
    shared &&
    new Holds({
      conn,
      target: terms,
      shared,
      recorder,
      evidence,
      scrub: target.masking.scrub,
      now: () => performance.now(),
      moved: () => facts.moved || altered,
      estimate: async (statement, effects) => estimated(statement, effects),
      size: (name) => (facts.moved ? undefined : target.size?.(name)),
      code: (text) => target.code?.(text) ?? [],
    })
  /** The statement that was to be held last, and what it would do, as somebody was told. */
  let held: { readonly id: number; readonly effects: readonly Effect[] } | undefined
  const most = terms.guard.thresholds?.rows
  const fuse = most === undefined ? undefined : new Fuse(most, stops(terms), (name) => target.rows?.(name))
  const estimates = most !== undefined || terms.guard.allow.some(({ rows }) => rows !== undefined)
  /** The transaction changed the catalogue, which nobody else sees yet. */
  let altered = false
  const waiting: (() => void)[] = []
  const caughtUp = () => {
    for (const resume of waiting.splice(0)) resume()
  }
  let last: Statement | undefined

  /** The guard's word on what the statement would do; without an approver a hold is a refusal. */
  function verdictOf(effects: readonly Effect[]): Verdict {
    let verdict = verdicts.get(effects)
    if (!verdict) {
      verdict = decide(effects, terms.guard)
      if (!holds) verdict = withoutApprover(verdict)
      verdicts.set(effects, verdict)
    }
    return verdict
  }

  /** Decides by what the statement does on this connection; `note` puts it in the record. */
  function decided(
    statement: Statement,
    runs: boolean,
    note: (verdict: Verdict, effects: readonly Effect[]) => void,
    bound?: Bound,
    planned = false,
  ): Verdict | Promise<Verdict> {
    const go = (known: readonly Effect[]) => {
      const effects = runs && fuse ? fuse.judged(statement, known) : known
      const word = verdictOf(effects)
      const agreed = word.kind === 'hold' && runs && holds?.covers(statement, word, bound, planned)
      const verdict = agreed ? allowed(word) : word
      if (verdict.kind === 'hold') held = { id: statement.id, effects }
      if (agreed && !planned && saysHowMany(word))
        fuse?.agrees(statement, held?.id === statement.id ? held.effects : effects)
      if (runs && verdict.kind === 'allow') starts(statement, effects)
      if (planned && verdict.kind === 'allow') fuse?.planned()
      if (!(runs && holds?.comesAgain(statement))) note(verdict, effects)
      return recorded(statement, verdict)
    }
    const effects = facts.effects(statement.analysis)
    if (planned) {
      const early = (known: readonly Effect[]) => {
        if (known.some(runsPlanned)) return go(known)
        // It may have been held before: nothing behind it was.
        holds?.comesAgain(statement)
        return PASSES
      }
      return effects instanceof Promise ? effects.then(early) : early(effects)
    }
    if (!estimates) return effects instanceof Promise ? effects.then(go) : go(effects)
    const counted =
      effects instanceof Promise
        ? effects.then((known) => estimated(statement, known))
        : estimated(statement, effects)
    return counted instanceof Promise ? counted.then(go) : go(counted)
  }

  function estimated(
    statement: Statement,
    known: readonly Effect[],
  ): readonly Effect[] | Promise<readonly Effect[]> {
    const { pins } = statement.analysis
    const hidden = pins !== undefined && facts.hides(pins.relation)
    return target.estimate?.(statement, known, { moved: facts.moved || altered, hidden }) ?? known
  }

  function starts(statement: Statement, effects: readonly Effect[]): void {
    last = statement
    holds?.transaction.ran(statement, effects)
    facts.runs(statement, effects)
    fuse?.runs(statement, effects, target.atMost?.(effects))
    altered ||= statement.analysis.changes.schema
  }

  /** In the record first; then, when the record keeps up, the verdict. */
  function recorded(statement: Statement, verdict: Verdict): Verdict | Promise<Verdict> {
    if (verdict.kind === 'block' || (verdict.kind === 'hold' && !holds))
      recorder.append({ type: 'denied', conn, id: statement.id, rule: verdict.findings[0]?.rule ?? 'none' })
    if (!recorder.lagging(caughtUp)) return verdict
    return new Promise((resolve) => waiting.push(() => resolve(verdict)))
  }

  /** What ran outside of a transaction is made last without a statement. */
  const settled = (own: Fuse) => (): Verdict => {
    const verdict = verdictOf(own.made())
    if (verdict.kind === 'block' || (verdict.kind === 'hold' && !(holds && last))) {
      const [finding] = verdict.findings
      recorder.append({ type: 'denied', conn, id: last?.id ?? 0, rule: finding?.rule ?? 'none' })
    }
    return verdict
  }

  const release = (own: Fuse) => async (verdict: Verdict, waiting: Waiting) =>
    last && holds ? holds.settle(last, verdict, own.made(), waiting) : verdict

  return {
    fork: () => createStream(wiring, totals),
    judge(statement, prepared) {
      totals.statements++
      return decided(statement, prepared === undefined, (verdict, effects) =>
        recorder.append(evidence(statement, verdict, effects, prepared)),
      )
    },
    execute(statement, parameters, bound, planned) {
      return decided(
        statement,
        true,
        () => planned || recorder.append({ type: 'execute', conn, id: statement.id, parameters }),
        bound,
        planned,
      )
    },
    ...(holds && {
      hold: (statement: Statement, verdict: Verdict, waiting: Waiting) =>
        holds.ask(statement, verdict, held?.effects ?? [], waiting),
    }),
    flush: () => recorder.flush(),
    ...(fuse && {
      counts: { ...countsOf(fuse, settled(fuse)), ...(holds && { release: release(fuse) }) },
    }),
    result(statement, result) {
      facts.ended(statement, result.error !== undefined)
      fuse?.ended(statement, result.tag, result.error !== undefined)
      recorder.append(outcome(conn, statement, result))
    },
    idle() {
      altered = false
      holds?.over()
      facts.idle()
      const rows = fuse?.idle() ?? 0
      if (most !== undefined && rows > most)
        recorder.append({
          type: 'limit',
          conn,
          limit: 'many-rows',
          detail: `a transaction changed ${rows} rows`,
        })
    },
    failed() {
      fuse?.failed()
    },
    notice(sqlstate, message) {
      recorder.append({ type: 'notice', conn, sqlstate, message })
    },
    transfer(statement, transfer) {
      recorder.append({ type: 'transfer', conn, id: statement.id, ...transfer })
    },
    output({ id }, output) {
      recorder.append({ type: 'output', conn, id, ...output })
    },
    terminal({ id }, size) {
      recorder.append({ type: 'terminal', conn, id, ...size })
    },
    limit(limit, detail) {
      recorder.append({ type: 'limit', conn, limit, detail })
    },
    lagging: (resume) => recorder.lagging(resume),
    opened({ client, user, application, tls }) {
      recorder.append({ type: 'connection.open', conn, target: terms.name, client, user, application, tls })
    },
    closed(reason, { bytesIn, bytesOut }) {
      const { statements } = totals
      recorder.append({
        type: 'connection.close',
        conn,
        reason,
        statements,
        bytes_in: bytesIn,
        bytes_out: bytesOut,
      })
    },
  }
}

const PASSES: Verdict = { kind: 'allow', findings: [], observed: false }

/** What is over the threshold does not pass. */
const stops = ({ guard }: TargetTerms): boolean =>
  guard.mode === 'enforce' && /^(hold|block)$/.test(guard.rules['many-rows'] ?? '')

const countsOf = (fuse: Fuse, settled: () => Verdict): RowCounts => ({
  before: (alone) => fuse.before(alone),
  after: () => fuse.after(),
  told: (when, rows) => fuse.told(when, rows),
  inside: () => fuse.inside(),
  doubtful: (answered) => fuse.doubtful(answered),
  settled,
  answered: () => fuse.answered(),
  synced: () => fuse.synced(),
})

/** Whoever agreed knew about how many rows it would be. */
const saysHowMany = ({ findings }: Verdict): boolean =>
  findings.some(({ rule, effect }) => rule === 'many-rows' && effect.action !== 'transaction')

/** A person agreed; the rules that held it stay in sight. */
const allowed = (verdict: Verdict): Verdict => ({ ...verdict, kind: 'allow' })

function withoutApprover(verdict: Verdict): Verdict {
  if (verdict.kind !== 'hold') return verdict
  const findings = verdict.findings.map((finding) =>
    finding.verdict === 'hold'
      ? { ...finding, reason: `${finding.reason}; approvals are not available for this session` }
      : finding,
  )
  return { ...verdict, findings }
}

function outcome(
  conn: number,
  { id }: Statement,
  { tag, rows, bytes, ms, error, masked }: Result,
): EventBody {
  if (error) return { type: 'error', conn, id, ...error }
  if (masked) return { type: 'result', conn, id, tag, rows, bytes, ms, masked }
  return { type: 'result', conn, id, tag, rows, bytes, ms }
}
