// One comment on a pull request that is kept up to date, instead of one for each run.
import { type Access, type Octokit, type Repository, type Told, withApi } from './api.ts'
import { type Change, findPullRequest } from './change.ts'

/** GitHub takes no longer comment: https://docs.github.com/graphql/reference/objects#issuecomment */
export const COMMENT_LIMIT = 65_536

export interface Comment {
  /** What tells this comment from others, hidden in it. */
  readonly marker: string
  /** Markdown without the marker. */
  readonly body: string
  /** False when a comment that is there already is worth an update, and a new one is not worth anybody's mail. */
  readonly create: boolean
}

/** Pages of a hundred comments that are looked through, the newest first. */
const PAGES = 10

/** Never rejects. */
export function keepComment(
  access: Access,
  change: Change,
  { marker, body, create }: Comment,
): Promise<Told> {
  const hidden = `<!-- sluice ${marker} -->`
  const text = `${hidden}\n${body}`
  return withApi(access, async (octokit, repository) => {
    const number = await findPullRequest(octokit, repository, change)
    if (number === undefined) return false
    const own = await findOwn(octokit, repository, number, hidden)
    if (own === undefined) {
      if (create) await octokit.rest.issues.createComment({ ...repository, issue_number: number, body: text })
      return create
    }
    if (own.body !== text) await octokit.graphql(UPDATE, { id: own.id, text })
    return own.body !== text
  })
}

interface Found {
  readonly id: string
  readonly body: string
  readonly viewerDidAuthor: boolean
  readonly author: { readonly __typename: string; readonly login: string } | null
}

interface Page {
  readonly viewer: { readonly login: string }
  readonly repository: {
    readonly pullRequest: {
      readonly comments: {
        readonly pageInfo: { readonly hasPreviousPage: boolean; readonly startCursor: string | null }
        readonly nodes: readonly Found[]
      }
    } | null
  } | null
}

/** Anybody can write the marker; a comment of somebody else is never taken for ours. */
async function findOwn(
  octokit: Octokit,
  { owner, repo }: Repository,
  number: number,
  hidden: string,
): Promise<Found | undefined> {
  let before: string | null = null
  for (let pages = 0; pages < PAGES; pages++) {
    const page: Page = await octokit.graphql(COMMENTS, { owner, repo, number, before })
    const comments = page.repository?.pullRequest?.comments
    const found = comments?.nodes.findLast(
      (each) => each.body.startsWith(hidden) && isOurs(each, page.viewer.login),
    )
    if (found || !comments?.pageInfo.hasPreviousPage) return found
    before = comments.pageInfo.startCursor
  }
  return undefined
}

/** An app is called `name[bot]` as a viewer and `name` as an author. */
function isOurs({ viewerDidAuthor, author }: Found, viewer: string): boolean {
  return viewerDidAuthor || (author?.__typename === 'Bot' && `${author.login}[bot]` === viewer)
}

const COMMENTS = `query ($owner: String!, $repo: String!, $number: Int!, $before: String) {
  viewer { login }
  repository(owner: $owner, name: $repo) {
    pullRequest(number: $number) {
      comments(last: 100, before: $before) {
        pageInfo { hasPreviousPage startCursor }
        nodes { id body viewerDidAuthor author { __typename login } }
      }
    }
  }
}`

/** By the node's id: numbers of comments have outgrown GraphQL's integers. */
const UPDATE = `mutation ($id: ID!, $text: String!) {
  updateIssueComment(input: { id: $id, body: $text }) { issueComment { id } }
}`
