// What was decided goes back to GitHub, as the app: https://docs.github.com/rest/actions/workflow-runs
import { createPrivateKey, type KeyObject } from 'node:crypto'
import { SignJWT } from 'jose'
import { SluiceError } from '../../../core/errors.ts'
import type { GithubConfig } from '../../../policy/config.ts'
import type { Services } from '../../services.ts'
import { type Approval, type Decision, decisionsOn, findApproval, standing } from '../../store/approvals.ts'
import { type Outcome, reasonOf } from '../post.ts'
import { cut, line } from '../presets/text.ts'
import type { Carrier, Means } from '../receivers.ts'
import type { DeploymentRequest } from './ask.ts'

const TIMEOUT_MS = 10_000
const TOKEN_S = 300

export interface Answer {
  readonly approval: string
}

export function githubCarrier(
  { store, config }: Pick<Services, 'store' | 'config'>,
  github: GithubConfig,
  { secrets, fetch, clock }: Means,
): Carrier {
  return async ({ event }) => {
    const { approval: id } = JSON.parse(event) as Answer
    const approval = await findApproval(store, id)
    const state = approval && standing(approval, clock())
    if (!approval || (state !== 'approved' && state !== 'denied' && state !== 'expired'))
      return { result: 'refused', reason: 'there is nothing to answer' }
    const { answer } = JSON.parse(approval.request) as DeploymentRequest
    const comment = commentOf(approval, await decisionsOn(store, id), `${config.server.url}/approvals/${id}`)
    const jwt = await appToken(github, privateKey(secrets(github.privateKey).reveal()), clock())
    return review(
      { jwt, apiUrl: github.apiUrl, fetch },
      { ...answer, state: state === 'approved' ? 'approved' : 'rejected', comment },
    )
  }
}

type Review = DeploymentRequest['answer'] & { state: 'approved' | 'rejected'; comment: string }

async function review(
  { jwt, apiUrl, fetch }: { jwt: string; apiUrl: string; fetch: typeof globalThis.fetch },
  { installation, repository, owner, name, run, environment, state, comment }: Review,
): Promise<Outcome> {
  // Loaded when it is needed: it reads the environment of a job.
  const { getOctokit } = await import('@actions/github')
  const signal = AbortSignal.timeout(TIMEOUT_MS)
  const bounded: typeof fetch = (input, init) => fetch(input, { ...init, redirect: 'error', signal })
  const options = { baseUrl: apiUrl, request: { fetch: bounded } }
  try {
    const { data } = await getOctokit(jwt, options).rest.apps.createInstallationAccessToken({
      installation_id: installation,
      repository_ids: [Number(repository)],
      permissions: { deployments: 'write' },
    })
    await getOctokit(data.token, options).rest.actions.reviewCustomGatesForRun({
      owner,
      repo: name,
      run_id: run,
      environment_name: environment,
      state,
      comment,
    })
    return { result: 'delivered' }
  } catch (error) {
    const status = error instanceof Error && 'status' in error ? Number(error.status) : 0
    // The run does not wait any more. (500 is also what a request without any answer has.)
    if (status === 422) return { result: 'refused', reason: 'it answers 422' }
    if (status >= 400 && status !== 500) return { result: 'retry', reason: `it answers ${status}` }
    return { result: 'retry', reason: signal.aborted ? reasonOf(signal.reason) : reasonOf(error) }
  }
}

/** https://docs.github.com/apps/creating-github-apps/authenticating-with-a-github-app/generating-a-json-web-token-jwt-for-a-github-app */
function appToken({ appId }: GithubConfig, key: KeyObject, now: number): Promise<string> {
  const seconds = Math.floor(now / 1000)
  return new SignJWT()
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT' })
    .setIssuer(appId)
    .setIssuedAt(seconds - 60)
    .setExpirationTime(seconds + TOKEN_S)
    .sign(key)
}

/** Of PKCS #1, as GitHub makes it, or PKCS #8. Throws `SluiceError` CREDENTIAL_FAILED. */
export function privateKey(pem: string): KeyObject {
  try {
    const key = createPrivateKey(pem)
    if (key.asymmetricKeyType === 'rsa') return key
  } catch {
    // Its message may quote the key.
  }
  throw new SluiceError('CREDENTIAL_FAILED', 'the GitHub App’s private key is not an RSA key in PEM', {
    hint: 'Name the file that GitHub gave when the key was made, as a whole',
  })
}

const MOST_TEXT = 300

/** Names and reasons are people's own words, and GitHub reads markdown. */
function commentOf(approval: Approval, decisions: readonly Decision[], uri: string): string {
  const said = decisions.map(({ decision, name, reason }) => {
    const why = reason ? `: ${unmarked(reason)}` : ''
    return `${decision === 'approved' ? 'Approved' : 'Denied'} by ${unmarked(name)}${why}`
  })
  const how = approval.state === 'waiting' ? [...said, 'Nobody answered in time'] : said
  return `${cut(how.join('. '), 900)} (${uri})`
}

function unmarked(text: string): string {
  return line(text, MOST_TEXT)
    .replace(/[\\`*_{}[\]()#+!|~<>&]/g, '\\$&')
    .replaceAll('@', '@\u200b')
}
