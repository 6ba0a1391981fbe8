// SQL inside SQL: bodies of functions and blocks, and the text of EXECUTE where it is constant.
import type { ColumnRef, Node } from '@pgsql/types'
import type { Collector } from './collector.ts'
import { fold } from './constants.ts'
import { SyntaxFailure } from './parser.ts'
import { statementTexts } from './slices.ts'
import { as, parts, tagOf } from './tree.ts'
import { assignedFlow, hold, holdRow, withVariables } from './variables.ts'
import { walk } from './walk.ts'

const MAX_DEPTH = 8

/** Walks every statement of `text`. Temporary tables it makes are not taken as surely there. */
export function sqlBody(text: string, c: Collector, variables?: Variables): void {
  deeper(c, 'a body', () => {
    const statements = c.parser.parse(text)
    const texts = statementTexts(text, statements)
    statements.forEach((statement, index) => {
      const before = c.source
      c.source = texts[index] ?? ''
      hold(statement.stmt, c)
      c.uses.read(statement.stmt)
      walk(variables ? substitute(statement.stmt, variables) : statement.stmt, c)
      c.source = before
    })
  })
}

/** Runs `work` one level down; text that does not parse, or nests without end, is `unknown`. */
function deeper(c: Collector, what: string, work: () => void): void {
  if (c.depth >= MAX_DEPTH) {
    c.unknown('code', `${what} is nested too deeply to be analysed`)
    return
  }
  c.depth++
  try {
    work()
  } catch (error) {
    if (!(error instanceof SyntaxFailure)) throw error
    c.unknown('code', `${what} does not parse`)
  } finally {
    c.depth--
  }
}

/** Variables of a PL/pgSQL body: their constant text, or null when it is only known at run time. */
type Variables = ReadonlyMap<string, string | null>

interface Expression {
  readonly query: string
  readonly parseMode?: number
}

type Fields = Readonly<Record<string, unknown>>

