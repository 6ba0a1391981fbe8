// A terminal session, played: the only page that may compile WebAssembly, which the player is.
import { html } from 'hono/html'
import type { SignedIn } from '../../people/signed-in.ts'
import type { Shown } from '../../sessions/output.ts'
import { type Entry, text } from '../../sessions/timeline.ts'
import type { SessionView } from '../../sessions/view.ts'
import { excerpt } from '../excerpt.ts'
import { type Html, PLAYER, page } from '../layout.ts'
import { outputPart } from './output.ts'

export interface ReplayOptions {
  readonly by: SignedIn
  readonly view: SessionView
  readonly entry: Entry & { readonly event: NonNullable<Entry['event']> }
  readonly shown: Shown
}

export function replayPage({ by, view, entry, shown }: ReplayOptions): Html {
  const { id, repository } = view.row
  const { event, number } = entry
  const cast = `/sessions/${id}/replay.cast?event=${number}`
  return page({
    title: `Replay of ${repository}`,
    by,
    at: '/sessions',
    assets: PLAYER,
    body: html`<nav class="steps" aria-label="Events"><a href="/sessions/${id}">The session</a>
<a href="/sessions/${id}?event=${number}">Event ${number}</a></nav>
<p><code>${excerpt(text(event, 'text'), 300)}</code></p>
<div class="replay" data-cast="${cast}" data-label="Replay of the terminal"><p class="quiet">Loading the player…</p></div>
<noscript><p class="note">Without JavaScript it is not played. What it showed stands below.</p></noscript>
<p class="quiet">Made from the record, which is the evidence. Pauses are cut to two seconds.
<a href="${cast}" download="session-${id}-${number}.cast">Download as asciicast</a></p>
<h2>What it showed</h2>${outputPart(shown, Date.parse(event.t))}`,
  })
}
