// PL/pgSQL: the expressions and statements of a body, and what it runs as text.
import type { Collector } from '../collector.ts'
import { SyntaxFailure } from '../parser.ts'
import { type Assigned, assignedIn, textsOfExpression } from './assigned.ts'
import { leftOut } from './defaults.ts'
import { assignedFlow, holdRow, withVariables } from './held.ts'
import { Holes } from './holes.ts'
import { labelsIn, Scopes } from './scopes.ts'
import type { Lookup } from './substitute.ts'
import { deeper, executed, sqlBody } from './text.ts'
import { LEFT_OUT, NOTHING } from './texts.ts'
import { ASSIGNMENT, type Expression, expressionOf, type Fields, NODES, statementOf, visit } from './tree.ts'

/** `text` is the whole CREATE FUNCTION or DO statement. */
export function plpgsqlBody(text: string, c: Collector): void {
  deeper(c, 'a PL/pgSQL body', () => {
    const tree = c.parser.body(text)
    const statement = c.parser.parse(text)[0]?.stmt
    const labels = labelsIn(tree, statement)
    const defaults = leftOut(tree, statement, c.parser)
    const holes = new Holes()
    const variables = assignedIn(tree, { text, labels, defaults }, c, holes)
    const scopes = new Scopes(tree, labels, variables.sources)
    const each = (tag: string, fields: Fields) => {
      if (!NODES.has(tag)) c.unknown('construct', `${tag} is not known to this version`)
      if (tag === 'PLpgSQL_type') c.uses.readTypeText(String(fields.typname ?? ''))
      if (tag === 'PLpgSQL_expr') expression(fields as unknown as Expression, c, variables, scopes.lookup)
      for (const key of DYNAMIC[tag] ?? []) dynamic(fields[key], c, variables, holes)
    }
    const around = (tag: string, by: number, fields: unknown) => {
      if (LOOP.test(tag)) c.loops += by
      scopes.around(tag, fields, by)
    }
    withVariables(() => {
      for (const given of defaults?.values() ?? [])
        for (const found of given) expression(found, c, variables, scopes.lookup)
      visit(tree, each, around)
    }, c)
    if (!defaults) c.unknown('code', 'a declaration that the parser does not tell')
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

function expression(found: Expression, c: Collector, { sources }: Assigned, lookup: Lookup): void {
  if (found.parseMode === 1) return
  holdRow(found.query, c)
  sqlBody(statementOf(found), c, lookup)
  const [, target = '', text = ''] = (found.parseMode ?? 0) < 3 ? [] : (ASSIGNMENT.exec(found.query) ?? [])
  if (target)
    assignedFlow(target, { text, statement: c.parser.parse(`SELECT ${text}`)[0]?.stmt }, sources.variables, c)
}

function dynamic(value: unknown, c: Collector, variables: Assigned, holes: Holes): void {
  const found = expressionOf(value)
  if (!found) return
  const texts = textsOfExpression(found, c, variables, holes)
  c.within('execute', () => {
    if (texts === undefined) c.unknown('code', 'EXECUTE of a text that is only known when it runs')
    else for (const text of runnable(texts, c)) executed(text, c, holes)
  })
}

/** What the server would run: NULL, and what makes no statement where NULL is left out of it, is an error. */
function runnable(texts: readonly string[], c: Collector): readonly string[] {
  const sure = texts.some((text) => !text.includes(NOTHING) && parses(text, c))
  const left = texts.filter((text) => text !== NOTHING).map((text) => text.replaceAll(LEFT_OUT, ''))
  return [...new Set(left)].filter((text) => texts.includes(text) || !sure || parses(text, c))
}

function parses(text: string, c: Collector): boolean {
  try {
    return c.parser.parse(text).length > 0
  } catch (error) {
    if (error instanceof SyntaxFailure) return false
    throw error
  }
}
