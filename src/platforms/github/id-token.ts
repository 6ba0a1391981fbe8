import { setTimeout as sleep } from 'node:timers/promises'
import { SluiceError } from '../../core/errors.ts'
import type { Surroundings } from '../platform.ts'

const ATTEMPTS = 4
const TIMEOUT_MS = 10_000
const BACKOFF_MS = 500

/**
 * Asks the runner for a token. Not `core.getIDToken`: that writes to standard output, which belongs to the results
 * of `sluice start`.
 */
export async function requestIdToken(
  audience: string,
  { env, fetch }: Pick<Surroundings, 'env' | 'fetch'>,
): Promise<string> {
  const url = env.ACTIONS_ID_TOKEN_REQUEST_URL
  const bearer = env.ACTIONS_ID_TOKEN_REQUEST_TOKEN
  if (!url || !bearer) throw forbidden()
  let last = ''
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const answer = await ask(`${url}&audience=${encodeURIComponent(audience)}`, bearer, fetch)
    if ('token' in answer) return answer.token
    last = answer.problem
    if (!answer.again) break
    if (attempt < ATTEMPTS) await sleep(BACKOFF_MS * attempt)
  }
  throw new SluiceError('OIDC_UNAVAILABLE', `GitHub gave no OIDC token for audience ${audience}: ${last}`, {
    hint: 'Run the job again; see https://www.githubstatus.com if it stays so',
  })
}

type Answer = { readonly token: string } | { readonly problem: string; readonly again: boolean }

async function ask(url: string, bearer: string, fetch: Surroundings['fetch']): Promise<Answer> {
  try {
    const response = await fetch(url, {
      headers: { authorization: `Bearer ${bearer}`, accept: 'application/json' },
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    if (!response.ok)
      return {
        problem: `status ${response.status}`,
        again: response.status === 429 || response.status >= 500,
      }
    const { value } = (await response.json()) as { value?: unknown }
    if (typeof value === 'string' && value !== '') return { token: value }
    return { problem: 'an answer without a token', again: false }
  } catch (error) {
    const cause =
      error instanceof Error ? (error.cause as NodeJS.ErrnoException | undefined)?.code : undefined
    return { problem: cause ?? (error instanceof Error ? error.name : 'no answer'), again: true }
  }
}

function forbidden(): SluiceError {
  return new SluiceError('OIDC_UNAVAILABLE', 'GitHub gives this job no OIDC token', {
    hint: `Add to the job in the workflow file:

    permissions:
      id-token: write
      contents: read

A workflow that is called by another gets the permission from its caller; pull requests from forks never do`,
  })
}
