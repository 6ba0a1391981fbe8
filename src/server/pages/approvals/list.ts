// What waits for a person, newest first.
import { html } from 'hono/html'
import type { Summary } from '../../approvals/view.ts'
import type { SignedIn } from '../../people/signed-in.ts'
import { statementExcerpt } from '../excerpt.ts'
import { deadline, type Html, liveFrom, page } from '../layout.ts'

export interface ListOptions {
  readonly by: SignedIn
  readonly list: readonly Summary[]
  /** Decided ones are in it, too. */
  readonly all: boolean
  /** All that wait now, on this page or not. */
  readonly waiting: number
  /** The last request of the page before this one. */
  readonly before: string | undefined
  readonly more: boolean
  readonly now: number
}

export function approvalsPage(options: ListOptions): Html {
  const { by, list, all, waiting, before, more, now } = options
  const here = pathOf(all, before)
  const heading = all ? 'All requests' : 'Waiting for approval'
  return page({
    title: waiting > 0 ? `(${waiting}) ${heading}` : heading,
    heading,
    by,
    at: '/approvals',
    body: html`<section id="list" ${liveFrom(here, now)}>
<p><span data-say>${waitInWords(waiting)}</span> <a href="${pathOf(!all)}">${all ? 'Only those that wait' : 'Decided ones too'}</a></p>
${list.length === 0 ? '' : table(list)}
${before || more ? html`<nav class="steps" aria-label="Pages of requests">${before ? html`<a href="${pathOf(all)}">Newest</a>` : ''}${more ? html`<a href="${pathOf(all, list.at(-1)?.id)}">Older ones</a>` : ''}</nav>` : ''}</section>`,
  })
}

function waitInWords(waiting: number): string {
  if (waiting === 0) return 'Nothing waits.'
  return waiting === 1 ? 'One request waits.' : `${waiting.toLocaleString('en')} requests wait.`
}

function pathOf(all: boolean, before?: string): string {
  const asked = [...(all ? ['state=all'] : []), ...(before ? [`before=${before}`] : [])]
  return asked.length === 0 ? '/approvals' : `/approvals?${asked.join('&')}`
}

function table(list: readonly Summary[]): Html {
  return html`<table class="list requests">
<thead><tr><th scope="col">What</th><th scope="col">For</th><th scope="col">Job</th><th scope="col">State</th></tr></thead>
<tbody>${list.map(
    (each) => html`<tr>
<td><a href="/approvals/${each.id}">${whatOf(each)}</a>
${each.rules ? html`<br><span class="quiet">${each.rules.join(', ')}</span>` : ''}</td>
<td>${each.environment ?? each.targets.join(', ')}</td>
<td>${each.repository}<br><span class="quiet">${each.ref}, ${each.started_by.join(', ')}</span></td>
<td>${state(each)}</td>
</tr>`,
  )}</tbody></table>`
}

function whatOf({ kind, statement, protocol, access, environment }: Summary): Html | string {
  if (kind === 'deployment') return `Deployment: ${environment}`
  if (statement === undefined) return `Session: ${access}`
  return html`<code>${statementExcerpt(statement, 160, protocol !== 'postgres')}</code>`
}

function state(each: Summary): Html {
  const waits = each.state === 'waiting'
  return html`<span class="state ${each.state}">${each.state}</span>${waits ? html`<br>${deadline(Date.parse(each.expires_at))}` : ''}${waits && !each.may_decide ? html`<br><span class="quiet">not yours to decide</span>` : ''}`
}
