// One request, for a person who decides on it in a terminal.

import type { Detail } from '../../client/people.ts'
import { type HeldStatement, heldFrom } from '../../core/approval.ts'
import { plain } from './options.ts'

export function shown(detail: Detail): string {
  const { request } = detail
  const claims = (request.claims ?? {}) as Record<string, string>
  const lines = [
    ...(detail.kind === 'deployment'
      ? [field('Deployment to', detail.environment ?? '')]
      : [field(detail.kind === 'access' ? 'Session' : 'Statement of session', detail.session)]),
    field('State', `${detail.state}, until ${detail.expires_at}`),
    field('Approvers', `${detail.approvers.join(', ')}; ${detail.min} must agree`),
    ...detail.decisions.map(({ name, decision, reason }) =>
      field(decision === 'approved' ? 'Approved by' : 'Denied by', reason ? `${name}: ${reason}` : name),
    ),
    field('Repository', `${detail.repository}@${detail.ref}`),
    field('Started by', detail.started_by.join(', ')),
    ...['sha', 'workflow_ref', 'run_id', 'run_attempt', 'environment', 'event_name'].flatMap((name) =>
      claims[name] ? [field(name, claims[name])] : [],
    ),
    field('Targets', detail.targets.join(', ')),
    field('Access rule', detail.access),
  ]
  const held = detail.kind === 'statement' ? heldFrom(request.statement) : undefined
  return `${[...lines, ...(held ? statement(held) : []), field('Page', detail.uri)].join('\n')}\n`
}

function statement(held: HeldStatement): string[] {
  const { transaction, source, parameters } = held
  return [
    ...(source
      ? [field('File', `${source.file}:${source.line}${source.more ? ` (and ${source.more} more)` : ''}`)]
      : []),
    ...held.findings.map(({ rule, reason }) => field('Rule', `${rule}: ${reason}`)),
    ...held.hints.map((hint) => field('Its author says', hint)),
    field(
      'Transaction',
      transaction.state === 'none'
        ? 'none'
        : `open for ${Math.round(transaction.age / 1000)} s, ${transaction.statements} statements`,
    ),
    ...transaction.locks.map(({ relation, lock }) => field('Locked meanwhile', `${relation} (${lock})`)),
    ...(parameters ? parameters.values.map((value, index) => field(`$${index + 1}`, value ?? 'NULL')) : []),
    ...(parameters?.more ? [field('More values', `${parameters.more}, which are not shown`)] : []),
    field('SHA-256', held.sha256),
    '',
    ...held.text.split(/\r\n|\r|\n/).map((line) => `    ${plain(line)}`),
    ...(held.redacted ? ['    (not all of it is shown: literals are hidden, or it was cut)'] : []),
    '',
  ]
}

function field(name: string, value: string): string {
  return `${`${name}:`.padEnd(18)}${plain(value)}`
}
