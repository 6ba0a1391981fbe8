// The texts that an expression of a body may give: constants, and templates with holes where PostgreSQL quotes the rest.
import type { A_Expr, CaseExpr, FuncCall, Node, TypeCast } from '@pgsql/types'
import { fold } from '../constants.ts'
import { label } from '../taint.ts'
import { as, parts } from '../tree.ts'
import { type Holes, hasHoles } from './holes.ts'

/** Alternatives multiply: more than these are not followed. */
const MOST = 16

/** Every text that it may give, also `NOTHING`; undefined when it may give another. */
export type Texts = readonly string[] | undefined
/** NULL: concat() and format() leave it out, `||` makes it of all of the text. No text holds this character. */
export const NOTHING = '\0'
/** Stands in a text where NULL was left out. */
export const LEFT_OUT = '\0-'
/** By `keyOf`; `relation` for a variable that holds the name of one, quoted where it must be. */
export type Names = ReadonlyMap<string, Texts | 'relation'>

/** Any part of a quoted name may hold a dot. */
export const keyOf = (...names: readonly string[]): string => names.join('\0')

export function textsOf(node: Node | undefined, names: Names, holes: Holes): Texts {
  if (node === undefined) return undefined
  const constant = isText(node) ? fold(node) : undefined
  if (constant === null) return [NOTHING]
  if (typeof constant === 'string') return [constant]
  const whole = as(node, 'A_Const')?.ival
  if (whole) return [String(whole.ival ?? 0)]
  const reference = as(node, 'ColumnRef')
  if (reference) {
    const texts = names.get(keyOf(...parts(reference.fields)))
    return texts === 'relation' ? orNothing(hole(holes, texts)) : texts
  }
  const cast = as(node, 'TypeCast')
  if (cast) return castTexts(cast, names, holes)
  const operation = as(node, 'A_Expr')
  if (operation) return joined(operation, names, holes)
  const choice = as(node, 'CaseExpr')
  if (choice) return chosen(choice, names, holes)
  const call = as(node, 'FuncCall')
  if (call) return callTexts(call, names, holes)
  const link = as(node, 'SubLink')
  if (link?.subLinkType !== 'EXPR_SUBLINK') return undefined
  const outputs = outputsOfQuery(link.subselect, names, holes)
  return outputs?.length === 1 ? orNothing(outputs[0]?.texts) : undefined
}

const OTHER_TYPE = /"TypeCast":|"CollateClause":/

/** `char` loses blanks at its end, `name` what is behind 63 bytes, also where only NULL is cast to them. */
function isText(value: unknown): boolean {
  if (!OTHER_TYPE.test(JSON.stringify(value) ?? '')) return true
  if (Array.isArray(value)) return value.every(isText)
  if (value === null || typeof value !== 'object') return true
  const cast = as(value as Node, 'TypeCast')
  if (cast && !isPlainText(cast)) return false
  return !as(value as Node, 'CollateClause') && Object.values(value).every(isText)
}

function isPlainText({ typeName }: TypeCast): boolean {
  const type = parts(typeName?.names)
  if (!isSystem(type) || typeName?.arrayBounds || typeName?.typmods) return false
  return /^(?:text|varchar)$/.test(type.at(-1) ?? '')
}

/** The texts of each output of a plain SELECT; undefined for other queries. */
export function outputsOfQuery(
  query: Node | undefined,
  names: Names,
  holes: Holes,
): readonly { readonly name: string | undefined; readonly texts: Texts }[] | undefined {
  const select = as(query, 'SelectStmt')
  if (!select?.targetList || select.valuesLists || select.larg) return undefined
  // A column may have the name of a variable.
  const visible: Names = select.fromClause ? new Map() : names
  const outputs = select.targetList.map((item) => as(item, 'ResTarget'))
  // `*` moves those behind it.
  if (outputs.some((output) => /"A_Star":/.test(JSON.stringify(output?.val)))) return undefined
  return outputs.map((output) => ({
    name: output && label(output),
    texts: textsOf(output?.val, visible, holes),
  }))
}

const isSystem = (names: readonly string[]) => names.length === 1 || names[0] === 'pg_catalog'

