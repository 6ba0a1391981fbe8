import type { Relation, Routine, Snapshot } from '../../../src/sql/catalogue/snapshot.ts'

/** A snapshot with nothing in it but what a test names. */
export const snapshot = (held: Partial<Snapshot> = {}): Snapshot => ({
  version: 1,
  server: 180000,
  database: 'app',
  takenAt: '2026-11-22T00:00:00Z',
  searchPath: ['app', 'public'],
  relations: [],
  functions: [],
  domains: [],
  operators: [],
  casts: [],
  eventTriggers: [],
  ...held,
})

const split = (name: string): { schema: string; name: string } => {
  const [schema = '', own = ''] = name.split('.')
  return { schema, name: own }
}

export const table = (name: string, held: Partial<Relation> = {}): Relation => ({
  ...split(name),
  kind: 'table',
  persistence: 'permanent',
  rows: 100,
  bytes: 8192,
  columns: [],
  ...held,
})

/** In SQL, unless `held` says otherwise. */
export const routine = (name: string, body: string, held: Partial<Routine> = {}): Routine => ({
  ...split(name),
  kind: 'function',
  language: 'sql',
  volatility: 'volatile',
  arguments: [],
  returns: 'void',
  definition: `CREATE OR REPLACE FUNCTION ${name}() RETURNS void LANGUAGE sql AS $function$ ${body} $function$`,
  ...held,
})

/** Native code, or that of a language that is not read. */
export const opaque = (name: string, held: Partial<Routine> = {}): Routine => {
  const { definition: _none, ...rest } = routine(name, '')
  return { ...rest, language: 'c', ...held }
}
