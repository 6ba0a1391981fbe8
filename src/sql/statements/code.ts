// Code that the server keeps or runs: functions, DO, triggers, rules, casts, operators, extensions, languages.
import type { CreateFunctionStmt, DoStmt, Node } from '@pgsql/types'
import { plpgsqlBody } from '../bodies/plpgsql.ts'
import { argumentsOf } from '../bodies/scopes.ts'
import { substitute } from '../bodies/substitute.ts'
import { sqlBody } from '../bodies/text.ts'
import type { Collector } from '../collector.ts'
import { triggerFlow, withRow } from '../flows.ts'
import { effectOfName } from '../functions.ts'
import { EXCLUSIVE, lockOf } from '../locks.ts'
import { returnsTrigger } from '../repeats.ts'
import { movesNames, settingEffect } from '../settings.ts'
import { as, dotted, enabled, option, parts } from '../tree.ts'
import { type Handlers, walk } from '../walk.ts'
import { isSystem } from './create.ts'
import { objectKind } from './drop.ts'
import { member } from './extension.ts'
import { valuesOf } from './session.ts'

export const CODE: Handlers = {
  DoStmt: runBlock,
  CallStmt(node, c) {
    c.commits ||= c.topLevel
    walk({ FuncCall: node.funccall }, c)
  },
  CreateFunctionStmt: createFunction,
  AlterFunctionStmt(node, c) {
    const name = dotted(parts(node.func?.objname))
    c.add({ action: 'alter', object: 'function', name })
    options(node.actions, name, c)
  },
  CreateTrigStmt(node, c) {
    c.on('create', 'trigger', node.relation, {
      lock: lockOf('create trigger'),
      ...(node.trigname && { column: node.trigname }),
    })
    c.within('trigger', () => named(node.funcname, c))
    triggerFlow(parts(node.funcname), parts(node.args), node.relation, c)
    walk(node.whenClause, c)
  },
  CreateEventTrigStmt: (node, c) =>
    c.add({ action: 'create', object: 'event-trigger', name: dotted([node.trigname ?? '']) }),
  AlterEventTrigStmt(node, c) {
    c.add({
      action: 'alter',
      object: 'event-trigger',
      name: dotted([node.trigname ?? '']),
      ...(node.tgenabled === 'D' && { detail: 'disabled' }),
    })
  },
  RuleStmt(node, c) {
    c.schemaChanged = true
    c.on('create', 'rule', node.relation, {
      ...(node.rulename && { column: node.rulename }),
      lock: EXCLUSIVE,
    })
    withRow(node.relation, () => c.within('rule', () => walk([node.whereClause, node.actions], c)), c)
  },
  CreateCastStmt: (_, c) => c.add({ action: 'create', object: 'operator', name: 'cast' }),
  CreateTransformStmt: (_, c) => c.add({ action: 'create', object: 'operator', name: 'transform' }),
  CreateConversionStmt: (node, c) =>
    c.add({ action: 'create', object: 'operator', name: dotted(parts(node.conversion_name)) }),
  CreateOpClassStmt: (node, c) =>
    c.add({ action: 'create', object: 'operator', name: dotted(parts(node.opclassname)) }),
  CreateOpFamilyStmt: (node, c) =>
    c.add({ action: 'create', object: 'operator', name: dotted(parts(node.opfamilyname)) }),
  AlterOpFamilyStmt: (node, c) =>
    c.add({ action: 'alter', object: 'operator', name: dotted(parts(node.opfamilyname)) }),
  AlterOperatorStmt: (node, c) =>
    c.add({ action: 'alter', object: 'operator', name: dotted(parts(node.opername?.objname)) }),
  CreateExtensionStmt(node, c) {
    c.schemaChanged = true
    c.add({
      action: 'create',
      object: 'extension',
      name: dotted([node.extname ?? '']),
      ...(enabled(node.options, 'cascade') && { cascade: true }),
    })
  },
  AlterExtensionStmt: (node, c) =>
    c.add({ action: 'alter', object: 'extension', name: dotted([node.extname ?? '']) }),
  AlterExtensionContentsStmt(node, c) {
    const name = dotted([node.extname ?? ''])
    c.add({ action: 'alter', object: 'extension', name, detail: objectKind(node.objtype) })
    if (node.action !== DROPS) member(dotted(parts(node.object)), name, c)
  },
  CreatePLangStmt: (node, c) =>
    c.add({ action: 'create', object: 'language', name: dotted([node.plname ?? '']) }),
  CreateAmStmt: (node, c) =>
    c.add({
      action: 'create',
      object: 'language',
      name: dotted([node.amname ?? '']),
      detail: 'access method',
    }),
  LoadStmt: (_, c) => c.add({ action: 'load', object: 'library' }),
}

