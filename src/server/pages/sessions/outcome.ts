// What became of a statement, in a cell.
import { html } from 'hono/html'
import type { AnyEvent } from '../../../recording/reading.ts'
import { readable } from '../../../recording/terminal/plain.ts'
import { countsRows } from '../../../recording/words.ts'
import { count, type Entry, type Outcome, text, texts } from '../../sessions/timeline.ts'
import { type Asked, protocolsOf, type SessionView } from '../../sessions/view.ts'
import { excerpt } from '../excerpt.ts'
import type { Html } from '../layout.ts'

const MOST = 200

/**
 * Whether it is a command and no SQL. Where a session speaks both, what came of it tells; in doubt it is none, for then
 * nothing of its text is left out.
 */
export function isCommand(view: Pick<SessionView, 'start'>, { outcome }: Pick<Entry, 'outcome'>): boolean {
  const spoken = new Set(protocolsOf(view).values())
  if (!spoken.has('ssh')) return false
  return spoken.size === 1 || !/^[A-Z]/.test(outcome.tag)
}

export function verdictCell(event: AnyEvent): Html {
  const verdict = ['allow', 'hold', 'block'].find((each) => each === event.verdict) ?? 'unclear'
  const rules = texts(event, 'rules').slice(0, 10).join(', ')
  return html`<span class="state ${verdict}">${verdict}</span>${event.observed === true ? ' (observed only)' : ''}${rules ? html` <span class="quiet">${excerpt(rules, MOST)}</span>` : ''}`
}

/** `asked` are the requests that the server knows of: only these are linked. */
export function outcomeCell(outcome: Outcome, asked: readonly Asked[]): Html {
  const { runs, tag, rows, bytes, ms, masked, refused, notes } = outcome
  const parts: (Html | string)[] = []
  for (const [id, event] of outcome.asked) parts.push(heldCell(id, event, asked))
  if (refused !== undefined)
    parts.push(
      html`<span class="state block">refused</span>${refused ? ` by ${excerpt(refused, MOST)}` : ''}`,
    )
  if (runs > 0)
    parts.push(
      `${runs > 1 ? `ran ${runs} times, last ` : ''}${excerpt(tag, 60)}, ${countsRows({ tag, rows }) ? many(rows, 'row') : many(bytes, 'byte')}, ${ms} ms`,
    )
  if (masked.size > 0) parts.push(html`<span class="quiet">masked: ${maskedInWords([...masked])}</span>`)
  for (const note of notes.slice(0, 3)) parts.push(noteInWords(note))
  return html`${parts.map((part, index) => (index === 0 ? part : html`<br>${part}`))}`
}

function heldCell(id: string, event: AnyEvent | undefined, asked: readonly Asked[]): Html {
  const known = asked.find(({ approval }) => approval.id === id)
  const said = event ? excerpt(`${text(event, 'decision')} by ${text(event, 'by')}`, MOST) : ''
  if (!known) return html`held${said ? `, ${said}` : ''}`
  const by = known.decisions.map(({ name }) => name).join(', ')
  return html`held: <a href="/approvals/${id}">${known.state}${by ? ` by ${by}` : ''}</a>`
}

/** `email 3, phone 1`. */
export function maskedInWords(columns: readonly (readonly [string, number])[]): string {
  const shown = columns.slice(0, 8).map(([name, cells]) => `${excerpt(name, 80)} ${cells}`)
  return [...shown, ...(columns.length > 8 ? [`and ${columns.length - 8} more`] : [])].join(', ')
}

/** An event that is no statement, or what was said of one. */
export function noteInWords(event: AnyEvent): string {
  const part = (name: string) => excerpt(text(event, name), MOST)
  switch (event.type) {
    case 'session.start':
      return 'the session begins'
    case 'session.end':
      return `the session ends: ${part('reason')}`
    case 'connection.open':
      return `connection ${count(event, 'conn')} to ${part('target')} opens, from ${part('client')} ${part('application')}, TLS ${part('tls')}`
    case 'connection.close':
      return `connection ${count(event, 'conn')} closes: ${part('reason')}; ${many(count(event, 'statements'), 'statement')}`
    case 'result':
      return `result of statement ${where(event)}: ${part('tag')}, ${countsRows(event) ? many(count(event, 'rows'), 'row') : many(count(event, 'bytes'), 'byte')}, ${count(event, 'ms')} ms`
    case 'execute':
      return `statement ${where(event)} runs again with ${many(count(event, 'parameters'), 'parameter')}`
    case 'denied':
      return `statement ${where(event)} is refused by ${part('rule')}`
    case 'held':
      return `statement ${where(event)} is held`
    case 'approval':
      return `request ${part('id')} is ${part('decision')} by ${part('by')} ${part('reason')}`
    case 'error':
      return `error ${part('sqlstate')}: ${part('message')}`
    case 'notice':
      return `notice ${part('sqlstate')}: ${part('message')}`
    case 'transfer':
      return `${count(event, 'bytes')} bytes ${event.direction === 'in' ? 'to the target' : 'from the target'}, SHA-256 ${part('sha256')}`
    case 'output':
      return `statement ${where(event)} shows${event.stream === 'stderr' ? ' on stderr' : ''}: ${excerpt(readable(text(event, 'text')), MOST)}`
    case 'terminal':
      return `the terminal of statement ${where(event)} has ${count(event, 'columns')} columns and ${count(event, 'rows')} lines`
    case 'limit':
      return `limit ${part('limit')}: ${part('detail')}`
    default:
      return excerpt(event.type, 60)
  }
}

function many(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? '' : 's'}`
}

/** Connection and number of the statement. */
function where(event: AnyEvent): string {
  return `${count(event, 'conn')}.${count(event, 'id')}`
}
