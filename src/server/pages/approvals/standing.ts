// How a request stands, in words.
import { html } from 'hono/html'
import type { Detail } from '../../approvals/view.ts'
import { deadline, type Html } from '../layout.ts'

const KIND = { access: 'A session', statement: 'A statement', deployment: 'A deployment' } as const

const TITLE: Readonly<Record<Detail['state'], string>> = {
  waiting: 'waits',
  approved: 'was approved',
  redeemed: 'was approved',
  denied: 'was denied',
  expired: 'had no answer in time',
  withdrawn: 'was withdrawn',
}

export function titleOf({ kind, state }: Detail): string {
  return `${KIND[kind]} ${TITLE[state]}`
}

/** One sentence. `data-say`: the page reads it out when it changes. */
export function banner(detail: Detail): Html {
  const { state, expires_at } = detail
  const left = state === 'waiting' ? html` <span class="left">${deadline(Date.parse(expires_at))}</span>` : ''
  return html`<p class="banner ${state}"><strong data-say>${said(detail)}</strong>${left}</p>`
}

function said({ kind, state, decisions, approvers, min, scope }: Detail): string {
  const by = decisions.map(({ name }) => name).join(' and ')
  switch (state) {
    case 'waiting':
      return `Waits for ${approvers.join(' or ')}${min > 1 ? `: ${decisions.length} of ${min} have approved` : ''}.`
    case 'approved':
      return `Approved by ${by}${scope === 'session' ? ', for equal statements of this session, too' : ''}.`
    case 'redeemed':
      return `Approved by ${by}, and the job has its session.`
    case 'denied':
      return `Denied by ${decisions.findLast(({ decision }) => decision === 'denied')?.name ?? by}.`
    case 'expired':
      return 'Nobody decided in time. Nothing was given, and the job was told.'
    case 'withdrawn':
      return kind === 'statement'
        ? 'Withdrawn: who sent this statement has gone or given up. It did not run, and there is nothing to decide.'
        : 'Withdrawn: nobody waits for it any more, and there is nothing to decide.'
  }
}
