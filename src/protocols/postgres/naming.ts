// What effects mean for the names of statements and cursors.
import type { Effect, Statement } from '../../core/statement.ts'
import { wireName } from './identifiers.ts'

/** What it runs is not in the text that was analysed. */
export const executes = ({ action, object, detail }: Effect): boolean =>
  action === 'execute' && object === 'prepared' && detail === undefined

/** Goes by a name that was given before. */
export const uses = ({ action, object, detail }: Effect): boolean =>
  (action === 'execute' && object === 'prepared' && detail !== 'prepared by this text') ||
  (action === 'cursor' && object === 'fetch')
export const names = ({ analysis }: Statement): boolean => analysis.effects.some(uses)

export const declares = ({ action, object }: Effect): boolean => action === 'cursor' && object === 'cursor'

/** Runs code that may open and close cursors of any name. */
export const opens = ({ action, object }: Effect): boolean =>
  action === 'call' || action === 'unknown' || (action === 'execute' && object === 'block')

/** Gives names or takes them away. */
export const moves = (effect: Effect): boolean =>
  effect.action === 'prepare' ||
  effect.action === 'cursor' ||
  opens(effect) ||
  (effect.action === 'set' && effect.object === 'session')

export const keepsCode = ({ action, object }: Effect): boolean =>
  (action === 'create' && object === 'function') || (action === 'execute' && object === 'block')
export const inCode = ({ action, via }: Effect): boolean => action === 'cursor' && via !== undefined

/** Names of the effects of a kind, as the wire has them. */
export const named = (effects: readonly Effect[], action: string, object: string): readonly string[] =>
  effects.flatMap((effect) =>
    effect.action === action && effect.object === object && effect.name !== undefined
      ? [wireName(effect.name)]
      : [],
  )

/** It may read data of the client's. */
export const takes = ({ action }: Effect): boolean => action === 'copy-in'

/** Makes last what the transaction did before. */
export const commits = ({ action, object, detail }: Effect): boolean =>
  action === 'transaction' && (detail === 'commit' || (object === 'two-phase' && detail === 'prepare'))

/** Code may make last what ran before it, as long as nobody began a transaction; so do some commands of the server. */
export const mayCommit = (effect: Effect): boolean =>
  opens(effect) ||
  effect.action === 'execute' ||
  effect.action === 'maintain' ||
  (effect.action === 'transaction' && effect.via !== undefined) ||
  effect.object === 'database'
