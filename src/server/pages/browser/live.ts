// A part of the page that shows what changes is fetched anew when the server says so.
import { type News, news } from './news.ts'
import { followClock, showTimes } from './time.ts'

const AGAIN_MS = 5000
/** A tab that nobody looks at: browsers have few connections for all tabs of a server. */
const REST_MS = 60_000
const GONE = 'This page is not kept fresh: the server cannot be reached. Trying again.'
const SIGNED_OUT = 'You are signed out: this page is not kept fresh, and what you decide does not count.'

/** `<section id=… data-live="/path" data-events="/live">`: its content comes from the path, whenever there is an event. */
export function live(document: Document): void {
  const parts = [...document.querySelectorAll<HTMLElement>('[data-live]')]
  const [first] = parts
  if (!first) return
  followClock(document, first)
  const paths = Map.groupBy(parts, (part) => part.dataset.live ?? '')
  // As the server made it: what is the same the next time stays, with whoever is at it.
  const shown = new WeakMap(parts.map((part) => [part, part.innerHTML]))
  const page = { document, paths, shown, told: news(document) }
  const refresh = oneAtATime(() => freshen(page))
  const begin = () => listen(first.dataset.events ?? '/live', refresh, page.told)
  let end: (() => undefined) | undefined = begin()
  let resting: ReturnType<typeof setTimeout> | undefined
  document.addEventListener('visibilitychange', () => {
    clearTimeout(resting)
    if (document.hidden)
      resting = setTimeout(() => {
        end = end?.()
      }, REST_MS)
    // A tab that was away may have missed that somebody signed out, or in again.
    else if (end) refresh()
    else end = begin()
  })
}

interface Live {
  readonly document: Document
  /** By where they come from. */
  readonly paths: ReadonlyMap<string, readonly HTMLElement[]>
  readonly shown: WeakMap<HTMLElement, string>
  readonly told: News
}

/** Until the function that it returns is called. */
function listen(path: string, refresh: () => void, told: News): () => undefined {
  const events = new EventSource(path)
  let next: (() => undefined) | undefined
  let again: ReturnType<typeof setTimeout> | undefined
  // What happened while the connection was away is seen when it is back.
  let lost = false
  events.addEventListener('change', refresh)
  events.addEventListener('open', () => {
    if (lost) refresh()
    lost = false
  })
  events.addEventListener('error', () => {
    lost = true
    told.trouble(GONE)
    refresh()
    if (events.readyState !== EventSource.CLOSED) return
    // Browsers try again by themselves, but not after an answer that is an error.
    again = setTimeout(() => {
      next = listen(path, refresh, told)
    }, AGAIN_MS)
  })
  return () => {
    clearTimeout(again)
    events.close()
    next?.()
  }
}

/** Asked while it runs, it runs once more. */
function oneAtATime(run: () => Promise<void>): () => void {
  let due = false
  let running = false
  return async () => {
    due = true
    if (running) return
    running = true
    while (due) {
      due = false
      await run()
    }
    running = false
  }
}

async function freshen(page: Live): Promise<void> {
  const before = sentences(page.document)
  const done = await Promise.all([...page.paths].map(([path, parts]) => fill(page, path, parts)))
  if (done.includes('signed-out')) page.told.trouble(SIGNED_OUT, '/')
  else if (done.includes('gone')) page.told.trouble(GONE)
  else page.told.trouble('')
  showTimes(page.document)
  const said = sentences(page.document)
  if (said !== before) page.told.say(said)
}

/** What is worth being read out: never the whole part, and no clock that ticks. */
function sentences(document: Document): string {
  return [...document.querySelectorAll('[data-say]')].map(({ textContent }) => textContent).join(' ')
}

async function fill(
  { document, shown }: Live,
  path: string,
  parts: readonly HTMLElement[],
): Promise<'fresh' | 'gone' | 'signed-out'> {
  // Who is signed out is not sent to sign in from here: that would end the sign-in that they may have begun.
  const init = { headers: { accept: 'text/html' }, redirect: 'manual' } as const
  const response = await fetch(path, init).catch(() => undefined)
  if (response?.type === 'opaqueredirect' || response?.status === 401) return 'signed-out'
  if (!response?.ok) return 'gone'
  const page = new DOMParser().parseFromString(await response.text(), 'text/html')
  for (const part of parts) {
    const fresh = page.getElementById(part.id)
    if (!fresh) continue
    followClock(document, fresh)
    if (shown.get(part) === fresh.innerHTML || staysAsItIs(part, fresh)) continue
    shown.set(part, fresh.innerHTML)
    replace(part, fresh)
  }
  document.title = page.title
  const [heading, freshHeading] = [document.querySelector('h1'), page.querySelector('h1')]
  if (heading && freshHeading && heading.textContent !== freshHeading.textContent)
    heading.textContent = freshHeading.textContent
  return 'fresh'
}

/** What somebody types in stays where it is, as long as it can still be sent. */
function staysAsItIs(part: HTMLElement, fresh: HTMLElement): boolean {
  const { activeElement: focus } = document
  const used = (part.contains(focus) && focus?.matches('textarea, input, select')) || written(part).size > 0
  return used && fresh.querySelector('form') !== null && csrfOf(part) === csrfOf(fresh)
}

/** What was typed, by the name of its field. */
function written(part: HTMLElement): Map<string, string> {
  const fields = [...part.querySelectorAll('textarea')].filter(
    ({ value, defaultValue }) => value !== defaultValue,
  )
  return new Map(fields.map(({ name, value }) => [name, value]))
}

/** A form of an earlier sign-in is refused. */
function csrfOf(part: HTMLElement): string | undefined {
  return part.querySelector<HTMLInputElement>('[name=csrf]')?.value
}

/** Who is at a link still is when it is made anew; who was at something that is gone is led to what came of it. */
function replace(part: HTMLElement, fresh: HTMLElement): void {
  const { activeElement: focus } = document
  const inside = part.contains(focus) && focus !== part
  const href = focus?.getAttribute('href')
  const typed = written(part)
  part.replaceChildren(...fresh.childNodes)
  for (const field of part.querySelectorAll('textarea')) field.value = typed.get(field.name) ?? field.value
  if (!inside) return
  const again = href ? part.querySelector<HTMLElement>(`a[href="${CSS.escape(href)}"]`) : null
  const next = again ?? document.querySelector<HTMLElement>('[data-live][tabindex]')
  next?.focus({ preventScroll: again !== null })
}