/** `x::regclass` is written as a name that needs no more quotes. */
function castTexts(cast: TypeCast, names: Names, holes: Holes): Texts {
  if (isPlainText(cast)) return textsOf(cast.arg, names, holes)
  const { names: type, arrayBounds } = cast.typeName ?? {}
  return isSystem(parts(type)) && parts(type).at(-1) === 'regclass' && !arrayBounds
    ? orNothing(hole(holes, 'relation'))
    : undefined
}

function joined({ kind, name, lexpr, rexpr }: A_Expr, names: Names, holes: Holes): Texts {
  if (kind !== 'AEXPR_OP' || !isSystem(parts(name)) || parts(name).at(-1) !== '||') return undefined
  const sides = [textsOf(lexpr, names, holes), textsOf(rexpr, names, holes)]
  const all = product(sides.map((texts) => texts?.filter((text) => text !== NOTHING)))
  return sides.some((texts) => texts?.includes(NOTHING)) ? orNothing(all) : all
}

/** Both sides of a condition that only the moment decides. */
function chosen({ args = [], defresult }: CaseExpr, names: Names, holes: Holes): Texts {
  // Without ELSE it is NULL.
  const results = [...args.map((arg) => as(arg, 'CaseWhen')?.result), defresult]
  return union(results.map((result) => (result === undefined ? [NOTHING] : textsOf(result, names, holes))))
}

function callTexts({ funcname, args = [], ...call }: FuncCall, names: Names, holes: Holes): Texts {
  const name = parts(funcname)
  if (!isSystem(name) || call.over || call.func_variadic || call.agg_distinct || call.agg_order)
    return undefined
  switch (name.at(-1)) {
    case 'quote_ident':
      return orNothing(argument('I', args[0], names, holes))
    case 'quote_literal':
      return orNothing(argument('L', args[0], names, holes))
    case 'quote_nullable':
      return argument('L', args[0], names, holes)
    case 'concat':
      return leavingOut(args.map((arg) => textsOf(arg, names, holes)))
    case 'format':
      return formatted(args, names, holes)
    default:
      return undefined
  }
}

const orNothing = (texts: Texts): Texts => texts && [...new Set([NOTHING, ...texts])]

const hole = (holes: Holes, kind: Parameters<Holes['make']>[0]): Texts => {
  const text = holes.make(kind)
  return text === undefined ? undefined : [text]
}

/** format(): `%I` and `%L` are one identifier and one literal whatever they are given; `%s` must be known. */
function formatted([template, ...args]: readonly Node[], names: Names, holes: Holes): Texts {
  const known = textsOf(template, names, holes)
  if (known?.length !== 1 || known[0] === undefined || known[0].includes(NOTHING) || hasHoles(known[0]))
    return undefined
  let next = 0
  let at = 0
  const pieces: Texts[] = []
  for (const found of known[0].matchAll(/%(?:(\d+)\$)?(.)?/gs)) {
    pieces.push([known[0].slice(at, found.index)])
    at = found.index + found[0].length
    if (found[0] === '%%') {
      pieces.push(['%'])
      continue
    }
    if (found[1] !== undefined) next = Number(found[1]) - 1
    pieces.push(argument(found[2] ?? '', args[next++], names, holes))
  }
  return leavingOut([...pieces, [known[0].slice(at)]])
}

function argument(kind: string, value: Node | undefined, names: Names, holes: Holes): Texts {
  if (value === undefined || !'sIL'.includes(kind) || kind === '') return undefined
  if (kind === 's') return textsOf(value, names, holes)
  const constant = fold(value)
  if (typeof constant !== 'string') return hole(holes, kind === 'I' ? 'identifier' : 'literal')
  const quote = kind === 'I' ? '"' : "'"
  return [`${quote}${constant.replaceAll(quote, quote + quote)}${quote}`]
}

function leavingOut(pieces: readonly Texts[]): Texts {
  return product(pieces.map((piece) => piece?.map((text) => (text === NOTHING ? LEFT_OUT : text))))
}

function product(pieces: readonly Texts[]): Texts {
  let all: readonly string[] = ['']
  for (const piece of pieces) {
    if (piece === undefined) return undefined
    all = all.flatMap((text) => piece.map((more) => text + more))
    if (all.length > MOST) return undefined
  }
  return all
}

export function union(pieces: readonly Texts[]): Texts {
  const all = pieces.flatMap((piece) => piece ?? [])
  return pieces.includes(undefined) || all.length > MOST ? undefined : all
}
