// The player for two kinds of pages: the report calls it, on the server's a place names its asciicast.
import { replay } from './replay.ts'

Object.assign(globalThis, { sluiceReplay: replay })

for (const place of document.querySelectorAll<HTMLElement>('[data-cast]')) void load(place)

async function load(place: HTMLElement): Promise<void> {
  const { cast = '', label = 'Replay' } = place.dataset
  try {
    const answer = await fetch(cast)
    if (!answer.ok) throw new Error(`the server answers ${answer.status}`)
    await replay(place, await answer.text(), label)
  } catch (error) {
    const why = error instanceof Error ? error.message : 'unknown error'
    place.textContent = `It cannot be played here (${why}). What it showed stands below.`
  }
}
