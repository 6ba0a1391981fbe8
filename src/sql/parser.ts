// libpg-query, PostgreSQL's own grammar in WebAssembly: loaded on first use, because it costs 50 ms.
import type { RawStmt } from '@pgsql/types'

export interface Parser {
  /** Throws `SyntaxFailure` for text that the server would refuse; anything else thrown means that the instance is spoilt. */
  parse(text: string): readonly RawStmt[]
  /** The tree of a PL/pgSQL body; `text` is the whole CREATE FUNCTION or DO statement. Throws as `parse` does. */
  body(text: string): unknown
  /** The words of a text without its comments, as they are written. Throws as `parse` does. */
  words(text: string): readonly string[]
}

/** The grammar refuses the text. `position` counts characters from 1. The server's message may quote literals: it is dropped. */
export class SyntaxFailure extends Error {
  readonly position: number

  constructor(position: number) {
    super(`does not parse: syntax error at character ${position}`)
    this.name = 'SyntaxFailure'
    this.position = position
  }
}

/** A declaration `row users%ROWTYPE`, which is the same as `row users`; nothing else in a body looks like this. */
const ROW_TYPE =
  /(?<=(?:\bdeclare|;)\s+(?:"[^"]+"|[\w$]+)(?:\s+constant)?\s+(?:(?:"[^"]+"|[\w$]+)\.)?(?:"[^"]+"|[\w$]+))\s*%\s*rowtype(?=\s*(?:;|:=|=|default\b|not\b))/gi

export async function loadParser(): Promise<Parser> {
  const { hasSqlDetails, loadModule, parsePlPgSQLSync, parseSync, scanSync } = await import('libpg-query')
  await loadModule()
  return {
    parse(text) {
      if (text === '') return []
      try {
        return parseSync(text).stmts ?? []
      } catch (error) {
        if (hasSqlDetails(error)) throw new SyntaxFailure((error.sqlDetails?.cursorPosition ?? 0) + 1)
        throw error
      }
    },
    body(text) {
      try {
        // It takes a row type for a scalar: then `row.field := …` is an error.
        return parsePlPgSQLSync(/rowtype/i.test(text) ? text.replace(ROW_TYPE, '') : text)
      } catch (error) {
        if (isSpoilt(error)) throw error
        throw new SyntaxFailure(1)
      }
    },
    words(text) {
      try {
        return scanSync(text).tokens.flatMap(({ text: word, tokenName }) =>
          /COMMENT/.test(tokenName) ? [] : [word],
        )
      } catch (error) {
        if (isSpoilt(error)) throw error
        throw new SyntaxFailure(1)
      }
    },
  }
}

/** True when the error is the instance's, not the text's: it must not be used again. */
export function isSpoilt(error: unknown): boolean {
  return error instanceof RangeError || (error instanceof Error && error.name === 'RuntimeError')
}
