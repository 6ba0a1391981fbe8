// GitHub's API with the job's own token: loaded only when something is told there, and never a reason for a job to fail.
import { setTimeout as sleep } from 'node:timers/promises'

export interface Access {
  readonly token: string
  /** `https://api.github.com`, or that of another installation. */
  readonly apiUrl: string
  /** `owner/name`. */
  readonly repository: string
  readonly fetch: typeof fetch
  /** Milliseconds to wait before the second try; the usual time unless given. */
  readonly pauseMs?: number
  /** Milliseconds for one request, for the same. */
  readonly timeoutMs?: number
}

export type Told =
  | { readonly result: 'told' | 'nothing to tell' }
  /** The token does not have the rights. */
  | { readonly result: 'not allowed'; readonly reason: string }
  | { readonly result: 'failed'; readonly reason: string }

const TIMEOUT_MS = 10_000
const PAUSE_MS = 1500

export type Octokit = ReturnType<typeof import('@actions/github').getOctokit>

export interface Repository {
  readonly owner: string
  readonly repo: string
}

/** Does `work`, once more when GitHub fails. `work` says whether it told something. Never rejects. */
export async function withApi(
  access: Access,
  work: (octokit: Octokit, repository: Repository) => Promise<boolean>,
): Promise<Told> {
  const [owner = '', repo = ''] = access.repository.split('/')
  try {
    // Reads the event of the job when it is loaded.
    const { getOctokit } = await import('@actions/github')
    const octokit = getOctokit(access.token, {
      baseUrl: access.apiUrl,
      request: { fetch: bounded(access) },
      log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
    })
    const attempt = async (): Promise<Told> => ({
      result: (await work(octokit, { owner, repo })) ? 'told' : 'nothing to tell',
    })
    return await attempt().catch(async (error: unknown) => {
      if (!passing(error)) throw error
      await sleep(access.pauseMs ?? PAUSE_MS)
      return attempt()
    })
  } catch (error) {
    return outcomeOf(error)
  }
}

const quiet = () => {}

function bounded({ fetch, timeoutMs = TIMEOUT_MS }: Access): typeof globalThis.fetch {
  return (input, init) => fetch(input, { ...init, redirect: 'error', signal: AbortSignal.timeout(timeoutMs) })
}

/** What the API's error says; Octokit gives 500 to a request without any answer. */
interface Failure {
  readonly status?: number
  readonly response?: { readonly headers?: Readonly<Record<string, unknown>> }
  /** Of GraphQL, whose status is 200. */
  readonly errors?: readonly { readonly type?: string }[]
}

function passing(error: unknown): boolean {
  const { status = 0 } = error as Failure
  return status >= 500
}

/** Without the API's own message: it may quote what was sent. */
function outcomeOf(error: unknown): Told {
  const { status, response, errors } = (error ?? {}) as Failure
  if (errors) {
    const types = errors.map(({ type }) => type ?? 'an error').join(', ')
    const denied = errors.some(({ type }) => type === 'FORBIDDEN' || type === 'NOT_FOUND')
    return { result: denied ? 'not allowed' : 'failed', reason: `GitHub answers ${types.slice(0, 100)}` }
  }
  if (status === undefined)
    return { result: 'failed', reason: error instanceof Error ? error.name : 'it failed' }
  const headers = response?.headers ?? {}
  const limited =
    status === 429 || headers['retry-after'] !== undefined || headers['x-ratelimit-remaining'] === '0'
  if (limited) return { result: 'failed', reason: 'GitHub takes no more requests for now' }
  const reason = response ? `GitHub answers ${status}` : 'GitHub does not answer'
  return { result: [401, 403, 404].includes(status) ? 'not allowed' : 'failed', reason }
}
