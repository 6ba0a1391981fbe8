// What the page has to say: aloud for who cannot see that it changed, and on it when it is not kept fresh.

export interface News {
  /** Read out, not shown: it is on the page already. */
  say(text: string): void
  /** Shown until it is over; empty when it is. `signIn` is where to do that. */
  trouble(text: string, signIn?: string): void
}

export function news(document: Document): News {
  const said = status(document, 'unseen')
  const trouble = status(document, 'trouble')
  let shown = ''
  return {
    say(text) {
      said.textContent = text
    },
    trouble(text, signIn) {
      if (text === shown) return
      shown = text
      trouble.textContent = text
      if (signIn === undefined) return
      const link = document.createElement('a')
      link.href = signIn
      link.textContent = 'Sign in again'
      trouble.append(' ', link)
    },
  }
}

function status(document: Document, kind: string): HTMLElement {
  const element = document.createElement('p')
  element.className = kind
  element.role = 'status'
  document.querySelector('h1')?.after(element)
  return element
}
