/** The known word that differs least from `word`, when it is near enough to be meant. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const limit = Math.max(1, Math.floor(word.length / 3))
  let best: string | undefined
  let least = limit + 1
  if (word.length > 64) return undefined
  for (const candidate of known) {
    const distance = edits(
      word.toLowerCase().replaceAll('-', '_'),
      candidate.toLowerCase().replaceAll('-', '_'),
    )
    if (distance < least) [best, least] = [candidate, distance]
  }
  return best
}

/** `Did you mean "x"? Known: …`: the cure for an unknown name. */
export function suggest(word: string, known: readonly string[], none: string): string {
  if (known.length === 0) return none
  const meant = nearest(word, known)
  const list = `Known: ${known.slice(0, 40).join(', ')}${known.length > 40 ? ', …' : ''}`
  return meant === undefined ? list : `Did you mean "${meant}"? ${list}`
}

/** Damerau-Levenshtein distance with adjacent transpositions. */
function edits(a: string, b: string): number {
  let [before, previous] = [[] as number[], Array.from({ length: b.length + 1 }, (_, index) => index)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1
      let cost = Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + change)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, before[j - 2]! + 1)
      row.push(cost)
    }
    ;[before, previous] = [previous, row]
  }
  return previous[b.length]!
}
