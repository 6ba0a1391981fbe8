// PL/pgSQL: the expressions and statements of a body, and what it runs as text.
import type { Collector } from '../collector.ts'
import { type Assigned, assignedIn, textsOfExpression } from './assigned.ts'
import { assignedFlow, holdRow, withVariables } from './held.ts'
import { Holes } from './holes.ts'
import type { Constants } from './substitute.ts'
import { deeper, executed, sqlBody } from './text.ts'
import { ASSIGNMENT, type Expression, expressionOf, type Fields, NODES, statementOf, visit } from './tree.ts'

/** `text` is the whole CREATE FUNCTION or DO statement. */
export function plpgsqlBody(text: string, c: Collector): void {
  deeper(c, 'a PL/pgSQL body', () => {
    const tree = c.parser.body(text)
    const holes = new Holes()
    const variables = assignedIn(tree, text, c, holes)
    const each = (tag: string, fields: Fields) => {
      if (!NODES.has(tag)) c.unknown('construct', `${tag} is not known to this version`)
      if (tag === 'PLpgSQL_type') c.uses.readTypeText(String(fields.typname ?? ''))
      if (tag === 'PLpgSQL_expr') expression(fields as unknown as Expression, c, variables.constants)
      for (const key of DYNAMIC[tag] ?? []) dynamic(fields[key], c, variables, holes)
    }
    const loops = (tag: string, by: number) => {
      if (LOOP.test(tag)) c.loops += by
    }
    withVariables(() => visit(tree, each, loops), c)
  })
}

/** Where PL/pgSQL runs a text that it computes. */
const DYNAMIC: Readonly<Record<string, readonly string[]>> = {
  PLpgSQL_stmt_dynexecute: ['query'],
  PLpgSQL_stmt_dynfors: ['query'],
  PLpgSQL_stmt_return_query: ['dynquery'],
  PLpgSQL_stmt_open: ['dynquery'],
}

const LOOP = /^PLpgSQL_stmt_(?:loop|while|fori|fors|forc|foreach_a|dynfors)$/

function expression(found: Expression, c: Collector, variables: Constants): void {
  if (found.parseMode === 1) return
  holdRow(found.query, c)
  sqlBody(statementOf(found), c, variables)
  const [, target = '', text = ''] = (found.parseMode ?? 0) < 3 ? [] : (ASSIGNMENT.exec(found.query) ?? [])
  if (target)
    assignedFlow(target, { text, statement: c.parser.parse(`SELECT ${text}`)[0]?.stmt }, variables, c)
}

function dynamic(value: unknown, c: Collector, variables: Assigned, holes: Holes): void {
  const found = expressionOf(value)
  if (!found) return
  const texts = textsOfExpression(found, c, variables, holes)
  c.within('execute', () => {
    if (texts === undefined) c.unknown('code', 'EXECUTE of a text that is only known when it runs')
    else for (const text of texts) executed(text, c, holes)
  })
}
