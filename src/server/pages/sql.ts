import { html } from 'hono/html'
import { highlight } from '../../core/highlight.ts'
import type { Html } from './layout.ts'

/** A command as it stands: words of SQL mean nothing in it. */
export function plain(text: string): Html {
  return html`<pre tabindex="0"><code>${text}</code></pre>`
}

/** SQL with its keywords, literals and comments coloured. */
export function sql(text: string): Html {
  const pieces = highlight(text).map(({ text: part, kind }) =>
    kind ? html`<span class="${kind}">${part}</span>` : part,
  )
  return html`<pre tabindex="0"><code>${pieces}</code></pre>`
}
