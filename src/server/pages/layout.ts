// Every page: one document, no inline script or style, nothing from elsewhere.
import { createHash } from 'node:crypto'
import { html, raw } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import { spelled } from '../../core/spelled.ts'
import { SCRIPT as PLAYER_SCRIPT, STYLE as PLAYER_STYLE } from '../../recording/replay/bundle.ts'
import type { SignedIn } from '../people/signed-in.ts'
import { SCRIPT, STYLE } from './bundle.ts'

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>

/** Content under an address that changes with it, so that it may be kept for ever. */
export const ASSETS: Readonly<Record<string, { readonly type: string; readonly body: string }>> =
  Object.fromEntries([
    asset('app.js', 'text/javascript; charset=utf-8', SCRIPT),
    asset('app.css', 'text/css; charset=utf-8', STYLE),
    asset('replay.js', 'text/javascript; charset=utf-8', PLAYER_SCRIPT),
    asset('replay.css', 'text/css; charset=utf-8', PLAYER_STYLE),
  ])

const [script = '', style = '', playerScript = '', playerStyle = ''] = Object.keys(ASSETS)

/** What a page needs to play a terminal; no other one loads it. */
export const PLAYER = { script: playerScript, style: playerStyle } as const

function asset(name: string, type: string, body: string): [string, { type: string; body: string }] {
  const digest = createHash('sha256').update(body).digest('hex').slice(0, 16)
  return [`/assets/${digest}-${name}`, { type, body }]
}

export interface PageOptions {
  readonly title: string
  /** What the page begins with, when it is not the title. */
  readonly heading?: string
  /** Who looks; absent on pages for nobody in particular. */
  readonly by?: SignedIn
  /** The entry of the navigation that this page belongs to. */
  readonly at?: string
  /** A script and a style of its own. */
  readonly assets?: { readonly script: string; readonly style: string }
  readonly body: Html
}

const NAVIGATION = [
  ['/approvals', 'Approvals', 'viewer'],
  ['/sessions', 'Sessions', 'viewer'],
  ['/policy', 'Policy', 'admin'],
] as const

/** Characters that nobody would see, or that turn text around, are spelled out wherever they stand. */
export async function page(options: PageOptions): Promise<HtmlEscapedString> {
  return raw(spelled(String(await whole(options))))
}

function whole({ title, heading = title, by, at, assets, body }: PageOptions): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Sluice</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${style}">
<script type="module" src="${script}"></script>${assets ? html`<link rel="stylesheet" href="${assets.style}"><script type="module" src="${assets.script}"></script>` : ''}
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header><strong>Sluice</strong>${by ? navigation(by, at) : ''}</header>
<main id="main"><h1>${heading}</h1>${body}</main>
</body>
</html>`
}

function navigation({ person, login }: SignedIn, at: string | undefined): Html {
  const mine = NAVIGATION.filter(([, , role]) => person.roles.has(role))
  const links = mine.map(([path, name]) =>
    at === path
      ? html`<a href="${path}" aria-current="page">${name}</a>`
      : html`<a href="${path}">${name}</a>`,
  )
  return html`<nav aria-label="Pages">${links}</nav>
<form method="post" action="/sign-out"><a href="/account">${person.name}</a>${csrf(login)}<button>Sign out</button></form>`
}

/** What every form carries, so that no other site can send it. */
export function csrf({ csrf: token }: SignedIn['login']): Html {
  return html`<input type="hidden" name="csrf" value="${token ?? ''}">`
}

/** Milliseconds as a `<time>`. */
export function time(ms: number): Html {
  const { text, shown } = utc(ms)
  return html`<time datetime="${text}">${shown}</time>`
}

/** A moment that the page counts down to, by the server's clock: it stands in a section that is `liveFrom` somewhere. */
export function deadline(ms: number): Html {
  const { text, shown } = utc(ms)
  return html`<time datetime="${text}" data-until>until ${shown}</time>`
}

function utc(ms: number): { text: string; shown: string } {
  const text = new Date(ms).toISOString()
  return { text, shown: `${text.slice(0, 19).replace('T', ' ')} UTC` }
}

/** Attributes of a section with an id that the page keeps fresh from `path`, whenever `events` says so. */
export function liveFrom(path: string, now: number, events = '/live'): Html {
  return html`data-live="${path}" data-events="${events}" data-now="${now}"`
}

/** Names and values in two columns; entries without a value are left out. */
export function facts(entries: readonly (readonly [string, Html | string | undefined])[]): Html {
  const shown = entries.filter(([, value]) => value !== undefined && value !== '')
  return html`<dl class="facts">${shown.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`
}
