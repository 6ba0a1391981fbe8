import type { Secrets } from '../../credentials/provider.ts'
import type { Services } from '../services.ts'
import { carrierFor, type Means, warnOfReceivers } from './receivers.ts'
import { startWorker, type Worker } from './worker.ts'

export interface NotifierOptions {
  readonly secrets: Secrets
  readonly fetch: typeof globalThis.fetch
  /** From 0 to below 1. */
  readonly random: () => number
}

/** Starts telling the receivers of the policy file. */
export function startNotifier(services: Services, { secrets, fetch, random }: NotifierOptions): Worker {
  const { config, clock, log } = services
  const means: Means = { secrets, fetch, clock }
  const carriers = new Map(
    config.server.notify.map((receiver) => [receiver.name, carrierFor(receiver, means)]),
  )
  warnOfReceivers(config.server.notify, { secrets, log })
  return startWorker(services, { carrier: (lane) => carriers.get(lane), random })
}
