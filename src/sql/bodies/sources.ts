// Where the variables of a PL/pgSQL body get their values from.
import { ASSIGNMENT, type Expression, expressionOf, type Fields, visit } from './tree.ts'

/** An expression, or one output of a query, or all of them for a record; undefined when nobody can follow it. */
export type Source = { readonly from: Expression; readonly output?: number } | undefined

export interface Variable {
  /** What it is declared with. */
  readonly initial: Expression | undefined
  readonly given: Source[]
  readonly type: string
  /** The caller gives it a value, or it is more than one variable of that name. */
  readonly foreign: boolean
}

export interface Sources {
  readonly variables: ReadonlyMap<string, Variable>
  /** Something is filled that is not followed: nothing is sure. */
  readonly lost: boolean
}

export function sourcesIn(tree: unknown): Sources {
  const { variables, numbered } = declared(tree)
  let lost = false
  const give = (name: string, source: Source): void => {
    const found = variables.get(name.toLowerCase())
    if (found) found.given.push(source)
    // A field of a record or an element of an array: it is not told apart from the whole.
    else if (name !== '')
      variables.set(name.toLowerCase(), { initial: undefined, given: [source], type: '', foreign: true })
  }
  visit(tree, (tag, fields) => {
    if (UNTRACED.has(tag)) lost = true
    else if (tag === 'PLpgSQL_stmt_assign') {
      const from = expressionOf(fields.expr)
      const target = assigned(from)
      give(numbered[Number(fields.varno ?? 0)] ?? '', target.whole && from ? { from } : undefined)
      if (target.name !== numbered[Number(fields.varno ?? 0)]) give(target.name, undefined)
    } else filled(tag, fields, give)
  })
  return { variables, lost }
}

function declared(tree: unknown) {
  const variables = new Map<string, Variable>()
  const numbered: string[] = []
  visit(tree, (tag, fields) => {
    if (tag !== 'PLpgSQL_function') return
    for (const datum of (fields.datums ?? []) as Readonly<Record<string, Fields>>[]) {
      const [kind, body] = Object.entries(datum)[0] ?? ['', {}]
      const record = (numbered[Number(body.recparentno ?? -1)] ?? '').toLowerCase()
      const name = kind === 'PLpgSQL_recfield' ? record : String(body.refname ?? '').toLowerCase()
      numbered.push(name)
      if (kind === 'PLpgSQL_recfield' || kind === 'PLpgSQL_row' || name === '') continue
      const type = (body.datatype as { PLpgSQL_type?: { typname?: string } } | undefined)?.PLpgSQL_type
        ?.typname
      variables.set(name, {
        initial: expressionOf(body.default_val),
        given: [],
        type: kind === 'PLpgSQL_rec' ? 'record' : (type ?? ''),
        // Arguments have no line.
        foreign: body.lineno === undefined || variables.has(name),
      })
    }
  })
  return { variables, numbered }
}

/** Statements that fill variables by number only, or out of sight. */
const UNTRACED = new Set(['PLpgSQL_stmt_foreach_a', 'PLpgSQL_stmt_getdiag', 'PLpgSQL_stmt_call'])

/** The variable that an assignment names, and whether it is all of it that is given. */
function assigned(expression: Expression | undefined): { readonly name: string; readonly whole: boolean } {
  const target = (ASSIGNMENT.exec(expression?.query ?? '')?.[1] ?? '').trim()
  const whole = /^(?:"[^"]*"|[\w$\u0080-\uffff]+)$/.test(target)
  return { name: target.replace(/^"|"$/g, '').toLowerCase(), whole }
}

/** Queries whose output is known by name and position. */
const QUERIES: Readonly<Record<string, string>> = {
  PLpgSQL_stmt_fors: 'query',
  PLpgSQL_stmt_execsql: 'sqlstmt',
}

/** INTO and FOR: a record gets all outputs, a list of variables each its own. */
function filled(tag: string, fields: Fields, give: (name: string, source: Source) => void): void {
  const from = expressionOf(fields[QUERIES[tag] ?? ''])
  for (const key of ['target', 'var', 'row', 'rec']) {
    const [kind, variable] = Object.entries((fields[key] ?? {}) as Readonly<Record<string, Fields>>)[0] ?? [
      '',
    ]
    if (kind === 'PLpgSQL_row') {
      const names = (variable?.fields ?? []) as readonly { readonly name?: string }[]
      for (const [output, { name = '' }] of names.entries()) give(name, from && { from, output })
    } else if (variable?.refname !== undefined)
      give(String(variable.refname), kind === 'PLpgSQL_rec' && from ? { from } : undefined)
  }
}
