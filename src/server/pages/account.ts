import { html } from 'hono/html'
import type { SignedIn } from '../people/signed-in.ts'
import type { Login } from '../store/logins.ts'
import { csrf, facts, type Html, page, time } from './layout.ts'

/** `made` is a new token: it is shown this once. */
export function accountPage(by: SignedIn, tokens: readonly Login[], made?: string): Html {
  const { person } = by
  return page({
    title: 'Your account',
    by,
    body: html`${facts([
      ['Name', person.name],
      ['Id', person.id],
      ['Groups', person.groups.join(', ') || 'none'],
      ['Roles', [...person.roles].join(', ') || 'none'],
    ])}
<h2>Personal tokens</h2>
<p>For <code>sluice approvals</code>, <code>sluice approve</code> and <code>sluice deny</code>. A token may do what you may do.</p>
${made === undefined ? '' : html`<p class="note">Copy it now, it is not shown again:<br><code>${made}</code></p>`}
${tokens.length === 0 ? html`<p class="quiet">You have none.</p>` : list(by, tokens)}
<form class="decide" method="post" action="/account/tokens">${csrf(by.login)}
<label>Name <input name="name" required maxlength="100"></label>
<label>Days <input name="days" type="number" min="1" max="30" value="1" required></label>
<div class="buttons"><button class="yes">Make a token</button></div></form>`,
  })
}

function list({ login }: SignedIn, tokens: readonly Login[]): Html {
  return html`<table class="list"><thead><tr><th scope="col">Name</th><th scope="col">Until</th><th scope="col">End it</th></tr></thead>
<tbody>${tokens.map(
    ({ hash, name, expires_at }) => html`<tr><td>${name}</td><td>${time(expires_at)}</td>
<td><form method="post" action="/account/tokens/${hash.slice(0, 16)}/end">${csrf(login)}<button class="no">End ${name}</button></form></td></tr>`,
  )}</tbody></table>`
}
