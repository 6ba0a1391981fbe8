// What the variables of a PL/pgSQL body may hold, and where they put it.
import type { Node } from '@pgsql/types'
import type { Collector } from '../collector.ts'
import { outputsOf } from '../outputs.ts'

/** Stands for what the variables of the body may hold until all of it was read. */
export const HELD = '$'

const VARIES = /"(?:ColumnRef|ParamRef|SubLink)":/

/** True for what is not constant, and may be a variable in a body. */
export const varies = (value: unknown): boolean => value === true || VARIES.test(JSON.stringify(value) ?? '')

/** Walks a PL/pgSQL body, whose variables may hold whatever any part of it reads. */
export function withVariables(work: () => void, c: Collector): void {
  const { held } = c
  const before = c.flows.length
  c.held = new Set(held)
  work()
  for (let at = before; at < c.flows.length; at++) {
    const flow = c.flows[at]!
    if (flow.sources.includes(HELD))
      c.flows[at] = {
        ...flow,
        sources: [...new Set([...flow.sources.filter((source) => source !== HELD), ...c.held])],
      }
  }
  if (held) for (const source of c.held) held.add(source)
  const kept = c.flows.splice(before).filter(({ sources }) => sources.length > 0)
  c.flows.push(...kept)
  c.held = held
}

/** What the statement returns may be put into variables. */
export function hold(statement: Node | undefined, c: Collector): void {
  if (c.held) for (const source of returned(statement, c)) if (!NAMES.test(source)) c.held.add(source)
}

/** All columns of what tells names of objects alone, as loops over tables read it. */
const NAMES =
  /^(?:(?:pg_catalog\.)?pg_(?:attribute|class|constraint|enum|extension|index|indexes|inherits|matviews|namespace|sequences|tables|type|views)|information_schema\.(?:columns|constraint_column_usage|key_column_usage|schemata|sequences|table_constraints|tables|views))\.\*$/

function returned(statement: Node | undefined, c: Collector): string[] {
  const found = outputsOf(statement, c.start.work) ?? []
  if (c.start.work.left <= 0) return ['*']
  return found.flatMap(({ foreign, sources }) => (foreign ? ['*', ...sources] : sources))
}

const ROW = /\b(?:new|old)\b(?:\s*\.\s*("(?:[^"]|"")+"|\*|[\w$\u0080-\uffff]+))?/giu

/** Columns of NEW and OLD, by name alone: the body does not say of which table. */
export function holdRow(expression: string, c: Collector): void {
  for (const column of columnsOfRow(expression)) c.held?.add(column)
}

const columnsOfRow = (expression: string): string[] =>
  [...expression.matchAll(ROW)].map(([, column = '*']) =>
    column.startsWith('"') ? column.slice(1, -1).replaceAll('""', '"') : column.toLowerCase(),
  )

const OWN = /^\s*new\s*\.\s*("(?:[^"]|"")+"|[\w$\u0080-\uffff]+)\s*$/iu
const WORD = /[\p{L}_][\p{L}\p{N}_$]*/gu

/** `NEW.column := value`: the trigger changes the row that is written. */
export function assignedFlow(
  target: string,
  value: { readonly text: string; readonly statement: Node | undefined },
  variables: ReadonlyMap<string, unknown>,
  c: Collector,
): void {
  const [, name = ''] = OWN.exec(target) ?? []
  if (name === '') return
  const column = columnsOfRow(`new.${name}`)[0] ?? ''
  const others = value.text.replace(ROW, '').match(WORD) ?? []
  const held = others.some((word) => variables.has(word.toLowerCase())) ? [HELD] : []
  const sources = [...new Set([...columnsOfRow(value.text), ...returned(value.statement, c), ...held])]
  c.flow({
    column,
    place: 'another column of the row',
    sources: sources.filter((source) => source !== column),
  })
}
