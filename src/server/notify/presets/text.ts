// What jobs have written, for chats: nothing in it may look like something else, mention somebody or move text around.

/** Control and format characters (also those that turn the direction of text) as `\u{…}`; lines stay. */
export function visible(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replace(
      /[^\P{Cc}\n]|\p{Cf}|[\u2028\u2029]/gu,
      (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`,
    )
}

/** On one line. */
export function line(text: string, most: number): string {
  return cut(visible(text).replaceAll('\n', ' '), most)
}

export function cut(text: string, most: number): string {
  const whole = [...text]
  return whole.length > most ? `${whole.slice(0, most - 1).join('')}…` : text
}
