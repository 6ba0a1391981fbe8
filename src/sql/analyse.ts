// One text to its facts: pure, in whichever thread holds the parser.
import type { Node } from '@pgsql/types'
import type { Analysis, Effect, Uses } from '../core/statement.ts'
import { shown } from './bodies/holes.ts'
import { checkChoices } from './choices.ts'
import { Collector } from './collector.ts'
import { copyOf } from './copies.ts'
import { outputsOf } from './outputs.ts'
import { type Parser, SyntaxFailure } from './parser.ts'
import { pinsOf } from './pins.ts'
import { probe } from './probes/index.ts'
import { EXPRESSIONS } from './queries.ts'
import { sunkFlows } from './sinks.ts'
import { statementTexts } from './slices.ts'
import { usesHidden } from './statements/hidden.ts'
import { STATEMENTS } from './statements/index.ts'
import { isQuiet, keepsNames } from './statements/new-columns.ts'
import { type Handlers, walkStatement } from './walk.ts'

export const HANDLERS: Handlers = { ...EXPRESSIONS, ...STATEMENTS }

const NO_USES: Uses = { functions: [], operators: [], types: [], fields: [], assigned: [] }

/** Throws only when the parser instance is spoilt (`isSpoilt`). */
export function analyseText(parser: Parser, text: string): Analysis {
  try {
    const statements = parser.parse(text)
    const c = new Collector(parser, HANDLERS)
    // A file of many statements may ask for more than one statement.
    c.start.work.left += 4 * text.length
    c.probes.depth.work.left += 4 * text.length
    const texts = statementTexts(text, statements)
    statements.forEach(({ stmt }, index) => {
      c.source = texts[index] ?? ''
      c.uses.read(stmt)
      checkChoices(stmt, c)
      if (!keepsNames(stmt)) c.names.forgetColumns()
      if (c.names.clouded && !isQuiet(stmt)) c.names.forget()
      walkStatement(stmt, c)
      probe(stmt, c, false)
    })
    sunkFlows(statements, c)
    if (usesHidden(c.effects))
      c.unknown('code', 'an operator, a cast or a type that this text makes may be meant by what it runs')
    const last = statements.at(-1)?.stmt
    const outputs = outputsOf(last)
    const copy = copyOf(parser, last, texts.at(-1) ?? '')
    const used = c.uses.found
    const repeated = c.repeats.found(used)
    const uses = used || repeated.many ? { ...(used ?? NO_USES), ...repeated } : undefined
    const pins = statements.length === 1 ? pinsOf(last) : undefined
    const { tables: created, lasting: temporary } = c.names
    const analysis: Analysis = {
      effects: c.told,
      relations: c.relations,
      count: statements.length,
      ...(outputs && { outputs }),
      ...(c.commits && { commits: true }),
      ...(statements.every(({ stmt }) => isDefinition(stmt)) && { defines: true }),
      changes: {
        schema: c.schemaChanged,
        resolution: c.resolutionChanged,
        ...(temporary.length > 0 && { temporary }),
        ...(created.length > 0 && { created }),
      },
      ...(copy && { copy }),
      ...(c.flows.length > 0 && { flows: c.flows }),
      ...(c.retypes.length > 0 && { retypes: c.retypes }),
      ...(uses && { uses }),
      ...(c.keys.length > 0 && { keys: c.keys }),
      ...(c.relies.length > 0 && { relies: c.relies }),
      ...(pins && { pins }),
      ...(c.compares.size > 0 && { compares: [...c.compares] }),
      ...c.probes.found,
    }
    return c.templated ? shown(analysis) : analysis
  } catch (error) {
    if (error instanceof SyntaxFailure) return refused('syntax', error.message)
    throw error
  }
}

const DEFINITIONS =
  /^(CreateFunction|View|Rule|CreateTrig|AlterFunction|Drop|Comment|Grant|GrantRole|Transaction)Stmt$/

const isDefinition = (statement: Node | undefined): boolean =>
  Object.keys(statement ?? {}).every((tag) => DEFINITIONS.test(tag))

/** The analysis of a text that cannot be analysed. */
export function refused(object: string, detail: string): Analysis {
  const effects: Effect[] = [{ action: 'unknown', object, detail }]
  return { effects, relations: [], count: 1, commits: true, changes: { schema: true, resolution: true } }
}
