// Texts with holes: dynamic SQL whose words are constant, where PostgreSQL quotes all that comes at run time, so that the
// statement is known and only names and values are not.
import type { Analysis, Flow } from '../../core/statement.ts'

/** What may come: a quoted identifier, a literal or NULL, a relation's name that may have its schema in front. */
export type Hole = 'identifier' | 'literal' | 'relation'

const FIRST = 0xf0000
const MOST = 200
const MARK = /[\u{f0000}-\u{f00ff}]/gu

/** The holes of one text. Each has a mark of its own, so that one that is lost on the way is noticed. */
export class Holes {
  readonly kinds = new Map<string, Hole>()

  /** The text that stands for it; undefined when there are too many. */
  make(kind: Hole): string | undefined {
    if (this.kinds.size >= MOST) return undefined
    const mark = String.fromCodePoint(FIRST + this.kinds.size)
    this.kinds.set(mark, kind)
    return kind === 'literal' ? `'${mark}'` : `"${mark}"`
  }

  /** True when a hole may bring any value: a relation's name is that of a relation which is there. */
  carry(text: string): boolean {
    return marksOf(text).some((mark) => this.kinds.get(mark) !== 'relation')
  }
}

const marksOf = (text: string): string[] => text.match(MARK) ?? []
export const hasHoles = (text: string): boolean => marksOf(text).length > 0

/** No hole touches what would make another token of it: a letter, a quote, the `&` of `U&"…"`. */
const WORD = '[\\w$\\u0080-\\uffff]|[\\u{10000}-\\u{efffd}]'
const ALONE = new RegExp(`(?<!${WORD}|[&'"])(["'])[\\u{f0000}-\\u{f00ff}]\\1(?!${WORD}|['"])`, 'gu')

/**
 * True when each hole stands where any identifier or literal leaves the statements what they are. False when one does
 * not, is part of another word, or was lost: in a comment, a quoted identifier may end the comment.
 */
export function harmless(text: string, statements: unknown, kinds: Holes['kinds']): boolean {
  const marks = marksOf(text)
  const alone = text.match(ALONE)?.length ?? 0
  if (alone !== marks.length || new Set(marks).size !== marks.length) return false
  const found = new Set<string>()
  return fits(statements, [], 1, { kinds, found }) && found.size === marks.length
}

/** Nodes that only hold a word or a list say nothing of the place. */
const WRAPPERS = new Set(['String', 'List', 'items', 'stmt', 'RawStmt'])

function fits(
  value: unknown,
  path: readonly string[],
  count: number,
  holes: Pick<Holes, 'kinds'> & { readonly found: Set<string> },
): boolean {
  if (typeof value === 'string') {
    if (!hasHoles(value)) return true
    const kind = holes.kinds.get(value)
    holes.found.add(value)
    return kind !== undefined && may(kind, path, count)
  }
  if (Array.isArray(value)) return value.every((item) => fits(item, path, value.length, holes))
  if (value === null || typeof value !== 'object') return true
  return Object.entries(value).every(([key, child]) => {
    if (WRAPPERS.has(key) || (key === 'sval' && typeof child === 'string'))
      return fits(child, path, count, holes)
    return fits(child, [...path, nameOf(key, child)], 1, holes)
  })
}

/** Calls whose argument is a name or a key, and no more. */
const CALM =
  /^\{"funcname":\[(?:\{"String":\{"sval":"pg_catalog"\}\},)?\{"String":\{"sval":"(?:nextval|currval|current_setting)"\}\}\]/

/** A RENAME and a SET SCHEMA of what is no relation is another statement: of a role, a function, a schema. */
function nameOf(key: string, child: unknown): string {
  if (key === 'FuncCall' && CALM.test(JSON.stringify(child))) return 'CalmCall'
  const relation = (child as { relation?: unknown } | null)?.relation
  return /^(?:RenameStmt|AlterObjectSchemaStmt)$/.test(key) && !relation ? 'OtherStmt' : key
}

/** Statements that do the same to whatever object of their kind they are given. */
const STATEMENTS = new Set(
  `AlterTableStmt IndexStmt DropStmt TruncateStmt RenameStmt CommentStmt GrantStmt CreateTrigStmt CreatePolicyStmt AlterPolicyStmt
  CreateStmt CreateSeqStmt AlterSeqStmt AlterObjectSchemaStmt ReindexStmt ClusterStmt RefreshMatViewStmt LockStmt CreateSchemaStmt
  VacuumStmt`.split(/\s+/),
)

/** The relation of a statement, in the fields that hold one. */
const RELATION = /\/(?:relation|table|sequence|pktable|name|RangeVar)\/(?:relname|schemaname)$/
/** Other names, by node and field. */
const NAME =
  /\/(?:AlterTableCmd\/name|ColumnDef\/colname|IndexElem\/name|Constraint\/(?:conname|indexname|keys|fk_attrs|pk_attrs|including)|newowner\/rolename|DefElem\/owned_by|PartitionElem\/name)$/
/** Those of the statement itself. */
const OWN =
  /^(?:IndexStmt\/idxname|RenameStmt\/(?:subname|newname)|AlterObjectSchemaStmt\/newschema|CreateSchemaStmt\/schemaname|(?:Create|Alter)PolicyStmt\/policy_name|CreateTrigStmt\/(?:trigname|columns)|(?:CommentStmt\/object|DropStmt\/objects|GrantStmt\/objects))$/
/** Functions and types: with a schema in front, those of the system could be meant. */
const PLAIN = /^(?:DropStmt|GrantStmt|CommentStmt)\/objects?\/(?:ObjectWithArgs\/objname|TypeName\/names)$/

function may(kind: Hole, path: readonly string[], count: number): boolean {
  const at = path.join('/')
  // What is read decides where values go.
  if (!STATEMENTS.has(path[0] ?? '') || path.includes('SelectStmt')) return false
  if (kind === 'literal')
    return at === 'CommentStmt/comment' || (/\/A_Const\/sval$/.test(at) && !path.includes('FuncCall'))
  // It may bring a schema along: only where a relation's name stands alone.
  if (kind === 'relation') return /\/relname$/.test(at) || (at === 'DropStmt/objects' && count === 1)
  // `t.name` may call a function of that name.
  if (/\/ColumnRef\/fields$/.test(at)) return count === 1
  return RELATION.test(at) || NAME.test(at) || OWN.test(at) || (PLAIN.test(at) && count === 1)
}

/** The analysis with `*` in the place of each name that comes at run time. Values on their way may then be any. */
export function shown(analysis: Analysis): Analysis {
  const star = <T>(value: T): T =>
    JSON.parse(JSON.stringify(value), (_, part: unknown) =>
      typeof part === 'string' ? part.replace(MARK, '*') : part,
    ) as T
  const { flows, ...rest } = analysis
  return { ...star(rest), ...(flows && { flows: flows.map(anywhere) }) }
}

const anywhere = (flow: Flow): Flow =>
  hasHoles(JSON.stringify(flow)) ? { sources: ['*'], place: 'a relation that is named at run time' } : flow
