// A check run at the job's commit. One of the same name that is newer takes the older one's place.
import { type Access, type Told, withApi } from './api.ts'

/** https://docs.github.com/rest/checks/runs#create-a-check-run */
export const CHECK_LIMITS = { summary: 65_535, annotations: 50, title: 255 } as const

export interface Check {
  readonly name: string
  readonly sha: string
  readonly ok: boolean
  readonly title: string
  /** Markdown. */
  readonly summary: string
  /** Where people read more. */
  readonly url?: string
  readonly annotations: readonly CheckAnnotation[]
}

export interface CheckAnnotation {
  /** Relative to the repository. */
  readonly file: string
  /** From 1. */
  readonly line: number
  readonly level: 'notice' | 'failure'
  readonly title: string
  readonly message: string
}

/** Never rejects. */
export function writeCheck(access: Access, check: Check): Promise<Told> {
  return withApi(access, async (octokit, repository) => {
    await octokit.rest.checks.create({
      ...repository,
      name: check.name,
      head_sha: check.sha,
      status: 'completed',
      conclusion: check.ok ? 'success' : 'failure',
      ...(check.url ? { details_url: check.url } : {}),
      output: {
        title: check.title,
        summary: check.summary,
        annotations: check.annotations
          .slice(0, CHECK_LIMITS.annotations)
          .map(({ file, line, level, title, message }) => ({
            path: file,
            start_line: line,
            end_line: line,
            annotation_level: level,
            title,
            message,
          })),
      },
    })
    return true
  })
}
