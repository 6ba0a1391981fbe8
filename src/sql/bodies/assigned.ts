// What the variables of a PL/pgSQL body may be given, as far as it decides what the body runs.
import type { Node } from '@pgsql/types'
import type { Collector } from '../collector.ts'
import { SyntaxFailure } from '../parser.ts'
import { as } from '../tree.ts'
import { Holes, hasHoles } from './holes.ts'
import { type Source, type Sources, sourcesIn } from './sources.ts'
import { type Lookup, substitute } from './substitute.ts'
import { keyOf, type Names, NOTHING, outputsOfQuery, type Texts, textsOf, union } from './texts.ts'
import { type Expression, statementOf } from './tree.ts'

export interface Assigned {
  readonly sources: Sources
  /** Of variables and fields of records: every text that they may be given. */
  readonly names: Names
}

interface Told {
  /** The whole CREATE FUNCTION or DO statement. */
  readonly text: string
  readonly labels: ReadonlySet<string>
  /** What records are declared with; undefined when that is not known. */
  readonly defaults: ReadonlyMap<string, unknown> | undefined
}

export function assignedIn(
  tree: unknown,
  { text, labels, defaults }: Told,
  c: Collector,
  holes: Holes,
): Assigned {
  const sources = sourcesIn(tree, text)
  const names = new Map<string, Texts | 'relation'>()
  const known = { sources, names }
  if (sources.columnsFirst) return known
  const collated = /\bcollate\b/i.test(text)
  for (const [name, variable] of sources.variables) {
    const { initial, given, type, own, kind, places } = variable
    const followed = own && !sources.lost
    const textual = kind === 'scalar' && TEXT.test(type)
    if (followed && textual && initial && given.length === 0 && !collated) {
      const constant = constantOf(initial, c, sources)
      if (constant !== undefined) variable.constant = constant
    }
    if (type === 'regclass' && places.length === 1) names.set(keyOf(name), 'relation')
    else if (followed && type === 'record' && defaults && !defaults.has(name) && !labels.has(name))
      for (const [field, texts] of fieldsOf(given, c, known, holes)) names.set(keyOf(name, field), texts)
    else if (followed && textual) {
      const all: readonly Source[] = initial ? [{ from: initial }, ...given] : given
      const texts = union(all.map((source) => textsFrom(source, c, known, holes)))
      names.set(keyOf(name), texts && [...new Set(initial ? texts : [NOTHING, ...texts])])
    }
  }
  return known
}

/** Types that take a text as it is. Others cut it, or write it in their own way. */
const TEXT = /^\s*(?:pg_catalog\s*\.\s*)?(?:text|varchar|character\s+varying|"text"|"varchar")\s*$/i

/** Every text that the expression may give; undefined when that is only known at run time. */
export function textsOfExpression(found: Expression, c: Collector, { names }: Assigned, holes: Holes): Texts {
  const outputs = outputsOfQuery(parsed(found, c), names, holes)
  return outputs?.length === 1 ? outputs[0]?.texts : undefined
}

function constantOf(found: Expression, c: Collector, { variables }: Sources): string | undefined {
  const select = as(parsed(found, c), 'SelectStmt')
  const fixed: Lookup = ([name = ''], dotted) => {
    const text = dotted ? undefined : variables.get(name)?.constant
    return text === undefined ? 'column' : { text }
  }
  const value = as(select?.targetList?.[0], 'ResTarget')?.val
  const texts = textsOf(value && substitute(value, fixed), new Map(), new Holes())
  const [text = NOTHING, ...others] = texts ?? []
  return others.length === 0 && !text.includes(NOTHING) && !hasHoles(text) ? text : undefined
}

function textsFrom(source: Source, c: Collector, known: Assigned, holes: Holes): Texts {
  if (source === undefined) return undefined
  if (source.output === undefined) return textsOfExpression(source.from, c, known, holes)
  // A query without rows gives NULL.
  const texts = outputsOfQuery(parsed(source.from, c), known.names, holes)?.[source.output]?.texts
  return texts && [...new Set([NOTHING, ...texts])]
}

/** A field has the texts of the output of that name in every query that the record is filled from. */
function fieldsOf(given: readonly Source[], c: Collector, known: Assigned, holes: Holes): Map<string, Texts> {
  const queries = given.map((source) => source && recordOf(source.from, c, known, holes))
  const fields = new Map<string, Texts>()
  for (const name of new Set(queries.flatMap((outputs) => [...(outputs?.keys() ?? [])])))
    fields.set(name, union([[NOTHING], ...queries.map((outputs) => outputs?.get(name))]))
  return fields
}

/** The outputs by name, as long as every one has another that stands there. */
function recordOf(
  from: Expression,
  c: Collector,
  known: Assigned,
  holes: Holes,
): Map<string, Texts> | undefined {
  // An assigned value has the fields of its own type.
  if ((from.parseMode ?? 0) !== 0) return undefined
  const outputs = outputsOfQuery(parsed(from, c), known.names, holes) ?? []
  const named = new Map(outputs.flatMap(({ name, texts }) => (name === undefined ? [] : [[name, texts]])))
  return named.size === outputs.length ? named : undefined
}

function parsed(found: Expression, c: Collector): Node | undefined {
  try {
    return c.parser.parse(statementOf(found))[0]?.stmt
  } catch (error) {
    if (error instanceof SyntaxFailure) return undefined
    throw error
  }
}
