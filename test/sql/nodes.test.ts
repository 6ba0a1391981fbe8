import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { HANDLERS } from '../../src/sql/analyse.ts'
import { STATEMENTS } from '../../src/sql/statements/index.ts'
import { PASSIVE } from '../../src/sql/walk.ts'

const types = readFileSync(
  join(dirname(createRequire(import.meta.url).resolve('@pgsql/types/package.json')), 'types.d.ts'),
  'utf8',
)
const union = /export type Node = \{([\s\S]*?)\n\};/.exec(types)?.[1] ?? ''
const tags = [...union.matchAll(/^\s+(\w+): \w+;/gm)].map((match) => match[1] ?? '')

it('knows every statement of the grammar', () => {
  const statements = tags.filter((tag) => tag.endsWith('Stmt') && !PASSIVE.has(tag))
  // Made by the analyser of the server, never by its grammar.
  const late = ['SetOperationStmt']
  expect(
    statements
      .filter((tag) => !(tag in STATEMENTS) && !late.includes(tag))
      .filter((tag) => tag !== 'SelectStmt'),
  ).toEqual([])
  expect(tags.length).toBeGreaterThan(250)
})

it('handles, passes through or reports every other node type', () => {
  const unknown = tags.filter((tag) => !(tag in HANDLERS) && !PASSIVE.has(tag))
  // Nodes of the analysed tree and of the library's own messages: `unknown` if they ever came.
  expect(unknown.sort()).toEqual(ANALYSED.split(/\s+/).sort())
})

const ANALYSED = `ParseResult ScanResult TableFunc Var Param Aggref WindowFunc WindowFuncRunCondition
SubscriptingRef FuncExpr OpExpr DistinctExpr NullIfExpr ScalarArrayOpExpr SubPlan
AlternativeSubPlan FieldSelect FieldStore RelabelType CoerceViaIO ArrayCoerceExpr
ConvertRowtypeExpr CollateExpr CaseTestExpr ArrayExpr RowCompareExpr JsonConstructorExpr
JsonExpr JsonTablePathScan JsonTableSiblingJoin MergeAction CoerceToDomain CoerceToDomainValue
NextValueExpr InferenceElem ReturningExpr TargetEntry RangeTblRef FromExpr OnConflictExpr Query
RangeTblEntry RTEPermissionInfo RangeTblFunction TableSampleClause WithCheckOption
SortGroupClause WindowClause RowMarkClause SetOperationStmt InlineCodeBlock CallContext
ScanToken SummaryResult Table Function FilterColumn`
