/** What cannot be seen, or turns the text around it: control and format characters, odd separators. */
const UNSEEN = /[^\P{C}\n\t\r]|\r(?!\n)|[\u2028\u2029]/gu

/** The text with characters that nobody would see spelled out: `⟨U+202E⟩`. */
export function spelled(text: string): string {
  return text.replace(
    UNSEEN,
    (found) => `⟨U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`,
  )
}

/** One line of at most `most` characters. */
export function oneLine(text: string, most: number): string {
  const line = text
    .slice(0, most * 4)
    .replace(/\s+/g, ' ')
    .trim()
  return line.length > most || text.length > most * 4 ? `${line.slice(0, most)}…` : line
}
