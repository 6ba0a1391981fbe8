// Output as text to read: without what only moves a cursor or colours.
import { createParts, type Part } from './parts.ts'

export interface Plain {
  read(text: string): string
  end(): string
  /** Control sequences that were left out. */
  readonly left: number
}

/**
 * Nothing that was written over is lost: where a line was begun anew there is a line end, and `⌫` where a character was
 * taken back. Other control characters stay for `spelled`.
 */
export function createPlain(): Plain {
  const parts = createParts()
  let left = 0
  // A carriage return whose line feed may come with the next piece.
  let returned = false
  const kept = (part: Part): string => {
    if (part.sequence) {
      left++
      return ''
    }
    const text = (returned ? '\r' : '') + part.text
    returned = text.endsWith('\r')
    return (returned ? text.slice(0, -1) : text)
      .replace(/\r+\n/g, '\n')
      .replace(/\r+/g, '\n')
      .replaceAll('\b \b', '⌫')
      .replaceAll('\u0007', '')
  }
  return {
    read: (text) => parts.read(text).map(kept).join(''),
    end() {
      const rest = parts.end().map(kept).join('')
      const last = returned ? '\n' : ''
      returned = false
      return rest + last
    },
    get left() {
      return left
    },
  }
}

/** The same of a text that is whole. */
export function readable(text: string): string {
  const plain = createPlain()
  return plain.read(text) + plain.end()
}
