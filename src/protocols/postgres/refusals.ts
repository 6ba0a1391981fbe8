// What is refused whatever the guard says.
import type { Analysis, Effect } from '../../core/statement.ts'
import type { Failure } from './frames.ts'
import { READ_ONLY } from './settings.ts'

/** Where it stands, nobody can follow what a name means. */
const hidden = ({ action, via = [] }: Effect): boolean => action === 'prepare' && via.length > 0

const HIDDEN: Failure = {
  severity: 'ERROR',
  sqlstate: '0A000',
  message: 'refused: PREPARE and DEALLOCATE inside of code',
  hint: 'Send them as statements of their own.',
}

/** Transactions of the session would not be read only any more. */
const writes = ({ action, object, name = '', detail }: Effect): boolean =>
  action === 'set' &&
  object === 'setting' &&
  /^(?:default_)?transaction_read_only$/.test(name) &&
  detail !== 'to its safe value' &&
  !(detail === 'to its default' && name === READ_ONLY)

const WRITING: Failure = {
  severity: 'ERROR',
  sqlstate: '42501',
  message: 'refused: this session may only read',
  hint: 'Ask for a target with another guard.',
}

export const BUSY: Failure = {
  severity: 'ERROR',
  sqlstate: '55P03',
  message: 'refused: another connection of this session changes or reads what this statement is about',
  hint: 'Send it again when the other transaction is over and its results are read.',
}

export const UNRESOLVED: Failure = {
  severity: 'ERROR',
  sqlstate: '42501',
  message: 'refused: what this COPY returns could not be resolved, so it cannot be masked',
  hint: 'Copy one table by its full name (schema.table) outside of the transaction that made it, or use a SELECT.',
}

export function barredBy({ effects }: Analysis, readOnly: boolean): Failure | undefined {
  if (effects.some(hidden)) return HIDDEN
  return readOnly && effects.some(writes) ? WRITING : undefined
}

export const SKIPPED: Failure = {
  severity: 'ERROR',
  sqlstate: '25P02',
  message: 'skipped behind an error',
}

export const UNSEEN: Failure = {
  severity: 'ERROR',
  sqlstate: '42501',
  message: 'refused by policy: it would have to be approved, and its values are too large to be shown',
  hint: 'Send values of less than 160 kB altogether, or make the change in a statement of its own.',
}
