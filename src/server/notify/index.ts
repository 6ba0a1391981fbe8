import type { Secrets } from '../../credentials/provider.ts'
import type { GithubConfig } from '../../policy/config.ts'
import type { Log } from '../log.ts'
import type { Services } from '../services.ts'
import { githubCarrier, privateKey } from './github/answer.ts'
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
  const { notify, github } = config.server
  const answers = github && githubCarrier(services, github, means)
  warnOfReceivers(notify, { secrets, log })
  if (github) warnOfApp(github, { secrets, log })
  const carrier = (lane: string) => (lane.startsWith('github:') ? answers : carriers.get(lane))
  return startWorker(services, { carrier, random })
}

/** A secret that is missing shows when the server starts. */
function warnOfApp(github: GithubConfig, { secrets, log }: { secrets: Secrets; log: Log }): void {
  try {
    secrets(github.webhookSecret)
    privateKey(secrets(github.privateKey).reveal())
  } catch (error) {
    log.error({ err: error }, 'the GitHub App cannot be used')
  }
}
