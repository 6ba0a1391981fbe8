// Names of columns as statements write them, and what they reach.
import type { Flow } from '../core/statement.ts'

/** What a view or partition (`public.v.label`, `v.*`) is made of, in the same form; itself included or not. */
export type Behind = (source: string) => readonly string[]

/** Columns that a pattern of the policy means. */
export interface Columns {
  readonly schema: string
  readonly table: string
  readonly column: string
}

/** Relations behind views, those of the same text too. */
export function reached(
  sources: readonly string[],
  views: readonly Flow[],
  behind: Behind,
): readonly string[] {
  const found = new Set<string>()
  const add = (source: string): void => {
    if (found.has(source)) return
    found.add(source)
    for (const next of behind(source)) add(next)
    const [column = '', ...relation] = split(source).reverse()
    for (const { relation: name = '', column: own, sources: below } of views)
      if (split(name).at(-1) === relation[0] && (column === '*' || own === undefined || own === column))
        for (const next of below) add(next)
  }
  for (const source of sources) add(source)
  return [...found]
}

/** `schema.table.column` with parts left out in front; a name without its schema may be in any. */
export function carries({ schema, table, column }: Columns, source: string): boolean {
  const [own = '*', relation, within] = split(source).reverse()
  return meets(column, own) && meets(table, relation) && meets(schema, within)
}

/** True when one name can be meant by both. */
function meets(pattern: string, name: string | undefined): boolean {
  return name === undefined || name === '*' || glob(pattern, name)
}

export function glob(pattern: string, name: string): boolean {
  if (!pattern.includes('*')) return pattern === name
  const literals = pattern.split(/\*+/).map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'))
  return new RegExp(`^${literals.join('.*')}$`, 's').test(name)
}

/** Parts of a dotted name, unquoted. */
export function split(name: string): string[] {
  return [...name.matchAll(/"((?:[^"]|"")*)"|[^."]+/g)].map(([whole, quoted]) =>
    quoted === undefined ? whole : quoted.replaceAll('""', '"'),
  )
}
