// What a command showed, as text with times; both of its streams are told apart.
import { html } from 'hono/html'
import { isShort, sinceInWords, sizeInWords, transcriptOf } from '../../../recording/terminal/transcript.ts'
import type { Shown } from '../../sessions/output.ts'
import type { Html } from '../layout.ts'

/** Characters that are put on a page. */
const MOST = 200_000

/** `from` is when the statement was asked, in milliseconds. */
export function outputPart({ events, complete }: Shown, from: number): Html {
  const transcript = transcriptOf(events, Number.isNaN(from) ? undefined : from, MOST)
  const more = transcript.cut || !complete
  if (transcript.segments.length === 0)
    return html`<p class="quiet">${complete ? 'Nothing.' : 'Nothing near it: the record is long.'}</p>`
  return html`<details class="output" ${isShort(transcript) ? html`open` : ''}><summary>As text: ${sizeInWords(transcript)}</summary>
<div class="pieces" tabindex="0" role="region" aria-label="Output as text">${transcript.segments.map(
    ({ at, stream, text }) =>
      html`<div class="piece ${stream}"><span class="quiet">${sinceInWords(at)}${stream === 'stderr' ? ' stderr' : ''}</span><pre>${text}</pre></div>`,
  )}</div></details>
${more ? html`<p class="note">There is more of it: the download of the record has all.</p>` : ''}`
}
