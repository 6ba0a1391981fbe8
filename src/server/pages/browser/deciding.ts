// A decision is sent once, and what was written survives a sign-in that ended meanwhile.

const AGAIN_MS = 5000

/** `kept` belongs to this tab; the page's address is the key. */
export function deciding(document: Document, kept: Storage): void {
  const key = `reason:${document.location.pathname}`
  const reason = document.querySelector<HTMLTextAreaElement>('form.decide [name=reason]')
  if (reason) reason.value ||= kept.getItem(key) ?? ''
  else if (document.getElementById('decision')) kept.removeItem(key)
  // The form may be made anew while the page is open.
  document.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLTextAreaElement && target.name === 'reason') kept.setItem(key, target.value)
  })
  document.addEventListener('click', ({ target }) => {
    if (!(target instanceof HTMLButtonElement) || target.name !== 'decision') return
    const field = target.form?.querySelector<HTMLTextAreaElement>('[name=reason]')
    if (field) field.required = target.value === 'denied'
  })
  document.addEventListener('keydown', (event) => {
    const { key, target } = event
    if (key === 'Enter' && target instanceof HTMLInputElement && target.closest('form.decide [name=scope]'))
      event.preventDefault()
  })
  sendOnce(document)
}

/** A second tap would be told that it came too late. */
function sendOnce(document: Document): void {
  let sent = false
  document.addEventListener('submit', (event) => {
    if (!(event.target instanceof HTMLFormElement) || !event.target.matches('form.decide')) return
    if (sent) return event.preventDefault()
    sent = true
    setTimeout(() => {
      sent = false
    }, AGAIN_MS)
  })
}
