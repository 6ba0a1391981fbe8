// A part of the page that shows what changes is fetched anew when the server says so.
import { showTimes } from './time.ts'

/** `<section id=… data-live="/path">`: its content comes from there, whenever `/live` has an event. */
export function live(document: Document): void {
  const parts = [...document.querySelectorAll<HTMLElement>('[data-live]')]
  if (parts.length === 0) return
  const events = new EventSource('/live')
  let due = false
  let running = false
  const refresh = async () => {
    due = true
    if (running) return
    running = true
    while (due) {
      due = false
      await Promise.all(parts.map(fill))
    }
    running = false
  }
  events.addEventListener('change', () => void refresh())
  // What happened while the connection was away is seen when it is back.
  let lost = false
  events.addEventListener('error', () => {
    lost = true
  })
  events.addEventListener('open', () => {
    if (lost) void refresh()
    lost = false
  })
}

/** What somebody types in stays where it is: a part with a field that was changed is left alone. */
async function fill(part: HTMLElement): Promise<void> {
  if (part.contains(document.activeElement) && document.activeElement?.matches('textarea, input, select'))
    return
  const response = await fetch(part.dataset.live ?? '', { headers: { accept: 'text/html' } }).catch(
    () => undefined,
  )
  if (!response?.ok) return
  const text = await response.text()
  const page = new DOMParser().parseFromString(text, 'text/html')
  const fresh = page.getElementById(part.id)
  if (fresh) part.replaceChildren(...fresh.childNodes)
  showTimes(document)
}
