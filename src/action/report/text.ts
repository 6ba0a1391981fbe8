// What a pull request or commit is told of a session: what was refused or held and where, never a statement's text.
import type { Pending } from '../../client/pending.ts'
import type { Uploaded } from '../../platforms/github/artifact.ts'
import type { Closed } from '../../session/files.ts'
import type { Found } from '../annotations.ts'
import type { Held } from '../held.ts'
import { code, inert, link, shorten, table } from '../markdown.ts'
import type { Refused } from '../refused.ts'

/** One statement that did not simply run. */
export interface Row {
  readonly rule: string
  /** What it would have done, without its literals. */
  readonly reason: string
  readonly outcome: string
  readonly refused: boolean
  readonly place?: Found
}

export interface SessionText {
  readonly closed: Closed
  readonly rows: readonly Row[]
  readonly artifact?: Uploaded
  readonly runUrl?: string
  /** Of a line as of the job's commit. */
  readonly fileUrl: (place: Found) => string | undefined
}

const ROWS = 50
/** GitHub takes 65,536 characters; what is around the rows needs some of them. */
const ROWS_BYTES = 50_000
const MARGIN = 20
const LONGEST_URL = 1000
const CELL_CHARACTERS = 300

/** Refused ones first; what was held and then refused is one of them. */
export function rowsOf(
  refused: readonly Refused[],
  held: readonly Held[],
  places: ReadonlyMap<number, Found>,
): Row[] {
  const asked = new Map(held.map((each) => [each.seq, each]))
  const placed = (seq: number) => {
    const place = places.get(seq)
    return place ? { place } : {}
  }
  const refusals = refused.map(({ seq, rule, reason }) => {
    const outcome = decisionOf(asked.get(seq)) ?? 'refused'
    asked.delete(seq)
    return { rule, reason, outcome, refused: true, ...placed(seq) }
  })
  const others = [...asked.values()].map((each) => ({
    rule: each.rule,
    reason: each.reason,
    outcome: decisionOf(each) ?? '',
    refused: each.decision !== 'approved',
    ...placed(each.seq),
  }))
  return [...refusals, ...others]
}

function decisionOf(held: Held | undefined): string | undefined {
  if (!held) return undefined
  const { decision, by } = held
  if (decision === 'approved' || decision === 'denied') return `held, ${decision} by ${by}`
  if (decision === 'expired') return 'held, nobody decided in time'
  return decision === 'withdrawn' ? 'held, withdrawn' : 'held, undecided'
}

/** True when somebody should look: nothing to see makes no noise. */
export function isNotable({ totals, reason, problems }: Closed): boolean {
  return totals.refused > 0 || totals.held > 0 || reason !== 'clean' || problems.length > 0
}

export function isFine({ totals, reason }: Closed): boolean {
  return totals.refused === 0 && (reason === 'clean' || reason === 'expired')
}

/** In one line, without markup. */
export function sessionTitle({ totals: { statements, refused, held } }: Closed): string {
  const ran =
    refused > 0 ? `${refused} of ${statements} statements refused` : `${statements} statements, none refused`
  return held > 0 ? `${ran}, ${held} held` : ran
}

/** Markdown that GitHub takes as a comment or a check's summary. */
export function sessionText(options: SessionText): string {
  const { closed } = options
  const { totals, reason } = closed
  const disorder =
    reason === 'clean' ? [] : [`> [!WARNING]\n> The session did not end in order: ${code(reason)}.`]
  return [
    heading(closed.targets),
    `${sessionTitle(closed)}; ${totals.masked} values masked on ${totals.connections} connections.`,
    ...disorder,
    ...statements(options),
    footer(options),
  ].join('\n\n')
}

/** Markdown, while nobody has decided. */
export function pendingText(
  targets: readonly string[],
  pending: Pending,
  runUrl: string | undefined,
): string {
  const { approvers, expiresAt, approvalUrl } = pending
  const who = approvers ? `: ${code(shorten(approvers, CELL_CHARACTERS))}` : ''
  const job = link(runUrl, 'The job')
  return [
    heading(targets),
    `⏳ ${job} waits for a person to approve its session, until ${code(expiresAt)}${who}.`,
    link(approvalUrl, 'See the request and decide'),
  ].join('\n\n')
}

/** Markdown, from the approval to the end of the session. */
export function approvedText(targets: readonly string[], runUrl: string | undefined): string {
  return [heading(targets), `A person approved the session of ${link(runUrl, 'the job')}.`].join('\n\n')
}

/** Markdown, when the job ended without a session. */
export function nothingText(targets: readonly string[], runUrl: string | undefined): string {
  return [heading(targets), `No session was opened: see ${link(runUrl, 'the job')}.`].join('\n\n')
}

function heading(targets: readonly string[]): string {
  return `### Sluice: ${targets.length > 0 ? code(shorten(targets.join(', '), CELL_CHARACTERS)) : 'no target'}`
}

function statements({ closed, rows, fileUrl }: SessionText): string[] {
  const lines: string[][] = []
  let bytes = 0
  for (const { rule, reason, outcome, place } of rows.slice(0, ROWS)) {
    const cells = [rule, reason, outcome].map((text) => code(shorten(text, CELL_CHARACTERS)))
    cells.push(place ? placeCell(place, fileUrl(place)) : '')
    bytes += Buffer.byteLength(cells.join()) + MARGIN
    if (bytes > ROWS_BYTES) break
    lines.push(cells)
  }
  if (lines.length === 0) return []
  const known = Math.max(rows.length, closed.totals.refused)
  const more = known - lines.length
  return [
    table(['Rule', 'It would have done', 'What came of it', 'Where'], lines),
    ...(more > 0 ? [`… and ${more} more: the record has them all.`] : []),
  ]
}

function placeCell({ file, line }: Found, url: string | undefined): string {
  const place = code(`${shorten(file, CELL_CHARACTERS)}:${line}`)
  return url !== undefined && url.length <= LONGEST_URL ? link(url, place) : place
}

function artifactPart({ id, name }: Uploaded, runUrl: string | undefined): string {
  const url = runUrl && id !== undefined ? `${runUrl}/artifacts/${id}` : undefined
  return `artifact ${link(url, code(shorten(name, CELL_CHARACTERS)))}`
}

function footer({ closed, artifact, runUrl }: SessionText): string {
  const { seal, sessionUrl, session } = closed
  const kept = seal?.kept === 'server' ? ', countersigned by the server' : ''
  return [
    sessionUrl ? link(sessionUrl, 'Session') : `Session ${code(shorten(session, 100))}`,
    ...(runUrl ? [link(runUrl, 'job')] : []),
    ...(artifact ? [artifactPart(artifact, runUrl)] : []),
    seal ? `record SHA-256 ${code(seal.sha256)}${kept}` : inert('the record has no seal'),
  ].join(' · ')
}
