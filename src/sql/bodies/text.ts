// SQL inside SQL: the statements of a body, and of a text that EXECUTE is given.
import type { RawStmt } from '@pgsql/types'
import { checkChoices } from '../choices.ts'
import type { Collector } from '../collector.ts'
import { SyntaxFailure } from '../parser.ts'
import { probe } from '../probes/index.ts'
import { statementTexts } from '../slices.ts'
import { walkStatement } from '../walk.ts'
import { HELD, hold } from './held.ts'
import { type Holes, harmless, hasHoles } from './holes.ts'
import { type Lookup, substitute } from './substitute.ts'

const MAX_DEPTH = 8

/** Walks every statement of `text`. Temporary tables it makes are not taken as surely there. */
export function sqlBody(text: string, c: Collector, variables?: Lookup): void {
  deeper(c, 'a body', () => walkAll(text, c.parser.parse(text), c, variables))
}

/** The same for a text that EXECUTE is given: one with holes that stand in the wrong places is `unknown`. */
export function executed(text: string, c: Collector, holes: Holes, parameters: Lookup): void {
  deeper(c, 'a body', () => {
    const statements = c.parser.parse(text)
    if (!hasHoles(text)) walkAll(text, statements, c, parameters)
    else if (harmless(text, statements, holes.kinds)) {
      template(text, statements, c, parameters)
      if (holes.carry(text)) c.flow({ place: 'a name, default or comment of the catalogue', sources: [HELD] })
    } else c.unknown('code', 'EXECUTE of a text that is only known when it runs')
  })
}

/** Whichever object is meant, what this text made may be gone or be another. */
function template(text: string, statements: readonly RawStmt[], c: Collector, parameters: Lookup): void {
  c.templated = true
  walkAll(text, statements, c, parameters)
  c.names.forget()
  c.forgetFunctions()
}

function walkAll(text: string, statements: readonly RawStmt[], c: Collector, variables?: Lookup): void {
  const texts = statementTexts(text, statements)
  statements.forEach((statement, index) => {
    const before = c.source
    c.source = texts[index] ?? ''
    const meant = variables ? substitute(statement.stmt, variables) : statement.stmt
    hold(meant, c)
    c.repeats.also(statement.stmt)
    c.uses.read(statement.stmt)
    checkChoices(statement.stmt, c)
    probe(statement.stmt, c, true)
    walkStatement(meant, c)
    c.source = before
  })
}

/** Runs `work` one level down; text that does not parse, or nests without end, is `unknown`. */
export function deeper(c: Collector, what: string, work: () => void): void {
  if (c.depth >= MAX_DEPTH) {
    c.unknown('code', `${what} is nested too deeply to be analysed`)
    return
  }
  c.depth++
  try {
    work()
  } catch (error) {
    if (!(error instanceof SyntaxFailure)) throw error
    c.unknown('code', `${what} does not parse`)
  } finally {
    c.depth--
  }
}
