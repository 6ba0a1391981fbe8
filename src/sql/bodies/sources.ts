// The variables of a PL/pgSQL body, and where they get their values from.
import { ASSIGNMENT, type Expression, expressionOf, type Fields, visit } from './tree.ts'

/** An expression, or one output of a query, or all of them for a record; undefined when nobody can follow it. */
export type Source = { readonly from: Expression; readonly output?: number } | undefined

/** Where it is declared: the line, or what declares it by itself. */
export type Declared = number | 'everywhere' | 'loop' | 'handler' | 'cursor' | 'unsure'

export interface Variable {
  /** What it is declared with. */
  readonly initial: Expression | undefined
  readonly given: Source[]
  /** As written: `varchar(5)`, `users.id%TYPE`. */
  readonly type: string
  /** What has fields is a record; a type of the database may have them, and several variables may be both. */
  kind: 'scalar' | 'record' | 'mixed'
  readonly places: Declared[]
  /** The body declares it, once, so all that it is given stands there. */
  own: boolean
  /** The text that it has and keeps. */
  constant?: string
}

export interface Sources {
  readonly variables: Map<string, Variable>
  /** Something is filled that is not followed, or has two names: nothing is sure. */
  readonly lost: boolean
  /** `#variable_conflict`: a name may be a column or a variable, whatever else is said here. */
  readonly columnsFirst: boolean
}

/** `text` is the whole CREATE FUNCTION or DO statement. */
export function sourcesIn(tree: unknown, text: string): Sources {
  const { variables, numbered, aliased } = declared(tree)
  let lost = aliased
  const give = (name: string, source: Source): void => {
    const found = variables.get(name)
    // Else a field of a record or an element of an array: its variable was given what nobody follows.
    if (found) found.given.push(source)
  }
  visit(tree, (tag, fields) => {
    if (UNTRACED.has(tag)) lost = true
    else if (tag === 'PLpgSQL_stmt_assign') {
      const from = expressionOf(fields.expr)
      give(numbered[Number(fields.varno ?? 0)] ?? '', from && isWhole(from) ? { from } : undefined)
    } else filled(tag, fields, give)
  })
  return { variables, lost, columnsFirst: /variable_conflict/i.test(text) }
}

interface Datum extends Fields {
  readonly refname?: string
  readonly lineno?: number
}

function declared(tree: unknown) {
  const variables = new Map<string, Variable>()
  const numbered: string[] = []
  let aliased = false
  const loops = loopsIn(tree)
  visit(tree, (tag, fields) => {
    if (tag !== 'PLpgSQL_function') return
    const datums = ((fields.datums ?? []) as Readonly<Record<string, Datum>>[]).map(
      (datum): [string, Datum] => Object.entries(datum)[0] ?? ['', {}],
    )
    const inCursors = cursorArguments(datums)
    for (const [number, [kind, body]] of datums.entries()) {
      const record = numbered[Number(body.recparentno ?? 0)] ?? ''
      const name = kind === 'PLpgSQL_recfield' ? record : (body.refname ?? '')
      numbered.push(name)
      if (kind === 'PLpgSQL_recfield' || kind === 'PLpgSQL_row' || name === '') continue
      const loop = loops.get(whichOf(body)) ?? 0
      const several = datums.filter(([, other]) => whichOf(other) === whichOf(body)).length > loop
      const place = inCursors.has(number)
        ? 'cursor'
        : loop === 0
          ? placeOf(body)
          : several
            ? 'unsure'
            : 'loop'
      add(variables, name, kindOf(kind, body), place, body)
    }
    for (const item of (fields.aliases ?? []) as readonly { readonly PLpgSQL_alias?: Fields }[]) {
      aliased = true
      const { name = '', lineno } = item.PLpgSQL_alias ?? {}
      add(variables, String(name), 'mixed', Number(lineno ?? 0), {})
    }
  })
  return { variables, numbered, aliased }
}

function add(
  variables: Map<string, Variable>,
  name: string,
  kind: Variable['kind'],
  place: Declared,
  body: Datum,
): void {
  const before = variables.get(name)
  if (before) {
    before.places.push(place)
    before.own = false
    if (before.kind !== kind) before.kind = 'mixed'
    return
  }
  variables.set(name, {
    initial: expressionOf(body.default_val),
    given: [],
    type: typeOf(body),
    kind,
    places: [place],
    own: typeof place === 'number' && kind !== 'mixed',
  })
}

const typeOf = ({ datatype }: Datum): string =>
  (datatype as { PLpgSQL_type?: { typname?: string } } | undefined)?.PLpgSQL_type?.typname ?? ''

/** The parser takes every type that it does not know for one with fields; NEW and OLD have none. */
function kindOf(kind: string, body: Datum): Variable['kind'] {
  if (kind !== 'PLpgSQL_rec') return 'scalar'
  return body.datatype === undefined || typeOf(body) === 'record' ? 'record' : 'mixed'
}

const whichOf = ({ lineno, refname }: Datum): string => `${lineno} ${refname}`

/** How many loops have a variable of that name on that line. */
function loopsIn(tree: unknown): ReadonlyMap<string, number> {
  const loops = new Map<string, number>()
  visit(tree, (tag, fields) => {
    const { PLpgSQL_var: variable } = (fields.var ?? {}) as { PLpgSQL_var?: Datum }
    if (tag !== 'PLpgSQL_stmt_fori' || !variable) return
    loops.set(whichOf(variable), (loops.get(whichOf(variable)) ?? 0) + 1)
  })
  return loops
}

/** Arguments, NEW and OLD, and what every body has, have no line; a handler has these two. */
function placeOf({ refname = '', lineno }: Datum): Declared {
  if (refname === 'sqlstate' || refname === 'sqlerrm') return 'handler'
  return lineno === undefined || lineno <= 0 ? 'everywhere' : lineno
}

/** Numbers of the variables that only the query of a cursor sees. */
function cursorArguments(datums: readonly (readonly [string, Datum])[]): ReadonlySet<number> {
  const rows = datums.flatMap(([, { cursor_explicit_argrow: row }]) => (typeof row === 'number' ? [row] : []))
  const fields = rows.flatMap(
    (row) => (datums[row]?.[1].fields ?? []) as readonly { readonly varno?: number }[],
  )
  return new Set(fields.map(({ varno = 0 }) => varno))
}

/** Statements that fill variables by number only, or out of sight. */
const UNTRACED = new Set(['PLpgSQL_stmt_foreach_a', 'PLpgSQL_stmt_getdiag', 'PLpgSQL_stmt_call'])

/** It is all of the variable that is given. */
const isWhole = ({ query }: Expression): boolean =>
  /^(?:"[^"]*"|[\w$\u0080-\uffff]+)$/.test((ASSIGNMENT.exec(query)?.[1] ?? '').trim())

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
