// Liquibase's formatted SQL: https://docs.liquibase.com/secure/user-guide/what-is-a-sql-changelog. Its rollbacks are comments.

const FIRST = /^\ufeff?\s*--\s*liquibase formatted sql\b/i
const CHANGESET = /^\s*--\s*changeset\s+\S/i

/** Without the changesets of other databases, and with semicolons for other delimiters; undefined when it is none. */
export function formatted(script: string): string | undefined {
  if (!FIRST.test(script)) return undefined
  const sets = script.split(/(?<=\n)(?=\s*--\s*changeset\s+\S)/i)
  return sets.map(changeset).join('')
}

function changeset(text: string): string {
  const head = /^.*/.exec(text.trimStart())?.[0] ?? ''
  if (!CHANGESET.test(head)) return text
  const [databases, delimiter] = [attribute(head, 'dbms'), attribute(head, 'endDelimiter')]
  if (databases !== undefined && !runsHere(databases)) return text.replace(/[^\r\n]/g, ' ')
  return delimiter === undefined ? text : redelimited(text, delimiter)
}

function attribute(head: string, name: string): string | undefined {
  const [, quoted, bare] = new RegExp(`\\s${name}:(?:"([^"]*)"|(\\S+))`, 'i').exec(head) ?? []
  return quoted ?? bare
}

function runsHere(databases: string): boolean {
  const names = databases.split(',').map((name) => name.trim().toLowerCase())
  if (names.some((name) => name === '!postgresql' || name === 'none')) return false
  return (
    names.every((name) => name.startsWith('!')) ||
    names.some((name) => name === 'postgresql' || name === 'all')
  )
}

/** A delimiter that ends a line becomes a semicolon; nothing moves. */
export function redelimited(text: string, delimiter: string): string {
  const literal = delimiter.replace(/^\\n/, '').replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
  if (literal === '' || literal === ';') return text
  return text.replace(
    new RegExp(`${literal}(?=[ \\t]*\\r?$)`, 'gm'),
    (found) => `;${' '.repeat(found.length - 1)}`,
  )
}
