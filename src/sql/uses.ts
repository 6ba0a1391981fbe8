// Names in a statement that may stand for code which only the catalogue knows: functions, operators, types, fields.
import type { Node, RangeVar } from '@pgsql/types'
import type { Uses } from '../core/statement.ts'
import { as, dotted, parts, relationName } from './tree.ts'

type Fields = Readonly<Record<string, unknown>>

/** Gathers names over all of a text, bodies and definitions too. */
export class UsedNames {
  readonly functions = new Set<string>()
  readonly operators = new Set<string>()
  readonly types = new Set<string>()
  readonly fields = new Set<string>()
  readonly assigned = new Set<string>()
  readonly models = new Set<string>()

  /** Undefined when nothing was named. */
  get found(): Uses | undefined {
    const { functions, operators, types, fields, assigned, models } = this
    const all = [functions, operators, types, fields, assigned, models]
    if (all.every(({ size }) => size === 0)) return undefined
    return {
      functions: [...functions],
      operators: [...operators],
      types: [...types],
      fields: [...fields],
      assigned: [...assigned],
      ...(models.size > 0 && { models: [...models] }),
    }
  }

  /** Goes through any part of a tree. */
  read(value: unknown): void {
    if (Array.isArray(value)) {
      for (const item of value) if (item !== null && typeof item === 'object') this.read(item)
      return
    }
    const fields = value as Fields
    for (const key in fields) {
      const child = fields[key]
      if (child === null || typeof child !== 'object' || SILENT.has(key)) continue
      READERS[key]?.(child as Fields, this)
      this.read(child)
    }
  }

  /** A type as PL/pgSQL has it: `z.d[]`, `"Z".d(3)`, `users.id%TYPE`. */
  readTypeText(text: string): void {
    const found = [...text.replace(/\([^)]*\)|\[[^\]]*\]/g, '').matchAll(PART)].map(
      ([, quoted, plain = '']) => (quoted === undefined ? plain.toLowerCase() : quoted.replaceAll('""', '"')),
    )
    // `boolean` is that of FOUND, in every body.
    if (found.length === 0 || found[0] === 'pg_catalog' || text === 'boolean') return
    this.types.add(/%\s*type\s*$/i.test(text) ? `${dotted(found)}%type` : dotted(found))
  }

  addFunction(names: readonly string[]): void {
    if (names.length > 0) this.functions.add(dotted(names))
  }

  addOperator(names: readonly string[]): void {
    const name = names.at(-1)
    if (name === undefined || names[0] === 'pg_catalog') return
    this.operators.add(names.length > 1 ? `${dotted(names.slice(-2, -1))}.${name}` : name)
  }
}

/** A part of a dotted name; `%TYPE` and `SETOF` are none. */
const PART = /"((?:[^"]|"")+)"|(?<!%\s*)\b(?!setof\s)([\p{L}_][\p{L}\p{N}_$]*)/giu

/** Nothing of interest is below. */
const SILENT = new Set(['String', 'A_Const', 'ParamRef', 'A_Star', 'Integer', 'RangeVar', 'SQLValueFunction'])

type Reader = (fields: Fields, into: UsedNames) => void

const nodes = (value: unknown): readonly Node[] => (Array.isArray(value) ? (value as Node[]) : [])

const type: Reader = ({ names, pct_type: ofColumn }, into) => {
  const found = parts(nodes(names))
  if (found.length === 0 || found[0] === 'pg_catalog') return
  into.types.add(ofColumn === true ? `${dotted(found)}%type` : dotted(found))
}

const call: Reader = ({ funcname }, into) => into.addFunction(parts(nodes(funcname)))

/** Last names of `l.killer`; `l.*` has none. */
const reference: Reader = ({ fields }, into) => {
  const list = nodes(fields)
  const last = parts(list.slice(-1))[0]
  if (list.length > 1 && last !== undefined) into.fields.add(dotted([last]))
}

/** `(expression).name` calls a function of that name, whatever the expression is. */
const selection: Reader = ({ indirection }, into) => {
  for (const name of parts(nodes(indirection))) {
    into.fields.add(dotted([name]))
    into.addFunction([name])
  }
}

const assignment: Reader = ({ targetList }, into) => {
  for (const item of nodes(targetList)) {
    const name = (item as { ResTarget?: { name?: string } }).ResTarget?.name
    if (name !== undefined) into.assigned.add(dotted([name]))
  }
}

const model = (relation: unknown, into: UsedNames): void => {
  const name = relationName(relation as RangeVar | undefined)
  if (name !== '') into.models.add(name)
}

const parents: Reader = ({ inhRelations, ofTypename }, into) => {
  for (const item of nodes(inhRelations)) model(as(item, 'RangeVar'), into)
  // `CREATE TABLE q OF pair`: the columns of a type.
  const ofType = parts(nodes((ofTypename as { names?: unknown } | undefined)?.names))
  if (ofType.length > 0) into.models.add(dotted(ofType))
}

/** What the grammar makes of `BETWEEN`, `NULLIF`, `IN`, … is an operator by its plain name. */
const operation: Reader = ({ kind, name }, into) => {
  if (typeof kind === 'string' && kind.includes('BETWEEN'))
    for (const operator of ['>=', '<=', '<', '>']) into.addOperator([operator])
  else into.addOperator(parts(nodes(name)))
}

const READERS: Readonly<Record<string, Reader>> = {
  FuncCall: call,
  funccall: call,
  CreateCastStmt: ({ func }, into) => {
    const { objname } = (func ?? {}) as { objname?: unknown }
    into.addFunction(parts(nodes(objname)))
  },
  CreateTrigStmt: call,
  CreateEventTrigStmt: call,
  RangeTableSample: ({ method }, into) => into.addFunction(parts(nodes(method))),
  A_Expr: operation,
  SubLink: ({ subLinkType, operName }, into) => {
    if (operName !== undefined) into.addOperator(parts(nodes(operName)))
    else if (subLinkType === 'ANY_SUBLINK') into.addOperator(['='])
  },
  SortBy: ({ useOp }, into) => into.addOperator(parts(nodes(useOp))),
  CaseExpr: ({ arg }, into) => {
    if (arg !== undefined) into.addOperator(['='])
  },
  JoinExpr: ({ isNatural, usingClause }, into) => {
    if (isNatural === true || usingClause !== undefined) into.addOperator(['='])
  },
  TypeName: type,
  typeName: type,
  argType: type,
  returnType: type,
  sourcetype: type,
  targettype: type,
  CreateStmt: parents,
  base: parents,
  TableLikeClause: ({ relation }, into) => model(relation, into),
  ColumnRef: reference,
  A_Indirection: selection,
  UpdateStmt: assignment,
  onConflictClause: assignment,
  MergeWhenClause: assignment,
}
