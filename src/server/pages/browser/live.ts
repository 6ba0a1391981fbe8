// A part of the page that shows what changes is fetched anew when the server says so.
import { showTimes } from './time.ts'

/**
 * `<section id=… data-live="/path">`: its content comes from there, whenever `data-events` (`/live` when absent) has an
 * event.
 */
export function live(document: Document): void {
  const parts = [...document.querySelectorAll<HTMLElement>('[data-live]')]
  if (parts.length === 0) return
  const events = new EventSource(parts[0]?.dataset.events ?? '/live')
  const paths = Map.groupBy(parts, (part) => part.dataset.live ?? '')
  const shown = new WeakMap<HTMLElement, string>()
  let due = false
  let running = false
  const refresh = async () => {
    due = true
    if (running) return
    running = true
    while (due) {
      due = false
      await Promise.all([...paths].map(([path, own]) => fill(path, own, shown)))
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

async function fill(
  path: string,
  parts: readonly HTMLElement[],
  shown: WeakMap<HTMLElement, string>,
): Promise<void> {
  // Who is signed out is not sent to sign in from here: that would end the sign-in that they may have begun.
  const init = { headers: { accept: 'text/html' }, redirect: 'manual' } as const
  const response = await fetch(path, init).catch(() => undefined)
  if (!response?.ok) return
  const page = new DOMParser().parseFromString(await response.text(), 'text/html')
  for (const part of parts) {
    const fresh = page.getElementById(part.id)
    if (!fresh || isUsed(part) || shown.get(part) === fresh.innerHTML) continue
    shown.set(part, fresh.innerHTML)
    const at = focusIn(part)
    part.replaceChildren(...fresh.childNodes)
    if (at !== undefined) part.querySelector<HTMLElement>(`a[href="${CSS.escape(at)}"]`)?.focus()
  }
  showTimes(document)
}

/** What somebody types in stays where it is. */
function isUsed(part: HTMLElement): boolean {
  const { activeElement: focus } = document
  return part.contains(focus) && (focus?.matches('textarea, input, select') ?? false)
}

/** The link that somebody is at, so that they still are when it is made anew. */
function focusIn(part: HTMLElement): string | undefined {
  const { activeElement: focus } = document
  return part.contains(focus) ? (focus?.getAttribute('href') ?? undefined) : undefined
}
