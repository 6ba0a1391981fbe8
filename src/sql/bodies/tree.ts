// The tree of a PL/pgSQL body as the parser gives it: `{ PLpgSQL_stmt_if: { cond: { PLpgSQL_expr: … } } }`.

export interface Expression {
  readonly query: string
  readonly parseMode?: number
}

export type Fields = Readonly<Record<string, unknown>>

export const expressionOf = (value: unknown): Expression | undefined =>
  (value as { PLpgSQL_expr?: Expression } | undefined)?.PLpgSQL_expr

/** `around` is told when it goes into a node, and out of it. */
export function visit(
  value: unknown,
  each: (tag: string, fields: Fields) => void,
  around?: (tag: string, by: number) => void,
): void {
  if (Array.isArray(value)) {
    for (const item of value) visit(item, each, around)
    return
  }
  if (value === null || typeof value !== 'object') return
  for (const [key, child] of Object.entries(value)) {
    around?.(key, 1)
    if (key.startsWith('PLpgSQL_')) each(key, child as Fields)
    visit(child, each, around)
    around?.(key, -1)
  }
}

/** `target := value` and `target = value`, taken apart outside of quotes and brackets. */
export const ASSIGNMENT = /^((?:"(?:[^"]|"")*"|\[(?:[^[\]]|\[[^\]]*\])*\]|[^"[=:])*?)\s*:?=(.*)$/s

/** An expression as a statement that can be parsed. */
export function statementOf({ query, parseMode }: Expression): string {
  if (parseMode === undefined || parseMode === 0) return query
  if (parseMode < 3) return `SELECT ${query}`
  const [, target = '', value = query] = ASSIGNMENT.exec(query) ?? []
  return target.includes('[') ? `SELECT ${target}, ${value}` : `SELECT ${value}`
}
