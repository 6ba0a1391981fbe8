const EVERY_MS = 1000

/** `<time data-until datetime=…>` says how much is left. */
export function countDown(document: Document): void {
  showTimes(document)
  setInterval(() => showTimes(document), EVERY_MS)
}

export function showTimes(document: Document): void {
  for (const element of document.querySelectorAll<HTMLTimeElement>('time[data-until]'))
    element.textContent = left(Date.parse(element.dateTime) - Date.now())
  for (const element of document.querySelectorAll<HTMLTimeElement>('time:not([data-until])'))
    element.title ||= new Date(element.dateTime).toLocaleString()
}

function left(ms: number): string {
  if (ms <= 0) return 'over'
  const seconds = Math.floor(ms / 1000)
  const minutes = Math.floor(seconds / 60)
  if (minutes >= 60) return `${Math.floor(minutes / 60)} h ${minutes % 60} min left`
  return minutes > 0 ? `${minutes} min ${seconds % 60} s left` : `${seconds} s left`
}
