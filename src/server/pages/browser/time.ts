const EVERY_MS = 1000
const SOON_MS = 120_000

/** `<time data-until datetime=…>` says how much is left. */
export function countDown(document: Document): void {
  showTimes(document)
  setInterval(() => showTimes(document), EVERY_MS)
}

/** Takes over the server's clock from `data-now`: a phone's may be wrong, and its deadline is the server's. */
export function followClock(document: Document, { dataset }: HTMLElement): void {
  const now = Number(dataset.now)
  if (now > 0) document.documentElement.dataset.ahead = String(now - Date.now())
}

export function showTimes(document: Document): void {
  const now = Date.now() + Number(document.documentElement.dataset.ahead ?? 0)
  for (const element of document.querySelectorAll<HTMLTimeElement>('time[data-until]')) {
    const ms = Date.parse(element.dateTime) - now
    element.textContent = left(ms)
    element.classList.toggle('soon', ms < SOON_MS)
  }
  for (const element of document.querySelectorAll<HTMLTimeElement>('time'))
    element.title ||= new Date(element.dateTime).toLocaleString()
}

function left(ms: number): string {
  if (ms <= 0) return 'over'
  const seconds = Math.floor(ms / 1000)
  const minutes = Math.floor(seconds / 60)
  if (minutes >= 60) return `${Math.floor(minutes / 60)} h ${minutes % 60} min left`
  return minutes > 0 ? `${minutes} min ${seconds % 60} s left` : `${seconds} s left`
}
