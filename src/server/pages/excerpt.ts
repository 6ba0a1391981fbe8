import { highlight } from '../../core/highlight.ts'
import { oneLine } from '../../core/spelled.ts'

export { oneLine as excerpt }

const MOST_READ = 4096

/** A statement on one line: of a command nothing is left out, for nobody knows what is a comment there. */
export function statementExcerpt(text: string, length: number, command: boolean): string {
  return command ? oneLine(text, length) : sqlExcerpt(text, length)
}

/** SQL on one line. Comments only leave a mark: on one line they would seem to comment out what follows, or fill it all. */
export function sqlExcerpt(text: string, length: number): string {
  const pieces = highlight(text.slice(0, MOST_READ)).map((piece) =>
    piece.kind === 'comment' ? '/*…*/ ' : piece.text,
  )
  return oneLine(pieces.join('') + (text.length > MOST_READ ? '…' : ''), length)
}
