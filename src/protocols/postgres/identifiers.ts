// Names as the analysis writes them, and as the server keeps them.

/** NAMEDATALEN - 1: the server cuts longer names, so that two of them could be one. */
export const LONGEST = 63

/** Parts of a dotted name, without their quotes. */
function split(name: string): string[] {
  if (!name.includes('"')) return name.split('.')
  return [...name.matchAll(/"((?:[^"]|"")*)"|[^."]+/g)].map(([whole, quoted]) =>
    quoted === undefined ? whole : quoted.replaceAll('""', '"'),
  )
}

/** `schema.table` without quotes; what is temporary goes by its name alone, as its schema has many. */
export function relationOf(name: string): string {
  const parts = split(name)
  return (parts.length > 1 && /^pg_temp(_\d+)?$/.test(parts[0]!) ? parts.slice(1) : parts).join('.')
}

/** A relation's own name, in whatever schema it is. */
export const bare = (relation: string): string => split(relation).at(-1) ?? ''

/** The name of a cursor or a prepared statement as the wire has it. */
export function wireName(name: string): string {
  const [plain = ''] = split(name)
  if (Buffer.byteLength(plain) <= LONGEST) return plain
  let cut = plain
  while (Buffer.byteLength(cut) > LONGEST) cut = [...cut].slice(0, -1).join('')
  return cut
}

/** The server's own relations: nobody gives these names another meaning but by a name of their own. */
export const isSystem = (relation: string): boolean => /^(?:pg_(?!temp)|information_schema\.)/.test(relation)
