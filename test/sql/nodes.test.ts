// The grammar as the parser's own types and its binary tell it: whatever is new in it fails here.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Node } from '@pgsql/types'
import { describe, expect, it } from 'vitest'
import { HANDLERS } from '../../src/sql/analyse.ts'
import { NODES } from '../../src/sql/bodies/tree.ts'
import { checkChoices } from '../../src/sql/choices.ts'
import { Collector } from '../../src/sql/collector.ts'
import { CHOICES } from '../../src/sql/data/choices.ts'
import { loadParser } from '../../src/sql/parser.ts'
import { SIMPLE } from '../../src/sql/statements/alter-commands.ts'
import { STATEMENTS } from '../../src/sql/statements/index.ts'
import { PASSIVE, walk } from '../../src/sql/walk.ts'

const require = createRequire(import.meta.url)
const typesOf = (file: string) =>
  readFileSync(join(dirname(require.resolve('@pgsql/types/package.json')), file), 'utf8')
const types = typesOf('types.d.ts')
const union = /export type Node = \{([\s\S]*?)\n\};/.exec(types)?.[1] ?? ''
const tags = [...union.matchAll(/^\s+(\w+): \w+;/gm)].map((match) => match[1] ?? '')
const enums = new Map(
  [...typesOf('enums.d.ts').matchAll(/export type (\w+) = ([^;]+);/g)].map(([, name = '', values = '']) => [
    name,
    [...values.matchAll(/"(\w+)"/g)].map((match) => match[1] ?? ''),
  ]),
)
const words = (text: string) => text.trim().split(/\s+/)

// Nodes of the analysed tree and of the library's own messages: `unknown` if they ever came.
const ANALYSED = words(`ParseResult ScanResult TableFunc Var Param Aggref WindowFunc WindowFuncRunCondition
SubscriptingRef FuncExpr OpExpr DistinctExpr NullIfExpr ScalarArrayOpExpr SubPlan
AlternativeSubPlan FieldSelect FieldStore RelabelType CoerceViaIO ArrayCoerceExpr
ConvertRowtypeExpr CollateExpr CaseTestExpr ArrayExpr RowCompareExpr JsonConstructorExpr
JsonExpr JsonTablePathScan JsonTableSiblingJoin MergeAction CoerceToDomain CoerceToDomainValue
NextValueExpr InferenceElem ReturningExpr TargetEntry RangeTblRef FromExpr OnConflictExpr Query
RangeTblEntry RTEPermissionInfo RangeTblFunction TableSampleClause WithCheckOption
SortGroupClause WindowClause RowMarkClause SetOperationStmt InlineCodeBlock CallContext
ScanToken SummaryResult Table Function FilterColumn`)

describe('node types', () => {
  it('are handled, when they are statements', () => {
    const statements = tags.filter(
      (tag) => tag.endsWith('Stmt') && !PASSIVE.has(tag) && !ANALYSED.includes(tag),
    )
    expect(statements.filter((tag) => !(tag in STATEMENTS) && tag !== 'SelectStmt')).toEqual([])
    expect(tags.length).toBeGreaterThan(250)
  })

  it('are handled, passed through or never come from the grammar', () => {
    const unknown = tags.filter((tag) => !(tag in HANDLERS) && !PASSIVE.has(tag))
    expect(unknown.sort()).toEqual([...ANALYSED].sort())
  })

  it('are unknown by name when nobody knows them', async () => {
    const c = new Collector(await loadParser(), HANDLERS)
    walk({ NewStmt: { relation: { relname: 't' } } }, c)
    expect(c.effects).toEqual([
      { action: 'unknown', object: 'construct', detail: 'NewStmt is not known to this version' },
    ])
  })
})

describe('enumerated fields', () => {
  it('have the values that their handlers were written for', () => {
    const found = new Map<string, Set<string>>()
    for (const [, node = '', body = ''] of types.matchAll(/export interface (\w+) \{([\s\S]*?)\n\}/g)) {
      if (ANALYSED.includes(node)) continue
      for (const [, field = '', type = ''] of body.matchAll(/^\s+(\w+)\?: (\w+);/gm))
        for (const value of enums.get(type) ?? [])
          found.set(field, (found.get(field) ?? new Set()).add(value))
    }
    const wanted = Object.entries(CHOICES).map(([field, values]) => [field, words(values).sort()])
    expect([...found].map(([field, values]) => [field, [...values].sort()]).sort()).toEqual(wanted.sort())
    expect(found.size).toBeGreaterThan(35)
  })

  it.each([
    ['TransactionStmt', { kind: 'TRANS_STMT_PAUSE' }],
    ['DropStmt', { removeType: 'OBJECT_GALAXY' }],
    ['AlterTableStmt', { cmds: [{ AlterTableCmd: { behavior: 'DROP_PERHAPS' } }] }],
    ['AlterDefaultPrivilegesStmt', { action: { targtype: 'ACL_TARGET_WORLD' } }],
  ])('of %s are unknown when they are new', async (tag, fields) => {
    const c = new Collector(await loadParser(), HANDLERS)
    checkChoices({ [tag]: fields } as Node, c)
    expect(c.effects).toMatchObject([{ action: 'unknown', object: 'construct' }])
  })

  it('of ALTER TABLE each have a case or are unknown', async () => {
    const parser = await loadParser()
    const cases =
      words(`AT_AddColumn AT_DropColumn AT_DropConstraint AT_AddConstraint AT_AttachPartition AT_DetachPartition
      AT_DetachPartitionFinalize AT_SetRelOptions AT_ResetRelOptions AT_ReplaceRelOptions`)
    const silent = (enums.get('AlterTableType') ?? []).filter((subtype) => {
      const c = new Collector(parser, HANDLERS)
      walk({ AlterTableStmt: { relation: { relname: 't' }, cmds: [{ AlterTableCmd: { subtype } }] } }, c)
      const unknown = c.effects.some(({ action }) => action === 'unknown')
      return unknown === (subtype in SIMPLE || cases.includes(subtype)) || c.effects.length === 0
    })
    expect(silent).toEqual([])
  })
})

it('knows every node of PL/pgSQL that the parser can write', () => {
  const binary = readFileSync(join(dirname(require.resolve('libpg-query')), 'libpg-query.wasm'), 'latin1')
  const written = new Set(binary.match(/PLpgSQL_[a-z_]+/g))
  expect([...written].sort()).toEqual([...NODES].sort())
})
