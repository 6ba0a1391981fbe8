// What the job is about: its pull request, and the commit that checks are shown at.
import { readFileSync } from 'node:fs'
import type { Octokit, Repository } from './api.ts'

export interface Change {
  /** What set the workflow off: `push`, `pull_request`, … */
  readonly event: string
  /** Number of the pull request, when the event is of one. */
  readonly pullRequest?: number
  /** Of the pull request's branch, or of what was pushed. */
  readonly sha: string
}

/** Undefined when the job's environment does not say. https://docs.github.com/webhooks/webhook-events-and-payloads */
export function changeOf(env: NodeJS.ProcessEnv): Change | undefined {
  const { GITHUB_EVENT_NAME: event = '', GITHUB_SHA: sha = '', GITHUB_EVENT_PATH: path } = env
  const payload = path ? readJson(path) : {}
  const request = member(payload, 'pull_request')
  const issue = member(payload, 'issue')
  // A comment on a pull request is one on an issue.
  const number = request.number ?? (issue.pull_request ? issue.number : undefined)
  const head = member(request, 'head').sha
  const commit = typeof head === 'string' ? head : sha
  if (!/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(commit)) return undefined
  return { event, sha: commit, ...(isNumber(number) ? { pullRequest: number } : {}) }
}

/**
 * The pull request that the job is about: that of its event, or, for a push, the one whose head this commit is or
 * that it merged. Others that happen to hold the commit are not meant.
 */
export async function findPullRequest(
  octokit: Octokit,
  repository: Repository,
  { event, pullRequest, sha }: Change,
): Promise<number | undefined> {
  if (pullRequest !== undefined || event !== 'push') return pullRequest
  const { data } = await octokit.rest.repos.listPullRequestsAssociatedWithCommit({
    ...repository,
    commit_sha: sha,
    per_page: 100,
  })
  // Anybody may open one from a fork whose head is a commit of this repository.
  const own = `${repository.owner}/${repository.repo}`.toLowerCase()
  const isOwn = (full: string | undefined) => full?.toLowerCase() === own
  const meant = data.filter(({ state, head, merged_at, merge_commit_sha }) =>
    state === 'open'
      ? head.sha === sha && isOwn(head.repo?.full_name)
      : merged_at !== null && merge_commit_sha === sha,
  )
  return meant.map(({ number }) => number).sort((a, b) => a - b)[0]
}

type Json = Readonly<Record<string, unknown>>

function readJson(path: string): Json {
  try {
    return asObject(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return {}
  }
}

const member = (json: Json, name: string): Json => asObject(json[name])

const asObject = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {}

const isNumber = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) > 0
