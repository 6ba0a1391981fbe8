// What an approver is told of a statement: the text as in the record, everything scrubbed, nothing endless.
import { createHmac } from 'node:crypto'
import type { HeldFinding, HeldParameters, HeldStatement, HeldTable } from '../core/approval.ts'
import type { HeldLock } from '../core/blocking.ts'
import type { TargetTerms } from '../core/grant.ts'
import type { Effect, Statement } from '../core/statement.ts'
import type { Finding, Verdict } from '../core/verdict.ts'
import type { Bound, RelationSize } from '../protocols/protocol.ts'
import type { Evidence } from './evidence.ts'
import { withoutPasswords } from './passwords.ts'
import type { OpenTransaction } from './transaction.ts'

/** Characters of a statement that waits: somebody reads all of them, and the server takes them. */
export const LONGEST_HELD = 64_000
/** Values and names that an approver reads; digests are of all. */
const MOST_SHOWN = 100
const LONGEST_SHOWN = 500
const HIDDEN = '****'

export interface Teller {
  readonly conn: number
  readonly target: TargetTerms
  readonly evidence: Evidence
  readonly scrub: (text: string) => string
  /** Bound values are told by a digest that nobody can guess them from. */
  readonly key: Buffer
  /** What the catalogue says of a relation's size; undefined when the name tells no permanent table. */
  readonly size: (name: string) => RelationSize | undefined
}

export interface Told {
  readonly statement: Statement
  readonly verdict: Verdict
  readonly effects: readonly Effect[]
  readonly transaction: OpenTransaction
  /** It runs in a transaction, whoever began it. */
  readonly open: boolean
  /** As the server told them; absent when it did not. */
  readonly locks: readonly HeldLock[] | undefined
  readonly bound: Bound | undefined
  readonly ran: boolean
  readonly once: boolean
}

export function heldStatement(teller: Teller, told: Told): HeldStatement {
  const { conn, target, evidence, scrub } = teller
  const { statement, verdict, effects, bound, ran, once } = told
  const recorded = evidence(statement, verdict, effects, undefined)
  // The record cuts what is long; nobody should agree to what they have not seen.
  const text = ran ? recorded.text : scrub(withoutPasswords(statement.text, statement.analysis.effects))
  return {
    target: target.name,
    conn,
    statement: statement.id,
    sha256: statement.sha256,
    text,
    redacted: text !== statement.text,
    ...(bound ? { parameters: parameters(teller, bound) } : {}),
    findings: verdict.findings.flatMap((finding) => findingOf(finding, scrub)),
    effects: recorded.effects.slice(0, MOST_SHOWN),
    relations: recorded.relations.slice(0, MOST_SHOWN),
    hints: recorded.hints ?? [],
    transaction: transaction(teller, told),
    ...some('tables', tables(teller, effects)),
    ...(ran ? { ran } : {}),
    ...(once ? { once } : {}),
  }
}

function transaction({ scrub, target, evidence }: Teller, told: Told): HeldStatement['transaction'] {
  const { transaction: own, open, locks: seen, verdict, ran } = told
  const { locks, ...described } = own.describe(open ? 'open' : 'none', seen)
  const idle = target.limits.idleInTransactionTimeout
  const earlier = own.earlier.filter((statement) => statement !== told.statement)
  return {
    ...described,
    locks: locks.map(({ relation, lock }) => ({ relation: scrub(relation), lock })),
    // The server waits for the rest of a pipeline as long as it takes.
    ...(open && !ran && idle ? { idle } : {}),
    ...some(
      'earlier',
      earlier.map((statement) => cut(evidence(statement, verdict, [], undefined).text)),
    ),
  }
}

/** Each once, under the name that an effect has for it. */
function tables({ size, scrub }: Teller, effects: readonly Effect[]): HeldTable[] {
  const names = effects.flatMap(({ name, temporary }) => (name === undefined || temporary ? [] : name))
  return [...new Set(names)].slice(0, MOST_SHOWN).flatMap((name) => {
    const found = size(name)
    return found ? { relation: scrub(name), ...found } : []
  })
}

/** Where columns are masked, nobody can tell which value is one of theirs. */
function parameters({ key, scrub, target }: Teller, { bytes, count, values }: Bound): HeldParameters {
  const hidden = target.masks.columns.length > 0
  const shown = values()
    .slice(0, MOST_SHOWN)
    .map((value) => (value === null ? null : hidden ? HIDDEN : cut(clean(value, scrub))))
  const more = count - shown.length
  return {
    sha256: createHmac('sha256', key).update(bytes).digest('hex'),
    values: shown,
    ...(more > 0 ? { more } : {}),
  }
}

/** Bytes in hex may be text all the same. */
function clean(value: string, scrub: (text: string) => string): string {
  const [, hex] = /^\\x((?:[0-9a-f]{2})+)$/i.exec(value) ?? []
  if (hex === undefined) return scrub(value)
  const text = Buffer.from(hex, 'hex').toString('latin1')
  return scrub(text) === text ? scrub(value) : HIDDEN
}

function findingOf(finding: Finding, scrub: (text: string) => string): HeldFinding[] {
  const { rule, verdict, reason, hint } = finding
  return verdict === 'block' ? [] : [{ rule, verdict, reason: scrub(reason), hint: scrub(hint) }]
}

function some<K extends string, T>(name: K, list: readonly T[]): Partial<Record<K, readonly T[]>> {
  return (list.length > 0 ? { [name]: list } : {}) as Partial<Record<K, readonly T[]>>
}

const cut = (text: string): string =>
  text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN).toWellFormed()}…` : text
