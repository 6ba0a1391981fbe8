// What waits for a person, and what they decide on.
import { html } from 'hono/html'
import type { HeldStatement } from '../../core/approval.ts'
import { inWords } from '../../core/words.ts'
import type { Detail, Summary } from '../approvals/view.ts'
import type { SignedIn } from '../people/signed-in.ts'

import { excerpt } from './excerpt.ts'
import { job } from './job.ts'
import { csrf, facts, type Html, page, time } from './layout.ts'
import { sql } from './sql.ts'

export function approvalsPage(
  by: SignedIn,
  list: readonly Summary[],
  all: boolean,
  more: string | undefined,
): Html {
  const path = all ? '/approvals?state=all' : '/approvals'
  return page({
    title: all ? 'All requests' : 'Waiting for approval',
    by,
    at: '/approvals',
    body: html`<p><a href="${all ? '/approvals' : '/approvals?state=all'}">${all ? 'Only those that wait' : 'Decided ones too'}</a></p>
<section id="list" data-live="${path}" aria-live="polite">${list.length === 0 ? html`<p class="quiet">Nothing waits.</p>` : table(list)}</section>
${more === undefined ? '' : html`<p><a href="/approvals?state=all&amp;before=${more}">Older ones</a></p>`}`,
  })
}

function table(list: readonly Summary[]): Html {
  return html`<table class="list">
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

function whatOf({ kind, statement, access, environment }: Summary): string {
  if (kind === 'deployment') return `Deployment: ${environment}`
  return statement === undefined ? `Session: ${access}` : excerpt(statement, 160)
}

function state(each: Summary): Html {
  const left = each.state === 'waiting' ? html`<br>${time(Date.parse(each.expires_at), { until: true })}` : ''
  return html`<span class="state ${each.state}">${each.state}</span>${left}`
}

const TITLE = {
  access: 'A session waits',
  statement: 'A statement waits',
  deployment: 'A deployment waits',
} as const

export function approvalPage(by: SignedIn, detail: Detail): Html {
  const held = detail.kind === 'statement' ? (detail.request.statement as HeldStatement) : undefined
  return page({
    title: TITLE[detail.kind],
    by,
    at: '/approvals',
    body: html`<section id="state" data-live="/approvals/${detail.id}" aria-live="polite">
${facts([
  ['State', state(detail)],
  ['Target', detail.targets.join(', ')],
  ['Access rule', detail.access],
  ['Approvers', `${detail.approvers.join(', ')}${detail.min > 1 ? ` (${detail.min} must agree)` : ''}`],
  ...detail.decisions.map(
    (each) =>
      [
        each.decision === 'approved' ? 'Approved by' : 'Denied by',
        html`${each.name}, ${time(Date.parse(each.at))}${each.reason ? html`: ${each.reason}` : ''}`,
      ] as const,
  ),
])}
</section>
${held ? statement(held) : ''}
<h2>The job</h2>
${job({
  claims: { ref: detail.ref, ...((detail.request.claims ?? {}) as Record<string, string>) },
  repository: detail.repository,
  startedBy: detail.started_by,
  session:
    detail.kind === 'statement'
      ? html`<a href="/sessions/${detail.session}">${detail.session}</a>`
      : detail.kind === 'deployment'
        ? ''
        : detail.session,
})}
<section id="decision" data-live="/approvals/${detail.id}">${detail.state === 'waiting' ? decision(by, detail) : ''}</section>`,
  })
}

function statement(held: HeldStatement): Html {
  const { transaction, source, parameters, findings, hints, effects, redacted, sha256 } = held
  return html`<h2>The statement</h2>
${source ? html`<p><code>${source.file}:${source.line}</code></p>` : ''}
${sql(held.text)}
${redacted ? html`<p class="note">This is not all of it: literals are hidden, or it was cut. SHA-256 of all: <code>${sha256}</code></p>` : ''}
${hints.length > 0 ? html`<p>Its author says: ${hints.map((hint) => html`<q>${hint}</q> `)}</p>` : ''}
${
  parameters
    ? html`<h2>Values</h2><ol>${parameters.values.map((value) => html`<li>${value === null ? html`<em>NULL</em>` : html`<code>${value}</code>`}</li>`)}</ol>`
    : ''
}
<h2>Why it is held</h2>
<ul>${findings.map(({ rule, reason, hint, verdict }) => html`<li><strong>${rule}</strong>${verdict === 'warn' ? ' (a warning)' : ''}: ${reason}${hint ? html`<br><span class="quiet">${hint}</span>` : ''}</li>`)}</ul>
<h2>What it would do</h2>
<ul>${effects.map((effect) => html`<li>${inWords(effect)}</li>`)}</ul>
<h2>Its transaction</h2>
${
  transaction.state === 'none'
    ? html`<p>None: it runs on its own.</p>`
    : facts([
        ['Open for', `${Math.round(transaction.age / 1000)} s, ${transaction.statements} statements`],
        [
          'Locked while it waits',
          transaction.locks.length === 0
            ? 'no table against others'
            : html`${transaction.locks.map(({ relation, lock }) => html`<div><strong>${relation}</strong> (${lock})</div>`)}`,
        ],
      ])
}`
}

function decision({ login }: SignedIn, detail: Detail): Html {
  if (!detail.may_decide)
    return html`<h2>Your decision</h2><p class="note">You cannot decide this: ${detail.why_not}.</p>`
  return html`<h2>Your decision</h2>
<form class="decide" method="post" action="/approvals/${detail.id}">
${csrf(login)}<input type="hidden" name="request_sha256" value="${detail.request_sha256}">
<label>Why <span class="quiet">(kept in the record, told to the job; needed to deny)</span>
<textarea name="reason" rows="2" maxlength="1000"></textarea></label>
${
  detail.kind === 'statement'
    ? html`<label><input type="checkbox" name="scope" value="session"> Equal statements of this session need not ask again</label>`
    : ''
}
<div class="buttons"><button class="yes" name="decision" value="approved">Approve</button><button class="no" name="decision" value="denied">Deny</button></div>
</form>`
}