/** `text` is the whole CREATE FUNCTION or DO statement. */
export function plpgsqlBody(text: string, c: Collector): void {
  deeper(c, 'a PL/pgSQL body', () => {
    const tree = c.parser.body(text)
    const ambiguous = /#\s*variable_conflict/i.test(text)
    const variables = ambiguous ? new Map<string, null>() : constants(tree, text, c)
    const each = (tag: string, fields: Fields) => {
      if (tag === 'PLpgSQL_type') c.uses.readTypeText(String(fields.typname ?? ''))
      if (tag === 'PLpgSQL_expr') expression(fields as unknown as Expression, c, variables)
      for (const key of DYNAMIC[tag] ?? []) dynamic(fields[key], c, variables)
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

/** `around` is told when it goes into a node, and out of it. */
function visit(
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
const ASSIGNMENT = /^((?:"(?:[^"]|"")*"|\[(?:[^[\]]|\[[^\]]*\])*\]|[^"[=:])*?)\s*:?=(.*)$/s

/** An expression as a statement that can be parsed. */
function statementOf({ query, parseMode }: Expression): string {
  if (parseMode === undefined || parseMode === 0) return query
  if (parseMode < 3) return `SELECT ${query}`
  const [, target = '', value = query] = ASSIGNMENT.exec(query) ?? []
  return target.includes('[') ? `SELECT ${target}, ${value}` : `SELECT ${value}`
}

function expression(found: Expression, c: Collector, variables: Variables): void {
  if (found.parseMode === 1) return
  holdRow(found.query, c)
  sqlBody(statementOf(found), c, variables)
  const [, target = '', text = ''] = (found.parseMode ?? 0) < 3 ? [] : (ASSIGNMENT.exec(found.query) ?? [])
  if (target)
    assignedFlow(target, { text, statement: c.parser.parse(`SELECT ${text}`)[0]?.stmt }, variables, c)
}

function dynamic(value: unknown, c: Collector, variables: Variables): void {
  const found = (value as { PLpgSQL_expr?: Expression } | undefined)?.PLpgSQL_expr
  if (!found) return
  const text = constantText(found, c, variables)
  c.within('execute', () => {
    if (text === undefined) c.unknown('code', 'EXECUTE of a text that is only known when it runs')
    else sqlBody(text, c, undefined)
  })
}

function constantText(found: Expression, c: Collector, variables: Variables): string | undefined {
  try {
    const select = as(c.parser.parse(statementOf(found))[0]?.stmt, 'SelectStmt')
    const known = new Map([...variables].filter(([, text]) => text !== null))
    const value = fold(substitute(as(select?.targetList?.[0], 'ResTarget')?.val, known))
    return typeof value === 'string' ? value : undefined
  } catch (error) {
    if (error instanceof SyntaxFailure) return undefined
    throw error
  }
}

/** A variable has a constant text when it is given one value in the whole body, and that value folds. */
function constants(tree: unknown, text: string, c: Collector): Variables {
  const given = new Map<string, (Expression | null)[]>()
  const numbered: string[] = []
  const give = (name: string, ...more: (Expression | null)[]) => {
    const values = given.get(name)
    if (values) values.push(...more)
    else given.set(name, more)
  }
  visit(tree, (tag, fields) => {
    if (tag !== 'PLpgSQL_function') return
    for (const datum of (fields.datums ?? []) as Readonly<Record<string, Fields>>[]) {
      const [kind, body] = Object.entries(datum)[0] ?? ['', {}]
      const name = String(body.refname ?? '').toLowerCase()
      numbered.push(name)
      if (name === '') continue
      const value = (body.default_val as { PLpgSQL_expr?: Expression } | undefined)?.PLpgSQL_expr
      give(name, ...(value ? [value] : kind === 'PLpgSQL_var' ? [] : [null]))
    }
  })
  let certain = !/\balias\s+for\b/i.test(text)
  visit(tree, (tag, fields) => {
    if (UNTRACED.has(tag)) certain = false
    if (tag === 'PLpgSQL_stmt_assign') {
      const value = (fields.expr as { PLpgSQL_expr?: Expression } | undefined)?.PLpgSQL_expr
      const names = new Set([numbered[Number(fields.varno ?? 0)] ?? '', assigned(value)])
      for (const name of names) give(name, value ?? null)
    } else for (const name of targets(tag, fields)) give(name, null)
  })
  const found = new Map<string, string | null>()
  for (const [name, values] of given) {
    const only = certain && values.length === 1 ? values[0] : undefined
    found.set(name, only ? (constantText(only, c, found) ?? null) : null)
  }
  return found
}

/** Statements that fill variables by number only, or out of sight. */
const UNTRACED = new Set(['PLpgSQL_stmt_foreach_a', 'PLpgSQL_stmt_getdiag', 'PLpgSQL_stmt_call'])

/** The variable that an assignment names. */
function assigned(expression: Expression | undefined): string {
  const target = ASSIGNMENT.exec(expression?.query ?? '')?.[1] ?? ''
  return target.trim().replace(/^"|"$/g, '').toLowerCase()
}

/** Variables that a statement fills: INTO and FOR. */
function targets(tag: string, fields: Fields): string[] {
  const names: string[] = []
  if (tag === 'PLpgSQL_row')
    for (const field of (fields.fields ?? []) as { name?: string }[]) names.push(String(field.name ?? ''))
  for (const key of ['target', 'var', 'row']) {
    const variable = Object.values((fields[key] ?? {}) as Readonly<Record<string, Fields>>)[0]
    if (variable?.refname !== undefined) names.push(String(variable.refname))
  }
  return names.map((name) => name.toLowerCase())
}

/** The tree with variables in place of columns: their text where it is constant, else a parameter. */
function substitute<T extends Node | undefined>(node: T, variables: Variables): T {
  if (variables.size === 0 || node === undefined) return node
  return replace(node, variables) as T
}

function replace(value: unknown, variables: Variables): unknown {
  if (Array.isArray(value)) return value.map((item) => replace(item, variables))
  if (value === null || typeof value !== 'object') return value
  if (tagOf(value as Node) === 'ColumnRef')
    return variable((value as { ColumnRef: ColumnRef }).ColumnRef, variables) ?? value
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, replace(child, variables)]))
}

function variable(reference: ColumnRef, variables: Variables): Node | undefined {
  const names = parts(reference.fields)
  const text = names[0] === undefined ? undefined : variables.get(names[0])
  if (text === undefined) return undefined
  if (names.length > 1 || text === null) return { ParamRef: { number: 0 } }
  return { A_Const: { sval: { sval: text } } }
}
