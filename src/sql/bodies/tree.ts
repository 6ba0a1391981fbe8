// The tree of a PL/pgSQL body as the parser gives it: `{ PLpgSQL_stmt_if: { cond: { PLpgSQL_expr: … } } }`.

export interface Expression {
  readonly query: string
  readonly parseMode?: number
}

export type Fields = Readonly<Record<string, unknown>>

export const expressionOf = (value: unknown): Expression | undefined =>
  (value as { PLpgSQL_expr?: Expression } | undefined)?.PLpgSQL_expr

/** `around` is told when it goes into a node (1), and out of it (-1). */
export function visit(
  value: unknown,
  each: (tag: string, fields: Fields) => void,
  around?: (tag: string, by: number, fields: unknown) => void,
): void {
  if (Array.isArray(value)) {
    for (const item of value) visit(item, each, around)
    return
  }
  if (value === null || typeof value !== 'object') return
  for (const [key, child] of Object.entries(value)) {
    around?.(key, 1, child)
    if (key.startsWith('PLpgSQL_')) each(key, child as Fields)
    visit(child, each, around)
    around?.(key, -1, child)
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

/** Every node of a body; statements that are run are looked at in plpgsql.ts, what they fill in sources.ts. */
export const NODES: ReadonlySet<string> = new Set(
  `function type var rec recfield row alias expr condition exception exception_block diag_item raise_option case_when if_elsif
  stmt_assert stmt_assign stmt_block stmt_call stmt_case stmt_close stmt_commit stmt_dynexecute stmt_dynfors stmt_execsql stmt_exit
  stmt_fetch stmt_forc stmt_foreach_a stmt_fori stmt_fors stmt_getdiag stmt_if stmt_loop stmt_open stmt_perform stmt_raise
  stmt_return stmt_return_next stmt_return_query stmt_rollback stmt_while`
    .split(/\s+/)
    .map((name) => `PLpgSQL_${name}`),
)
