/** One line, so long at most. */
export function excerpt(text: string, length: number): string {
  const line = text
    .slice(0, length * 4)
    .replace(/\s+/g, ' ')
    .trim()
  return line.length > length || text.length > length * 4 ? `${line.slice(0, length)}…` : line
}
