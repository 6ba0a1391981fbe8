// What the session was, on one glance.
import type { Summary } from '../../summary.ts'
import { facts, h, link } from './dom.ts'
import type { Entries } from './entries.ts'
import { jobLinks } from './links.ts'
import { recordsOf, textOf } from './members.ts'
import { eventOf, type Source } from './source.ts'
import { grouped, timeInWords } from './words.ts'

export function overviewOf(source: Source, { summary, connections }: Entries): HTMLElement[] {
  const { claims, access, statements, refused, held, masked, from, to, reason } = summary
  const start = source.count > 0 ? eventOf(source.line(0)) : undefined
  const links = jobLinks(claims)
  const open = Math.max(summary.connections, connections.size)
  return [
    figures([
      [statements, statements === 1 ? 'statement' : 'statements'],
      [refused, 'refused', 'bad'],
      [held, 'held', 'wait'],
      [masked, masked === 1 ? 'value masked' : 'values masked', 'good'],
      [open, open === 1 ? 'connection' : 'connections'],
    ]),
    facts([
      ['Session', textOf(start?.session)],
      ...recordsOf(start?.targets).map((target) => ['Target', targetOf(target)] as const),
      ['Access rule', access],
      ['Repository', claims.repository && link(links.repository, claims.repository)],
      ['Project', claims.project_path],
      ['Ref', claims.ref],
      ['Commit', claims.sha && link(links.commit, claims.sha)],
      ['Pull request', claims.base_ref && `${claims.head_ref ?? '?'} → ${claims.base_ref}`],
      ['Workflow', claims.workflow_ref ?? claims.ci_config_ref_uri],
      ['Run', claims.run_id && link(links.run, runOf(claims))],
      ['Pipeline', claims.pipeline_id],
      ['Environment', claims.environment],
      ['Started by', [claims.actor, claims.user_login].filter(Boolean).join(', ')],
      ['Time', from && to && `${timeInWords(Date.parse(from))} to ${timeInWords(Date.parse(to))} UTC`],
      ['Ended', reason ?? 'the record does not say'],
    ]),
    claimsOf(claims, start),
  ]
}

function targetOf(target: Readonly<Record<string, unknown>>): string {
  const { name, database, address, guard, mode } = target
  const where = [textOf(address), textOf(database)].filter(Boolean).join('/')
  return `${textOf(name) ?? '?'} (${where}), guard ${textOf(guard) ?? '?'}${mode === 'observe' ? ', which only observes' : ''}`
}

const runOf = ({ run_id, run_attempt }: Summary['claims']): string =>
  run_attempt === undefined ? `${run_id}` : `${run_id}, attempt ${run_attempt}`

function figures(entries: readonly (readonly [number, string, string?])[]): HTMLElement {
  return h(
    'ul',
    { class: 'figures' },
    ...entries.map(([value, name, tone]) =>
      h('li', {}, h('strong', { class: value > 0 ? (tone ?? '') : '' }, grouped(value)), ` ${name}`),
    ),
  )
}

function claimsOf(claims: Summary['claims'], start: ReturnType<typeof eventOf>): HTMLElement {
  return h(
    'details',
    {},
    h('summary', {}, 'All claims of the job, and the policy'),
    facts([
      ...Object.entries(claims),
      ['Policy, SHA-256', textOf(start?.policy_sha256)],
      ['Sluice', textOf(start?.version)],
      ['Grant until', textOf(start?.expires_at)],
    ]),
  )
}
