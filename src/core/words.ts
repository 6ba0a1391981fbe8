// What a statement would do, in plain words.
import type { Effect } from './statement.ts'

const VERBS: Partial<Record<Effect['action'], string>> = {
  read: 'read',
  insert: 'insert into',
  update: 'change rows of',
  delete: 'delete rows of',
  truncate: 'empty',
  'copy-in': 'load rows into',
  'copy-out': 'export rows of',
  call: 'call',
  set: 'set',
  rewrite: 'rewrite',
  scan: 'scan',
  maintain: 'maintain',
  expose: 'show protected values of',
  load: 'load',
  own: 'give away',
  unknown: 'do something that cannot be told:',
}

const ROWS: Partial<Record<NonNullable<Effect['rows']>, string>> = {
  all: 'all rows',
  unknown: 'any number of rows',
  one: 'one row at most',
}

/** One line, without the dot. */
export function inWords(effect: Effect): string {
  const { action, object, name, column, rows, detail, cascade, lock, estimate, bytes, stored, temporary } =
    effect
  if (action === 'transaction' && object === 'commit')
    return ['make last what the transaction changed', howMany(effect), detail].filter(Boolean).join('; ')
  const thing = [object, name, column === undefined ? undefined : `column ${column}`]
    .filter(Boolean)
    .join(' ')
  const more = [
    rows && ROWS[rows],
    estimate === undefined ? undefined : `about ${estimate.toLocaleString('en')} rows`,
    bytes === undefined ? undefined : size(bytes),
    cascade ? 'and everything that depends on it' : undefined,
    lock && `locks it (${lock})`,
    stored ? 'done by what the database holds already' : undefined,
    temporary ? 'only the session’s own' : undefined,
    detail,
  ].filter(Boolean)
  return `${VERBS[action] ?? action} ${thing}${more.length > 0 ? `: ${more.join('; ')}` : ''}`
}

function howMany({ rows, estimate }: Effect): string | undefined {
  if (estimate === undefined) return rows && ROWS[rows]
  return `${estimate.toLocaleString('en')} ${estimate === 1 ? 'row was' : 'rows were'} deleted or updated`
}

/** `50.0 MiB on disk`. */
export function size(bytes: number): string {
  if (bytes < 1024 ** 2) return `${Math.ceil(bytes / 1024)} KiB on disk`
  if (bytes < 1024 ** 3) return `${(bytes / 1024 ** 2).toFixed(1)} MiB on disk`
  return `${(bytes / 1024 ** 3).toFixed(1)} GiB on disk`
}
