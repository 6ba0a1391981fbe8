// The job behind a request or session. Claims are a stranger's text: links are made only of what has the form of one.
import { html } from 'hono/html'
import { facts, type Html } from './layout.ts'

export interface JobOptions {
  readonly claims: Readonly<Record<string, string>>
  /** As people write it. */
  readonly repository: string
  readonly startedBy: readonly string[]
  readonly session: Html | string
}

const GITHUB = 'https://github.com'

export function job({ claims, repository, startedBy, session }: JobOptions): Html {
  const { run_id: run = '', run_attempt: attempt, sha, server_url: server = GITHUB } = claims
  const linked = /^[\w.-]+\/[\w.-]+$/.test(repository) && /^\d+$/.test(run) && server === GITHUB
  const commit = sha && linked && /^[0-9a-f]{40}$/.test(sha)
  return facts([
    ['Repository', repository],
    ['Ref', claims.ref],
    [
      'Commit',
      commit ? html`<a href="${GITHUB}/${repository}/commit/${sha}" rel="noreferrer">${sha}</a>` : sha,
    ],
    ['Pull request', claims.base_ref ? `${claims.head_ref} → ${claims.base_ref}` : undefined],
    ['Workflow', claims.workflow_ref ?? claims.ci_config_ref_uri],
    [
      'Run',
      linked
        ? html`<a href="${GITHUB}/${repository}/actions/runs/${run}" rel="noreferrer">${run}</a>${attempt ? `, attempt ${attempt}` : ''}`
        : (claims.pipeline_id ?? run),
    ],
    ['Environment', claims.environment],
    ['Started by', startedBy.join(', ')],
    ['Session', session],
  ])
}
