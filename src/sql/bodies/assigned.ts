// What the variables of a PL/pgSQL body may be given, as far as it decides what the body runs.
import type { Node } from '@pgsql/types'
import type { Collector } from '../collector.ts'
import { fold } from '../constants.ts'
import { SyntaxFailure } from '../parser.ts'
import { as } from '../tree.ts'
import type { Holes } from './holes.ts'
import { type Source, sourcesIn } from './sources.ts'
import { type Constants, substitute } from './substitute.ts'
import { type Names, outputsOfQuery, type Texts, union } from './texts.ts'
import { type Expression, statementOf } from './tree.ts'

export interface Assigned {
  /** Of every variable: its text where it is declared with one and never given another. */
  readonly constants: Constants
  /** Of variables and fields of records: every text that they may be given, '' for NULL. */
  readonly names: Names
}

/** `text` is the whole CREATE FUNCTION or DO statement. */
export function assignedIn(tree: unknown, text: string, c: Collector, holes: Holes): Assigned {
  const { variables, lost } = sourcesIn(tree)
  // With `#variable_conflict use_column` a column of that name is meant.
  if (/#\s*variable_conflict/i.test(text)) return { constants: new Map(), names: new Map() }
  // An alias is a second name.
  const usable = !lost && !/\balias\s+for\b/i.test(text)
  const constants = new Map<string, string | null>()
  const names = new Map<string, Texts | 'relation'>()
  const known = { constants, names }
  for (const [name, { initial, given, type, foreign }] of variables) {
    const fixed = usable && !foreign && initial && given.length === 0
    constants.set(name, fixed ? (constantOf(initial, c, constants) ?? null) : null)
    if (type === 'regclass') names.set(name, 'relation')
    else if (!usable || foreign) names.set(name, undefined)
    else if (type === 'record')
      for (const [field, texts] of fieldsOf(given, c, known, holes)) names.set(`${name}.${field}`, texts)
    else {
      const all: readonly Source[] = initial ? [{ from: initial }, ...given] : given
      const texts = union(all.map((source) => textsFrom(source, c, known, holes)))
      names.set(name, texts && [...new Set(initial ? texts : ['', ...texts])])
    }
  }
  return known
}

/** Every text that the expression may give; undefined when that is only known at run time. */
export function textsOfExpression(found: Expression, c: Collector, { names }: Assigned, holes: Holes): Texts {
  const outputs = outputsOfQuery(parsed(found, c), names, holes)
  return outputs?.length === 1 ? outputs[0]?.texts : undefined
}

function constantOf(found: Expression, c: Collector, constants: Constants): string | undefined {
  const select = as(parsed(found, c), 'SelectStmt')
  const fixed = new Map([...constants].filter(([, text]) => text !== null))
  const value = fold(substitute(as(select?.targetList?.[0], 'ResTarget')?.val, fixed))
  return typeof value === 'string' ? value : undefined
}

function textsFrom(source: Source, c: Collector, known: Assigned, holes: Holes): Texts {
  if (source === undefined) return undefined
  if (source.output === undefined) return textsOfExpression(source.from, c, known, holes)
  const output = outputsOfQuery(parsed(source.from, c), known.names, holes)?.[source.output]
  return output?.texts
}

/** A field has the texts of the outputs of that name in every query that the record is filled from. */
function fieldsOf(given: readonly Source[], c: Collector, known: Assigned, holes: Holes): Map<string, Texts> {
  const queries = given.map((source) => source && outputsOfQuery(parsed(source.from, c), known.names, holes))
  const fields = new Map<string, Texts>()
  for (const name of new Set(
    queries.flatMap((outputs) => (outputs ?? []).flatMap((output) => output.name ?? [])),
  ))
    fields.set(
      name,
      union([[''], ...queries.map((outputs) => outputs?.findLast((output) => output.name === name)?.texts)]),
    )
  return fields
}

function parsed(found: Expression, c: Collector): Node | undefined {
  try {
    return c.parser.parse(statementOf(found))[0]?.stmt
  } catch (error) {
    if (error instanceof SyntaxFailure) return undefined
    throw error
  }
}
