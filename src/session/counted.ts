// Which of its changes a statement's command tag tells.
import type { Analysis, Effect, Statement } from '../core/statement.ts'

/** Whatever they are about, no row of a table is deleted or updated by them. What goes with them is an effect of its own. */
const CALM = new Set<Effect['action']>([
  'read',
  'insert',
  'truncate',
  'create',
  'alter',
  'rename',
  'move',
  'drop',
  'detach',
  'grant',
  'revoke',
  'own',
  'set',
  'copy-in',
  'copy-out',
  'lock',
  'rewrite',
  'scan',
  'maintain',
  'prepare',
  'cursor',
  'transaction',
  'notify',
  'comment',
  'explain',
  'expose',
])
const COUNTING = /^(?:DELETE|UPDATE|MERGE) (\d+)$/
const INSERTING = /^INSERT \d+ (\d+)$/

export const changes = ({ action }: Effect): boolean => action === 'delete' || action === 'update'

/** Functions of the server that change no table. */
const CALLS_NOTHING = new Set(['sleep', 'sequence', 'values', 'administration'])

const mayRun = ({ action, object, name = '.' }: Effect): boolean =>
  !(action === 'call' && CALLS_NOTHING.has(object) && !name.includes('.'))

/** It deletes or updates rows, or nobody knows that it does not. */
export const mayChange = (effect: Effect): boolean => !CALM.has(effect.action) && mayRun(effect)

const LATER = new Set(['trigger', 'cascade'])

/** Code that a planner may run to learn a value: of functions, operators, types, but not what rows set off. */
export const runsPlanned = (effect: Effect): boolean =>
  effect.stored || effect.action === 'call' || effect.action === 'unknown'
    ? effect.action !== 'read' && mayRun(effect) && !LATER.has(effect.via?.[0] ?? '')
    : false

/** It only defines code, which runs when somebody calls it. */
const defines = ({ action, object, via }: Effect): boolean =>
  action === 'create' && object === 'function' && via === undefined
const later = ({ stored, via = [] }: Effect): boolean =>
  via[0] === 'prepare' || (via[0] === 'function' && stored !== true) || via[0] === 'definition'

/** What it runs now. */
function running({ count, effects: own }: Analysis, effects: readonly Effect[]): readonly Effect[] {
  const only = count === 1 && (own.some(defines) || own.some(({ action }) => action === 'prepare'))
  return only ? effects.filter((effect) => !later(effect)) : effects
}

/** What stands for a function where nobody sees its name. */
const STANDS_FOR_CODE = new Set(['operator', 'operator-class', 'cast', 'aggregate', 'domain'])

/** Behind it names stand for code that the text of a statement does not show, and the catalogue not before the end. */
export const definesCode = ({ effects }: Analysis): boolean =>
  effects.some(({ action, object }) => action === 'create' && STANDS_FOR_CODE.has(object)) ||
  (effects.some(defines) && effects.some(mayChange))

/** The same within one text, whose other statements may run it. */
export const runsUnseen = ({ count, effects: own }: Analysis, effects: readonly Effect[]): boolean =>
  count > 1 &&
  own.some(({ action, object }) => action === 'create' && STANDS_FOR_CODE.has(object)) &&
  effects.some((effect) => mayChange(effect) && later(effect))

/** True when it changes rows, or may. */
export const touches = (analysis: Analysis, effects: readonly Effect[]): boolean =>
  effects.some(mayChange) && running(analysis, effects).some(mayChange)

/** True when its tag is silent about rows that it may change: those of its parts, of other code, and temporary ones. */
export function hides(analysis: Analysis, effects: readonly Effect[]): boolean {
  if (!effects.some(mayChange)) return false
  const now = running(analysis, effects).filter(mayChange)
  return now.length > 0 && (analysis.count !== 1 || !now.every(tells))
}

const tells = ({ action, object, stored, temporary, via = [] }: Effect): boolean =>
  (action === 'delete' || action === 'update') &&
  object === 'table' &&
  !stored &&
  !temporary &&
  via.every((step) => step === 'on-conflict')

/** What the tag counts; undefined when it counts nothing that was changed. */
export function counted(tag: string, effects: readonly Effect[]): number | undefined {
  const [, rows] = COUNTING.exec(tag) ?? []
  if (rows !== undefined) return Number(rows)
  const [, inserted] = INSERTING.exec(tag) ?? []
  const upserts = effects.some(({ action, via }) => action === 'update' && via?.at(-1) === 'on-conflict')
  return inserted !== undefined && upserts ? Number(inserted) : undefined
}

/** It may make last what it changed before it ends, as long as nobody began a transaction. */
export const commitsItself = ({ analysis: { count, commits } }: Statement): boolean =>
  count === 1 && commits === true

const APART = new Set(['database', 'tablespace', 'subscription', 'system'])

/**
 * What it changed can be counted before it is made last, also when nobody began a transaction: it is one statement, and others
 * may stand beside it in a transaction.
 */
export function separable(statement: Statement, effects: readonly Effect[]): boolean {
  const { text, analysis } = statement
  if (analysis.count !== 1 || commitsItself(statement)) return false
  return !effects.some(
    ({ action, object, stored }) =>
      !stored &&
      (action === 'maintain' ||
        action === 'transaction' ||
        action.startsWith('copy-') ||
        APART.has(object) ||
        (/^(create|drop|detach)$/.test(action) && /\bconcurrently\b/i.test(text))),
  )
}

/** It runs a function that it makes. */
const callsOwn = ({ effects, uses }: Analysis): boolean =>
  effects.some(
    (effect) => defines(effect) && uses?.functions.some((name) => last(name) === last(effect.name)),
  )
const last = (name = ''): string => name.slice(name.lastIndexOf('.') + 1)

/** Rows of it that nobody can tell before it is made last: other code's, or of one of several statements, and no estimate. */
export const unforeseen = (analysis: Analysis, effects: readonly Effect[]): readonly Effect[] =>
  running(analysis, effects).filter(
    (effect) =>
      changes(effect) &&
      !(later(effect) && !callsOwn(analysis)) &&
      !(analysis.count === 1 && tells(effect)) &&
      !effect.temporary &&
      effect.estimate === undefined &&
      (effect.rows === 'unknown' || effect.rows === 'all'),
  )

/** Its queries run again when the transaction is made last. */
export const outlives = ({ text, analysis: { effects } }: Statement): boolean =>
  effects.some(({ action }) => action === 'cursor') && /\bhold\b/i.test(text)
