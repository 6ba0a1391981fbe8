// Delivers what stands in the outbox: at least once, in order for each lane, whatever happens in between.
import { describe, SluiceError } from '../../core/errors.ts'
import type { Services } from '../services.ts'
import {
  claimNotice,
  dropNotices,
  dueNotices,
  endNotice,
  type OutboxRow,
  postponeNotice,
} from '../store/outbox.ts'
import type { Outcome } from './post.ts'
import type { Carrier } from './receivers.ts'
import { tellExpired } from './tell.ts'

const FIRST_WAIT_MS = 1000
const LONGEST_WAIT_MS = 3600_000
const GIVE_UP_MS = 24 * 3600_000
/** Longer than an attempt may take: after a crash somebody else takes the row over. */
const LEASE_MS = 30_000
const AT_ONCE = 8
/** Time passes and other servers write as well. */
const LOOK_AGAIN_MS = 1000

export interface Worker {
  /** Waits for the attempts that are under way; what is left is delivered after the next start. */
  close(): Promise<void>
}

export interface WorkerOptions {
  /** Undefined: nobody is behind this lane any more. */
  readonly carrier: (lane: string) => Carrier | undefined
  /** From 0 to below 1. */
  readonly random: () => number
}

type Needs = Pick<Services, 'store' | 'config' | 'clock' | 'log' | 'metrics' | 'changes'>

export function startWorker(services: Needs, options: WorkerOptions): Worker {
  const busy = new Map<string, Promise<void>>()
  let wake = () => {}
  let woken = false
  let over = false
  const nudge = () => {
    woken = true
    wake()
  }
  const leave = services.changes.watch(nudge)
  const pause = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, LOOK_AGAIN_MS)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
      if (woken || over) wake()
    })
  const round = async () => {
    woken = false
    await tellExpired(services)
    await dropOld(services)
    const except = [...busy.keys()]
    const limit = AT_ONCE - busy.size
    if (limit === 0) return
    for (const row of await dueNotices(services.store, services.clock(), { except, limit })) {
      if (over) return
      const done = attempt(services, options, row).catch((error) => report(services, error))
      busy.set(
        row.lane,
        done.then(() => {
          busy.delete(row.lane)
          nudge()
        }),
      )
    }
  }
  const loop = (async () => {
    while (!over) {
      await round().catch((error) => report(services, error))
      await pause()
    }
  })()
  return {
    async close() {
      over = true
      leave()
      wake()
      await loop
      await Promise.all(busy.values())
    },
  }
}

async function attempt(services: Needs, { carrier, random }: WorkerOptions, row: OutboxRow): Promise<void> {
  const { store, clock } = services
  if (!(await claimNotice(store, row, clock() + LEASE_MS))) return
  const carry = carrier(row.lane)
  const outcome = carry
    ? await carry(row).catch((error) => unexpected(error))
    : ({ result: 'refused', reason: 'the policy file does not name it any more' } as const)
  if (outcome.result === 'retry') {
    const wait = outcome.after ?? backoff(row.attempts, random)
    if (clock() + wait < row.created_at + GIVE_UP_MS) {
      await postponeNotice(store, row.seq, clock() + wait)
      return note(services, row, outcome, wait)
    }
  }
  await endNotice(store, row.seq)
  note(services, row, outcome, undefined)
}

/** 1 s, 2 s, 4 s … 1 h, less up to a half, so that receivers are not asked by all at once. */
function backoff(attempts: number, random: () => number): number {
  const whole = Math.min(FIRST_WAIT_MS * 2 ** Math.min(attempts, 20), LONGEST_WAIT_MS)
  return Math.round(whole * (1 - random() / 2))
}

/** Our own errors quote no secret; others might. */
function unexpected(error: unknown): Outcome {
  return { result: 'retry', reason: error instanceof SluiceError ? describe(error) : 'an unexpected error' }
}

function note({ log, metrics }: Needs, row: OutboxRow, outcome: Outcome, wait: number | undefined): void {
  const receiver = receiverOf(row.lane)
  const result = outcome.result === 'delivered' ? 'delivered' : wait === undefined ? 'given-up' : 'retried'
  metrics.notices.inc({ receiver, result })
  if (outcome.result === 'delivered') return
  const told = { receiver, id: row.id, attempt: row.attempts + 1, reason: outcome.reason }
  if (wait !== undefined) {
    log.warn({ ...told, again_in_ms: wait }, 'a notice was not delivered')
    return
  }
  metrics.alerts.inc({ check: 'notice-given-up' })
  log.error({ ...told, alert: 'notice-given-up' }, 'a notice is not delivered any more')
}

/** Behind a head that is tried again, others grow old, too. */
async function dropOld({ store, clock, log, metrics }: Needs): Promise<void> {
  const lanes = await dropNotices(store, clock() - GIVE_UP_MS)
  for (const lane of lanes) metrics.notices.inc({ receiver: receiverOf(lane), result: 'given-up' })
  if (lanes.length === 0) return
  metrics.alerts.inc({ check: 'notice-given-up' }, lanes.length)
  log.error(
    { number: lanes.length, receivers: [...new Set(lanes.map(receiverOf))], alert: 'notice-given-up' },
    'notices were not delivered within a day',
  )
}

/** `github:ID` has a lane for each request. */
const receiverOf = (lane: string): string => lane.split(':')[0] ?? lane

function report({ log }: Needs, error: unknown): void {
  log.error({ err: error }, 'notices cannot be delivered now')
}
