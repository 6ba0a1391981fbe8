// Tells the pull request or commit of the session, where the job's token may. Never fails the job, and never rejects.
import { createHash } from 'node:crypto'
import { debug } from '@actions/core'
import { useOutboundProxy } from '../../client/outbound.ts'
import type { Pending } from '../../client/pending.ts'
import { describe } from '../../core/errors.ts'
import type { Access, Told } from '../../platforms/github/api.ts'
import { type Change, changeOf } from '../../platforms/github/change.ts'
import type { CheckAnnotation } from '../../platforms/github/check.ts'
import type { Platform } from '../../platforms/platform.ts'
import type { Found } from '../annotations.ts'
import { type ReportInput, readReport, readTargets } from '../inputs.ts'
import {
  approvedText,
  isFine,
  isNotable,
  nothingText,
  pendingText,
  type SessionText,
  sessionText,
  sessionTitle,
} from './text.ts'

export interface Reporter {
  /** While a person must approve first. */
  pending(pending: Pending): Promise<void>
  /** Somebody has approved, and the session begins. */
  approved(): Promise<void>
  session(session: Omit<SessionText, 'runUrl' | 'fileUrl'>): Promise<void>
  /** There was a request, and no session came of it. */
  nothing(): Promise<void>
}

export interface ReporterOptions {
  readonly env: NodeJS.ProcessEnv
  readonly platform: Platform
  readonly fetch: typeof fetch
  /** What tells this step of the workflow from others. */
  readonly step: string
}

/** Refusals that the job itself annotates: a check repeats none of them. */
const SHOWN_BY_JOB = 10

/** Undefined where nothing is to be told. */
export function openReporter(options: ReporterOptions): Reporter | undefined {
  const { env, platform } = options
  if (platform.name !== 'github') return undefined
  const { kind, token } = readReport(env)
  const { GITHUB_API_URL: apiUrl = 'https://api.github.com', GITHUB_REPOSITORY: repository = '' } = env
  const change = changeOf(env)
  if (kind === 'none' || !change || !/^[\w.-]+\/[\w.-]+$/.test(repository)) return undefined
  platform.mask(token)
  return reporter(kind, { token, apiUrl, repository, fetch: options.fetch }, change, options)
}

function reporter(kind: ReportInput, access: Access, change: Change, options: ReporterOptions): Reporter {
  const { env, platform } = options
  const { runUrl } = platform.facts
  const targets = readTargets(env)
  const marker = markerOf(env, options.step, targets)
  const tell = async (what: () => Promise<Told>) => {
    let told: Told
    try {
      useOutboundProxy(env)
      told = await what()
    } catch (error) {
      told = { result: 'failed', reason: describe(error) }
    }
    if (told.result === 'not allowed') debug(`no ${kind} on GitHub: ${told.reason}`)
    if (told.result === 'failed') platform.log(`There is no ${kind} on GitHub: ${told.reason}`)
  }
  const comment = (body: string, create: boolean) =>
    tell(async () => {
      const { keepComment } = await import('../../platforms/github/comment.ts')
      return keepComment(access, change, { marker, body, create })
    })
  return {
    async pending(pending) {
      if (kind === 'comment') await comment(pendingText(targets, pending, runUrl), true)
    },
    async approved() {
      if (kind === 'comment') await comment(approvedText(targets, runUrl), false)
    },
    async nothing() {
      if (kind === 'comment') await comment(nothingText(targets, runUrl), false)
    },
    async session(session) {
      const told = { ...session, fileUrl: fileUrls(env, change), ...(runUrl ? { runUrl } : {}) }
      if (kind === 'comment') return comment(sessionText(told), isNotable(session.closed))
      await tell(async () => {
        const { writeCheck } = await import('../../platforms/github/check.ts')
        return writeCheck(access, { ...checkOf(told), sha: change.sha })
      })
    },
  }
}

function checkOf(told: SessionText) {
  const { closed, rows, runUrl } = told
  const url = closed.sessionUrl ?? runUrl
  return {
    name: `Sluice: ${closed.targets.join(', ')}`.slice(0, 100),
    ok: isFine(closed),
    title: sessionTitle(closed),
    summary: sessionText(told),
    annotations: rows.filter(({ refused }, index) => !refused || index >= SHOWN_BY_JOB).flatMap(annotationOf),
    ...(url && /^https?:/.test(url) ? { url } : {}),
  }
}

function annotationOf({
  place,
  rule,
  reason,
  outcome,
  refused,
}: SessionText['rows'][number]): CheckAnnotation[] {
  if (!place) return []
  const message = `${rule}: ${reason} (${outcome})`.slice(0, 2000)
  const title = refused ? 'Sluice refused a statement' : 'Sluice held a statement'
  return [{ ...place, level: refused ? 'failure' : 'notice', title, message }]
}

/** One comment for each target of each step: another step's refusals are not overwritten by this one's. */
function markerOf(env: NodeJS.ProcessEnv, step: string, targets: readonly string[]): string {
  const { GITHUB_WORKFLOW = '', GITHUB_JOB = '' } = env
  const text = JSON.stringify([GITHUB_WORKFLOW, GITHUB_JOB, step, [...targets].sort()])
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}

function fileUrls(env: NodeJS.ProcessEnv, { sha }: Change): (place: Found) => string | undefined {
  const { GITHUB_SERVER_URL: server = 'https://github.com', GITHUB_REPOSITORY: repository } = env
  return ({ file, line }) => {
    const path = file.split('/').map((part) => encodeURIComponent(part.toWellFormed()))
    return `${server}/${repository}/blob/${sha}/${path.join('/')}#L${line}`
  }
}
