// Functions, triggers, rules, domains, operators and casts that a statement makes.
import type { Node } from '@pgsql/types'
import type { Routine, RowEvent, Trigger } from '../../../sql/catalogue/snapshot.ts'
import { as, dotted, type Nodes, option, parts } from '../../../sql/tree.ts'
import type { Draft } from './draft.ts'
import { placed, relationParts, running, typeOf } from './names.ts'

export function madeFunction(statement: Nodes['CreateFunctionStmt'], draft: Draft, text: string): void {
  const parameters = (statement.parameters ?? []).flatMap((node) => as(node, 'FunctionParameter') ?? [])
  const inputs = parameters.filter(({ mode }) => mode !== 'FUNC_PARAM_OUT' && mode !== 'FUNC_PARAM_TABLE')
  const volatility = option(statement.options, 'volatility')
  const routine: Routine = {
    ...placed(parts(statement.funcname), draft.schema),
    kind: statement.is_procedure ? 'procedure' : 'function',
    language: option(statement.options, 'language') ?? 'sql',
    volatility: volatility === 'immutable' || volatility === 'stable' ? volatility : 'volatile',
    arguments: inputs.map(({ argType }) => typeOf(argType)),
    returns: statement.returnType ? typeOf(statement.returnType) : 'void',
    ...(option(statement.options, 'security') === 'true' && { securityDefiner: true }),
    definition: text,
  }
  draft.addFunction(routine)
}

/** Bits of the server's `TriggerType`. */
const EVENTS: readonly (readonly [number, RowEvent])[] = [
  [4, 'insert'],
  [8, 'delete'],
  [16, 'update'],
  [32, 'truncate'],
]

export function madeTrigger(statement: Nodes['CreateTrigStmt'], draft: Draft): void {
  const { events = 0, columns, whenClause, trigname = '', funcname } = statement
  const when = whenClause ? running([whenClause]) : ''
  const trigger: Trigger = {
    name: trigname,
    events: EVENTS.filter(([bit]) => (events & bit) !== 0).map(([, event]) => event),
    ...(columns && columns.length > 0 && { columns: parts(columns) }),
    function: dotted(parts(funcname)),
    ...(when !== '' && { when }),
  }
  draft.change(relationParts(statement.relation), (relation) => ({
    ...relation,
    triggers: [...(relation.triggers ?? []), trigger],
  }))
}

const RULE_EVENTS: Partial<Record<string, RowEvent>> = {
  CMD_SELECT: 'select',
  CMD_INSERT: 'insert',
  CMD_UPDATE: 'update',
  CMD_DELETE: 'delete',
}

export function madeRule(statement: Nodes['RuleStmt'], draft: Draft, text: string): void {
  const event = RULE_EVENTS[statement.event ?? '']
  if (event === undefined) return
  const rule = { name: statement.rulename ?? '', event, definition: text }
  draft.change(relationParts(statement.relation), (relation) => ({
    ...relation,
    rules: [...(relation.rules ?? []), rule],
  }))
}

export function madeDomain(statement: Nodes['CreateDomainStmt'], draft: Draft): void {
  const checks = running([...(statement.constraints ?? [])])
  draft.add('domains', {
    ...placed(parts(statement.domainname), draft.schema),
    base: typeOf(statement.typeName),
    expressions: checks === '' ? [] : [checks],
  })
}

/** A range of values of another type, and what holds many of them. */
export function madeRange({ typeName, params = [] }: Nodes['CreateRangeStmt'], draft: Draft): void {
  const given = (name: string) =>
    params.map((node) => as(node, 'DefElem')).find((element) => element?.defname === name)?.arg
  const own = placed(parts(typeName), draft.schema)
  const code = ['canonical', 'subtype_diff'].flatMap((name) => {
    const called = parts(as(given(name), 'TypeName')?.names)
    return called.length === 0 ? [] : [`${dotted(called)}()`]
  })
  draft.add('domains', { ...own, base: typeOf(as(given('subtype'), 'TypeName')), expressions: code })
  const many = parts(as(given('multirange_type_name'), 'TypeName')?.names)
  const name = own.name.includes('range') ? own.name.replace('range', 'multirange') : `${own.name}_multirange`
  draft.add('domains', {
    ...placed(many.length > 0 ? many : [own.schema, name], draft.schema),
    base: dotted([own.schema, own.name]),
    expressions: [],
  })
}

export function madeCast({ sourcetype, targettype, func }: Nodes['CreateCastStmt'], draft: Draft): void {
  if (!func) return
  draft.add('casts', {
    source: typeOf(sourcetype),
    target: typeOf(targettype),
    function: dotted(parts(func.objname)),
    context: 'implicit',
  })
}

export function madeEventTrigger(statement: Nodes['CreateEventTrigStmt'], draft: Draft): void {
  const { trigname = '', eventname = '', funcname } = statement
  draft.add('eventTriggers', { name: trigname, event: eventname, function: dotted(parts(funcname)) })
}

/** CREATE OPERATOR and CREATE AGGREGATE. */
export function defined({ kind, defnames, definition, args }: Nodes['DefineStmt'], draft: Draft): void {
  const values = new Map(
    (definition ?? []).flatMap((node) => {
      const element = as(node, 'DefElem')
      return element?.arg ? [[element.defname?.toLowerCase() ?? '', element.arg] as const] : []
    }),
  )
  const named = (name: string): string => dotted(parts(values.get(name)))
  const type = (name: string): string => typeOf(as(values.get(name), 'TypeName'))
  const place = placed(parts(defnames), draft.schema)
  if (kind === 'OBJECT_OPERATOR')
    draft.add('operators', {
      ...place,
      ...(values.has('leftarg') && { left: type('leftarg') }),
      right: type('rightarg'),
      function: named('function') || named('procedure'),
    })
  if (kind === 'OBJECT_AGGREGATE')
    draft.addFunction({
      ...place,
      kind: 'aggregate',
      language: 'internal',
      volatility: 'volatile',
      arguments: aggregated(args),
      returns: type('stype'),
      calls: ['sfunc', 'finalfunc', 'combinefunc', 'msfunc', 'minvfunc', 'mfinalfunc']
        .map(named)
        .filter(Boolean),
    })
}

const aggregated = (args: readonly Node[] | undefined): string[] =>
  (args ?? []).flatMap((node) =>
    (as(node, 'List')?.items ?? []).map((item) => typeOf(as(item, 'FunctionParameter')?.argType)),
  )
