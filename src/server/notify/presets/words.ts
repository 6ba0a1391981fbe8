// A notice in plain words, the same for every chat.
import type { Notice } from '../notice.ts'
import { line } from './text.ts'

const WHAT = { access: 'A session', statement: 'A statement', deployment: 'A deployment' } as const
const HOW = {
  waiting: 'waits for approval',
  approved: 'was approved',
  denied: 'was denied',
  expired: 'was not answered in time',
  withdrawn: 'does not wait any more',
} as const

/** Our words only. */
export function titleOf({ data }: Notice): string {
  return `${WHAT[data.kind]} ${HOW[data.state]}`
}

export const waits = ({ data }: Notice): boolean => data.state === 'waiting'

/** Names are ours, values a stranger's: each on one line, made visible and cut. */
export function factsOf({ data }: Notice): readonly (readonly [string, string])[] {
  const facts: readonly (readonly [string, string])[] = [
    ['Repository', data.ref ? `${data.repository} (${data.ref})` : data.repository],
    ['Target', data.targets.join(', ')],
    ['Environment', data.environment ?? ''],
    ['Commit', data.commit ?? ''],
    ['Started by', data.started_by.join(', ')],
    ['Access rule', data.access],
    ['Held by', data.rules.join(', ')],
    ['Approvers', data.min > 1 ? `${data.approvers.join(', ')} (${data.min})` : data.approvers.join(', ')],
    ['Decided by', data.decided_by.join(', ')],
    ['Until', data.state === 'waiting' ? data.expires_at : ''],
  ]
  return facts.filter(([, value]) => value !== '').map(([name, value]) => [name, line(value, MOST)])
}

const MOST = 500
