import { join } from 'node:path'
import { SluiceError } from '../core/errors.ts'
import { VERSION } from '../core/version.ts'
import type { Secrets } from '../credentials/provider.ts'
import { createVerifier } from '../identity/verify.ts'
import type { Config, ServerConfig } from '../policy/config.ts'
import { signingKey } from '../recording/chain.ts'
import { createApp } from './app.ts'
import { createChanges } from './approvals/changes.ts'
import { startedBy } from './approvals/starter.ts'
import { type CredentialsOptions, createCredentials } from './credentials.ts'
import { listen } from './listen.ts'
import type { Log } from './log.ts'
import { createMetrics } from './metrics.ts'
import { githubWebhook } from './notify/github/webhook.ts'
import { startNotifier } from './notify/index.ts'
import { forRecords } from './oauth/authorise.ts'
import { LOCAL_ADMIN } from './people/person.ts'
import { createProvider } from './people/provider.ts'
import { startReaper } from './reaper.ts'
import type { Services } from './services.ts'
import { createCatalogue } from './sessions/catalogue.ts'
import { openRecords } from './sessions/index.ts'
import { audit } from './store/audit.ts'
import { openStore } from './store/index.ts'
import { receiptKey } from './store/keys.ts'
import { addLogin, endLinks } from './store/logins.ts'
import { openSqlite } from './store/sqlite.ts'

const DRAIN_MS = 25_000
/** The administrator's link is for whoever starts the server, not for whoever finds its output later. */
const LINK_MS = 3600_000

export interface StartOptions {
  readonly config: Config
  /** Over `server.listen` and `server.data` of the file. */
  readonly listen?: { host: string; port: number }
  readonly data?: string
  readonly providers: CredentialsOptions['providers']
  readonly secrets: Secrets
  readonly fetch: typeof globalThis.fetch
  /** Milliseconds since the epoch. */
  readonly clock: () => number
  readonly log: Log
}

export interface RunningServer {
  /** `http://host:port` that it listens on. */
  readonly address: string
  readonly services: Services
  /** A secret: where the administrator signs in, once, within an hour; absent with a sign-in provider. */
  readonly administratorLink?: string
  /** Stops accepting, finishes the requests that run (25 s at most), closes the store. */
  close(): Promise<void>
}

/** Opens the store, then the port; throws `SluiceError`. A server that was killed starts clean: the reaper runs first. */
export async function startServer(options: StartOptions): Promise<RunningServer> {
  const config = requireServer(options.config)
  const { log } = options
  const directory = options.data ?? config.server.data
  const store = await openStore(openSqlite(directory))
  try {
    const composed = await compose({ ...options, config }, store, directory)
    const { catalogue } = composed.services
    const listening = await catalogue
      .start()
      .then(() => listen(composed.app.fetch, options.listen ?? config.server.listen))
      .catch(async (error) => {
        await catalogue.close()
        await composed.records.close()
        throw error
      })
    const reaper = startReaper(composed.services)
    const notifier = startNotifier(composed.services, { ...options, random: Math.random })
    const link = await administratorLink(composed.services)
    await audit(store, options.clock(), 'ok', {
      event: 'start',
      correlationId: 'server',
      detail: `version ${VERSION}, policy ${config.sha256}`,
    })
    log.info({ address: listening.address, policy: config.sha256 }, 'listening')
    warnOfSecrets(config, options.secrets, log)
    for (const { message, line } of config.warnings) log.warn({ line }, `policy: ${message}`)
    return {
      address: listening.address,
      services: composed.services,
      ...(link === undefined ? {} : { administratorLink: link }),
      async close() {
        composed.services.changes.close()
        catalogue.changes.close()
        await listening.close(DRAIN_MS)
        await reaper.stop()
        await notifier.close()
        await catalogue.close()
        await composed.records.close()
        await store.destroy()
        log.info('closed')
      },
    }
  } catch (error) {
    await store.destroy()
    throw error
  }
}

async function compose(
  options: StartOptions & { config: Services['config'] },
  store: Services['store'],
  directory: string,
) {
  const { config, clock, log, providers, secrets } = options
  const metrics = createMetrics()
  const key = await receiptKey(store, clock())
  const records = openRecords({
    directory: join(directory, 'sessions'),
    key,
    maxBytes: config.server.limits.recordBytes,
    authorise: (request) => forRecords(services)(request),
    onError: (error) => {
      metrics.alerts.inc({ check: 'record-not-kept' })
      log.error({ err: error, alert: 'record-not-kept' }, 'a record chunk could not be kept')
    },
    onKept: (session) => services.catalogue.note(session),
    clock,
  })
  const { reader } = records
  const services: Services = {
    config,
    store,
    clock,
    log,
    metrics,
    records,
    reader,
    catalogue: createCatalogue({ store, reader, log, startedBy: (grant) => startedBy(config, grant) }),
    changes: createChanges(),
    serverKey: signingKey(key).x,
    credentials: createCredentials({ config, providers, secrets, store, clock, log, metrics }),
    verifier: createVerifier({
      issuers: Object.values(config.issuers),
      fetch: options.fetch,
      clock,
      onKeysError: (issuer, error) => {
        metrics.alerts.inc({ check: 'keys-unavailable' })
        log.error({ err: error, issuer, alert: 'keys-unavailable' }, 'the issuer’s keys cannot be fetched')
      },
    }),
  }
  const { github } = config.server
  const webhook = github && githubWebhook(services, github, secrets)
  return { services, app: createApp(services, records, providerOf(options), webhook), records }
}

function providerOf({ config, secrets, fetch }: StartOptions & { config: Services['config'] }) {
  const { signIn, url } = config.server
  if (!signIn) return undefined
  return createProvider({ config: signIn, callback: `${url}/sign-in/callback`, secrets, fetch })
}

/** Without a sign-in provider: where the administrator signs in, once. Links of earlier starts end. */
async function administratorLink({ config, store, clock }: Services): Promise<string | undefined> {
  if (config.server.signIn) return undefined
  await endLinks(store)
  const now = clock()
  const secret = await addLogin(store, 'link', LOCAL_ADMIN, { now, expiresAt: now + LINK_MS })
  return `${config.server.url}/sign-in/link?token=${secret}`
}

/** A secret that is missing shows now, not when the first job asks for it. */
function warnOfSecrets(config: Config, secrets: Secrets, log: Log): void {
  for (const { name, credential, tls, ssh } of Object.values(config.targets)) {
    const references = Object.values({ ...credential, authority: tls?.ca, hosts: ssh?.knownHosts })
    for (const reference of references)
      try {
        if (typeof reference === 'string' && /^(env|file):/.test(reference)) secrets(reference)
      } catch (error) {
        log.error({ err: error, target: name }, 'the target cannot be used: a secret is missing')
      }
  }
}

function requireServer(config: Config): Config & { server: ServerConfig } {
  const { server } = config
  if (server) return { ...config, server }
  throw new SluiceError('CONFIG_INVALID', `${config.file} has no server section`, {
    hint: 'Add `server: { url: https://… }`: the address at which jobs reach this server',
  })
}
