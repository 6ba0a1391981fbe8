// A script's statements, for tools that read files. The relay never splits: it judges what it forwards.
import { isSpoilt, loadParser, SyntaxFailure } from './parser.ts'
import { statementTexts } from './slices.ts'

export interface Piece {
  readonly text: string
  /** Line of the statement's first word, from 1. */
  readonly line: number
}

const BLANK = /^(?:\s|--[^\n\r]*|\/\*[\s\S]*?\*\/)*/

/** The statements of a script; the whole text as one when it does not parse. */
export async function splitScript(text: string): Promise<readonly Piece[]> {
  const parser = await loadParser()
  try {
    const statements = parser.parse(text.replaceAll('\0', ' '))
    const texts = statementTexts(text, statements)
    let at = 0
    return texts.map((piece) => {
      const start = text.indexOf(piece, at)
      at = start + piece.length
      const blank = BLANK.exec(piece)?.[0].length ?? 0
      return { text: piece.slice(blank).trimEnd(), line: lineOf(text, start + blank) }
    })
  } catch (error) {
    if (!(error instanceof SyntaxFailure) && !isSpoilt(error)) throw error
    return [{ text, line: 1 }]
  }
}

function lineOf(text: string, index: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at !== -1 && at < index; at = text.indexOf('\n', at + 1)) line++
  return line
}
