// Texts that only define: what their bodies do comes when somebody runs them.
import type { Analysis, Effect } from '../../core/statement.ts'

/** What a connection has defined and the snapshot does not show yet. A name's last part stands for it, folded. */
export interface Defined {
  functions(name: string): readonly Analysis[]
  /** Views of that name, and triggers and rules on a relation of that name. */
  relations(name: string): readonly Analysis[]
  /** True when columns of a relation of that name may have other names or types than the snapshot says. */
  columns(name: string): boolean
  /** True when triggers of a relation of that name were off, and are on now. */
  switched(name: string): boolean
  /** Definitions that any statement may set off: a name may mean something else by now. */
  readonly anywhere: readonly Analysis[]
}

const BODIES = new Set(['function', 'view', 'rule', 'trigger'])
const QUIET = new Set(['comment', 'grant', 'revoke', 'transaction'])
const DEFINING = new Set(['create', 'alter', 'drop'])
const DEFINED = new Set(['function', 'view', 'rule', 'trigger', 'security-definer', 'security-option'])

/** It stands in a body, also in one that a DO block defines. */
export const inBody = ({ via = [] }: Effect): boolean => via.some((step) => BODIES.has(step))

/** True when the text runs nothing but event triggers. */
export const onlyDefines = ({ defines: only, effects }: Analysis): boolean =>
  only === true &&
  effects.length > 0 &&
  effects.every(
    (effect) =>
      BODIES.has(effect.via?.[0] ?? '') ||
      (effect.via === undefined && (QUIET.has(effect.action) || defines(effect))),
  )

const defines = ({ action, object, cascade }: Effect): boolean =>
  DEFINING.has(action) && DEFINED.has(object) && !cascade

/** Marks what only a later run would set off. */
export const later = (effect: Effect): Effect => ({ ...effect, via: ['definition', ...(effect.via ?? [])] })