const DROPS = -1

function named(names: readonly Node[] | undefined, c: Collector): void {
  const effect = effectOfName(parts(names))
  if (effect && !c.known.functions.has(effect.name ?? '')) c.add(effect)
}

const textOf = (node: Node | undefined): readonly string[] => {
  const list = as(node, 'List')
  if (list) return parts(list.items)
  const text = as(node, 'String')
  return text ? [text.sval ?? ''] : []
}

const argument = (items: readonly Node[] | undefined, name: string): Node | undefined =>
  (items ?? []).map((item) => as(item, 'DefElem')).findLast((element) => element?.defname === name)?.arg

/** Words of a block that may end a transaction, itself or by what it runs. */
const COMMITS = /\b(?:commit|rollback|call|execute)\b/i

function runBlock(node: DoStmt, c: Collector): void {
  const language = option(node.args, 'language') ?? 'plpgsql'
  c.add({ action: 'execute', object: 'block', name: language })
  const text = textOf(argument(node.args, 'as'))[0]
  c.commits ||= c.topLevel && (language !== 'plpgsql' || COMMITS.test(text ?? ''))
  c.schemaChanged = true
  c.resolutionChanged = true
  c.within('do', () => {
    if (language !== 'plpgsql') c.unknown('code', `a block in ${dotted([language])} cannot be analysed`)
    else if (text !== undefined) plpgsqlBody(c.source, c)
  })
}

/** What dynamic SQL is put together with: an overload for another type would be called, and this would be told wrong. */
const FOLDED =
  /^(?:format|quote_(?:ident|literal|nullable)|concat|lower|upper|btrim|chr|reverse|replace|nextval|current_setting)$/

function createFunction(node: CreateFunctionStmt, c: Collector): void {
  const names = parts(node.funcname)
  const name = dotted(names)
  const language = node.sql_body ? 'sql' : (option(node.options, 'language') ?? 'sql')
  c.schemaChanged = true
  c.add({
    action: 'create',
    object: isSystem(names) ? 'catalog' : 'function',
    name,
    ...(node.replace && { detail: 'or replaces it' }),
  })
  if (FOLDED.test(names.at(-1) ?? ''))
    c.unknown(
      'code',
      `a function of the name ${dotted(names.slice(-1))} may be called in place of PostgreSQL's own`,
    )
  options(node.options, name, c)
  walk(node.parameters, c)
  const before = c.opaque
  c.repeats.body(name, !returnsTrigger(node.returnType), c.uses.functions, () =>
    c.within('function', () => body(node, language, c)),
  )
  const known = c.topLevel && c.opaque === before
  const inputs = (node.parameters ?? []).filter(
    (item) => as(item, 'FunctionParameter')?.mode !== 'FUNC_PARAM_TABLE',
  )
  if (known && inputs.length === 0) c.known.functions.add(name)
  if (node.replace && returnsTrigger(node.returnType)) c.names.hook()
}

function body(node: CreateFunctionStmt, language: string, c: Collector): void {
  const text = textOf(argument(node.options, 'as'))
  const named = argumentsOf({ CreateFunctionStmt: node })
  if (node.sql_body) walk(substitute(node.sql_body, named), c)
  else if (language === 'sql') sqlBody(text[0] ?? '', c, named)
  else if (language === 'plpgsql') plpgsqlBody(c.source, c)
  else if (language === 'c' || language === 'internal')
    c.add({ action: 'load', object: 'native-code', name: language })
  else c.add({ action: 'load', object: 'foreign-code', name: dotted([language]) })
}

/** SECURITY DEFINER, SET and SUPPORT of a function. */
function options(items: readonly Node[] | undefined, name: string, c: Collector): void {
  if (option(items, 'security') === 'true') c.add({ action: 'alter', object: 'security-definer', name })
  if (option(items, 'support') !== undefined || option(items, 'leakproof') === 'true')
    c.add({ action: 'create', object: 'operator', name })
  for (const item of items ?? []) {
    const set = as(as(item, 'DefElem')?.arg, 'VariableSetStmt')
    if (!set) continue
    const effect = settingEffect(set.name ?? 'all', set.kind === 'VAR_SET_VALUE' ? valuesOf(set) : undefined)
    // A fixed search_path is what careful authors give a SECURITY DEFINER function.
    if (set.name !== undefined && movesNames(set.name) && effect.name === 'search_path') continue
    c.add({ ...effect, via: ['function'] })
  }
}
