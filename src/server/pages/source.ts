// Where a held statement stands: the place is the job's word, the link is made of claims that were verified.
import { html } from 'hono/html'
import { isInside, type Source } from '../../core/source.ts'
import type { Html } from './layout.ts'

type Claims = Readonly<Record<string, string>>

export function sourceLine(source: Source, claims: Claims): Html {
  const { file, line, more = 0 } = source
  const url = sourceUrl(source, claims)
  const place = html`<code>${file}:${line}</code>`
  const others = more > 0 ? ` and ${more} more ${more === 1 ? 'place' : 'places'} with the same text,` : ''
  return html`<p>${url ? html`<a href="${url}" rel="noreferrer">${place}</a>` : place}${others} <span class="quiet">as the job says</span></p>`
}

/** The line on the platform's pages as of the job's commit; undefined where the claims name no such page. */
export function sourceUrl({ file, line }: Source, claims: Claims): string | undefined {
  const { sha = '' } = claims
  const repository = repositoryOf(claims)
  if (!repository || !isInside(file) || !/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(sha)) return undefined
  const path = file.split('/').map(encodeURIComponent).join('/')
  return `${repository.url}${repository.blob}/${sha}/${path}#L${line}`
}

const GITHUB_NAME = /^[A-Za-z0-9][\w-]{0,99}\/(?!\.{1,2}$)[\w.-]{1,100}$/
const GITLAB_NAME = /^[A-Za-z0-9_][\w.-]*(?:\/[A-Za-z0-9_][\w.-]*)+$/

/** By the issuer, whose signature holds for the rest: a claim of that name could say anything. */
function repositoryOf({ iss = '', repository = '', project_path: project = '' }: Claims) {
  const github = githubOf(iss)
  if (github && GITHUB_NAME.test(repository)) return { url: `${github}/${repository}`, blob: '/blob' }
  if (!github && project.length <= 500 && GITLAB_NAME.test(project) && HTTPS.test(iss))
    return { url: `${iss}/${project}`, blob: '/-/blob' }
  return undefined
}

const HTTPS = /^https:\/\/[a-z0-9][a-z0-9.-]*(?::\d{1,5})?(?:\/[\w-]+)*$/

/** https://docs.github.com/actions/reference/security/oidc: of github.com, of data residency, of an Enterprise Server. */
function githubOf(iss: string): string | undefined {
  if (/^https:\/\/token\.actions\.githubusercontent\.com(?:\/[\w-]+)?$/.test(iss)) return 'https://github.com'
  const [, residency] = /^https:\/\/token\.actions\.([a-z0-9-]+\.ghe\.com)$/.exec(iss) ?? []
  if (residency) return `https://${residency}`
  const [, server] = /^(https:\/\/[a-z0-9][a-z0-9.-]*(?::\d{1,5})?)\/_services\/token$/.exec(iss) ?? []
  return server
}
