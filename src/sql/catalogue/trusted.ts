// Functions of extensions that are known well.
import type { Routine } from './snapshot.ts'

/** Extensions whose native functions only compute. */
const COMPUTING =
  /^(autoinc|bloom|btree_gin|btree_gist|citext|cube|dict_int|dict_xsyn|earthdistance|fuzzystrmatch|hstore|hypopg|insert_username|intarray|intagg|isn|ltree|moddatetime|pg_trgm|pgcrypto|pg_stat_statements|postgis(_sfcgal)?|seg|tablefunc|tcn|tsm_system_rows|tsm_system_time|unaccent|uuid-ossp|vector)$/

export const NATIVE = new Set(['c', 'internal'])

/** Brought by an extension that only computes. */
export const fromComputing = ({ extension }: Routine): boolean =>
  extension !== undefined && COMPUTING.test(extension)

/** True when nothing needs to be read to know that it only computes. */
export function trusted({ extension, language, volatility, name, definition }: Routine): boolean {
  if (extension === undefined || !COMPUTING.test(extension)) return false
  if (extension === 'tablefunc') return name === 'normal_rand'
  // Its own EXECUTE may run what it is given.
  return NATIVE.has(language) || (volatility !== 'volatile' && !/\bexecute\b/i.test(definition ?? 'execute'))
}
