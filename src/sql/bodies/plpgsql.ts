// PL/pgSQL: the expressions and statements of a body, and what it runs as text.
import type { Collector } from '../collector.ts'
import { SyntaxFailure } from '../parser.ts'
import { mayBeTruth } from '../predicates/computed.ts'
import { as } from '../tree.ts'
import { type Assigned, assignedIn, textsOfExpression } from './assigned.ts'
import { leftOut } from './defaults.ts'
import { assignedFlow, holdRow, withVariables } from './held.ts'
import { Holes } from './holes.ts'
import { labelsIn, Scopes, truthsOf } from './scopes.ts'
import { type Lookup, substitute } from './substitute.ts'
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
    const scopes = new Scopes(tree, labels, variables.sources, truthsOf(statement))
    const each = (tag: string, fields: Fields) => {
      if (!NODES.has(tag)) c.unknown('construct', `${tag} is not known to this version`)
      if (tag === 'PLpgSQL_type') c.uses.readTypeText(String(fields.typname ?? ''))
      if (tag === 'PLpgSQL_expr') expression(fields as unknown as Expression, c, variables, scopes.lookup)
      for (const key of DYNAMIC[tag] ?? []) {
        const given = { names: variables, truths: truthsGiven(fields.params, c, scopes.lookup) }
        dynamic(fields[key], c, given, holes)
      }
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

interface Given {
  readonly names: Assigned
  /** Of the parameters behind USING, which are booleans. */
  readonly truths: ReadonlySet<string>
}

function truthsGiven(params: unknown, c: Collector, lookup: Lookup): ReadonlySet<string> {
  const found = new Set<string>()
  for (const [at, each] of (Array.isArray(params) ? params : []).entries()) {
    const given = expressionOf(each)
    const select = given && as(c.parser.parse(statementOf(given))[0]?.stmt, 'SelectStmt')
    const value = as(substitute(select?.targetList?.[0], lookup), 'ResTarget')?.val
    if (value && !as(value, 'FuncCall') && mayBeTruth(value)) found.add(`$${at + 1}`)
  }
  return found
}

function dynamic(value: unknown, c: Collector, { names: variables, truths }: Given, holes: Holes): void {
  const found = expressionOf(value)
  if (!found) return
  const texts = textsOfExpression(found, c, variables, holes)
  c.within('execute', () => {
    if (texts === undefined) c.unknown('code', 'EXECUTE of a text that is only known when it runs')
    else
      for (const text of runnable(texts, c))
        executed(text, c, holes, ([name = '']) => (truths.has(name) ? 'truth' : 'column'))
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
