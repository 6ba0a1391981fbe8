// Texts of strangers in GitHub's Markdown.

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

/** In one line, and no longer than so many characters. */
export function shorten(text: string, most: number): string {
  const folded = text.replace(/\s+/g, ' ').trim()
  const characters = [...folded]
  return characters.length > most ? `${characters.slice(0, most).join('')} …` : folded
}

/** In an element where GitHub looks neither for people that are mentioned nor for references. */
export const code = (text: string) => `<code>${inert(text)}</code>`

/** Everything that Markdown or HTML could read as markup becomes a character reference; what a person cannot see becomes U+FFFD. */
export function inert(text: string): string {
  return text
    .toWellFormed()
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, '\uFFFD')
    .replace(/[!-'*+./:-@[-`{-~]/g, (character) => `&#${character.codePointAt(0)};`)
}

/** The label alone when the address is none that a browser should follow. */
export function link(url: string | undefined, label: string): string {
  const parsed = url === undefined ? null : URL.parse(url)
  if (!parsed || !/^https?:$/.test(parsed.protocol)) return label
  return `<a href="${parsed.href.replaceAll('&', '&amp;').replaceAll('|', '%7C').replaceAll('`', '%60')}">${label}</a>`
}
