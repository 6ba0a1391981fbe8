// What a held statement is, why it waits and what it would do.
import { html } from 'hono/html'
import type { HeldStatement } from '../../../core/approval.ts'
import { inWords, size } from '../../../core/words.ts'
import type { Html } from '../layout.ts'
import { sourceLine } from '../source.ts'
import { plain, sql } from '../sql.ts'
import { locksPart, transactionPart } from './transaction.ts'

/** `claims` are those of its job, as the server verified them. */
export function statement(
  held: HeldStatement,
  claims: Readonly<Record<string, string>>,
  protocol: string | undefined,
): Html {
  const { source, parameters, findings, hints, effects, redacted, sha256 } = held
  // Of a command nobody expects one.
  const transactional = protocol === 'postgres' || held.transaction.state !== 'none'
  return html`<h2>The statement</h2>
${source ? sourceLine(source, claims) : ''}
${protocol === 'postgres' ? sql(held.text) : plain(held.text)}
${redacted ? html`<p class="note">This is not all of it: literals are hidden, or it was cut. SHA-256 of all: <code>${sha256}</code></p>` : ''}
${hints.length > 0 ? html`<p>Its author says: ${hints.map((hint) => html`<q>${hint}</q> `)}</p>` : ''}
${
  parameters
    ? html`<h2>Values</h2><ol>${parameters.values.map((value) => html`<li>${value === null ? html`<em>NULL</em>` : html`<code>${value}</code>`}</li>`)}</ol>${parameters.more ? html`<p class="note">And ${parameters.more.toLocaleString('en')} more values that are not shown here.</p>` : ''}`
    : ''
}
<h2>Why it is held</h2>
<ul>${findings.map(({ rule, reason, hint, verdict }) => html`<li><strong>${rule}</strong>${verdict === 'warn' ? ' (a warning)' : ''}: ${reason}${hint ? html`<br><span class="quiet">${hint}</span>` : ''}</li>`)}</ul>
<h2>${held.ran ? 'What its end would do' : 'What it would do'}</h2>
<ul>${effects.map((effect) => html`<li>${inWords(effect)}</li>`)}</ul>
${tablesPart(held)}
${locksPart(held)}
${transactional ? html`<h2>Its transaction</h2>${transactionPart(held)}` : ''}`
}

/** As the catalogue had them when it was asked. */
function tablesPart({ tables = [] }: HeldStatement): Html {
  if (tables.length === 0) return html``
  return html`<h2>Tables</h2>
<ul>${tables.map(({ relation, rows, bytes }) => html`<li><strong>${relation}</strong>: ${rows === undefined ? 'never counted' : `about ${rows.toLocaleString('en')} rows`}, ${size(bytes)} with indexes</li>`)}</ul>`
}
