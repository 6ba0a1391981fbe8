// Rows of the catalogue: by what they are and what they belong to, with names as effects write them.
import { dotted } from '../../../sql/tree.ts'
import { BETWEEN } from './fragments.ts'

export type Row = readonly (string | null)[]

/** A text that nobody can analyse, for what could not be read: it counts as anything. */
export const UNREAD = '('

/** Rows by what they are. */
export type Rows = (kind: string) => readonly Row[]

export function group(rows: readonly Row[]): Rows {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(row[0] ?? '')
    if (group) group.push(row)
    else groups.set(row[0] ?? '', [row])
  }
  return (kind) => groups.get(kind) ?? []
}

export type TypeName = (oid: string | null | undefined) => string

/** As effects write names. */
export const named = (name: string | null | undefined): string => dotted((name ?? '').split(BETWEEN))

/** As the catalogue has it, with the OID of the type that an array is of. */
export interface TypeRow {
  readonly name: string
  readonly element: string | null | undefined
}

/** A name in a row is not known: something came up between two questions. */
export class Torn extends Error {}

/** When `strict`, throws `Torn` for a type that is not among the `known`. */
export function typeNames(known: ReadonlyMap<string, TypeRow>, strict: boolean): TypeName {
  return (oid) => {
    if (oid == null) return ''
    const type = known.get(oid)
    const shown = known.get(type?.element ?? '') ?? type
    if (!shown && strict) throw new Torn('a type that was not read')
    return named(shown?.name)
  }
}

/** What belongs to relations, by their OIDs. */
export function by<T>(
  rows: readonly Row[],
  make: (row: Row) => T,
): (oid: string) => readonly T[] | undefined {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(row[1] ?? '')
    if (group) group.push(make(row))
    else groups.set(row[1] ?? '', [make(row)])
  }
  return (oid) => groups.get(oid)
}

export const present = <K extends string, T>(name: K, value: T | undefined) =>
  value === undefined ? {} : ({ [name]: value } as Record<K, T>)

/** Names as JSON. */
export const list = (json: string | null | undefined): readonly string[] | undefined =>
  json == null ? undefined : (JSON.parse(json) as string[])
