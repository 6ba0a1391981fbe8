// The job summary: what the session did, what was refused, and the receipt of its end.
import type { Uploaded } from '../platforms/github/artifact.ts'
import type { Closed } from '../session/files.ts'
import type { Found } from './annotations.ts'
import { code, inert, shorten, table } from './markdown.ts'
import type { Refused } from './refused.ts'

export interface SummaryOptions {
  readonly closed: Closed
  readonly refused: readonly Refused[]
  readonly places: readonly (Found | undefined)[]
  readonly artifact?: Uploaded
  /** Why there is no artifact, when one was asked for. */
  readonly artifactProblem?: string
}

/** Rows of the table; the record has them all. */
const ROWS = 50
const STATEMENT_CHARACTERS = 300

/** Markdown, far below GitHub's 1 MiB. Text of statements cannot become markup in it. */
export function summaryMarkdown(options: SummaryOptions): string {
  const { closed } = options
  return [
    `## Sluice session ${code(closed.session)}`,
    `Targets: ${closed.targets.map(code).join(', ') || 'none'}`,
    counts(closed),
    ...(options.refused.length > 0 ? [refusedTable(options)] : []),
    receipt(options),
    ...closed.problems.map((problem) => `> [!WARNING]\n> ${inert(problem)}`),
    '',
  ].join('\n\n')
}

function counts({ totals }: Closed): string {
  return table(
    ['Connections', 'Statements', 'Refused', 'Held', 'Values masked'],
    [[totals.connections, totals.statements, totals.refused, totals.held, totals.masked].map(String)],
  )
}

function refusedTable({ closed, refused, places }: SummaryOptions): string {
  const rows = refused.slice(0, ROWS).map((each, index) => {
    const place = places[index]
    const where = place ? code(`${place.file}:${place.line}`) : ''
    const text =
      each.text === undefined
        ? `sha256 ${each.sha256.slice(0, 16)}`
        : shorten(each.text, STATEMENT_CHARACTERS)
    return [code(each.rule), inert(each.reason), code(text), where]
  })
  const more = closed.totals.refused - rows.length
  return [
    '### Refused statements',
    table(['Rule', 'It would have done', 'Statement', 'Where'], rows),
    ...(more > 0 ? [`… and ${more} more: see the record.`] : []),
  ].join('\n\n')
}

function receipt(options: SummaryOptions): string {
  const { closed } = options
  return [
    '### Teardown receipt',
    table(
      ['Step', 'Result'],
      [
        ['Session ended', inert(`${closed.reason}, ${closed.endedAt}`)],
        ['Proxy closed', proxy(closed)],
        ['Credential revoked', credential(closed)],
        ['Record sealed', sealed(closed)],
        ['Record uploaded', uploaded(options)],
        ['Record’s SHA-256', closed.seal ? code(closed.seal.sha256) : 'none'],
      ],
    ),
  ].join('\n\n')
}

/** A proxy that was ended but could still seal has closed in order. */
function proxy({ reason, seal }: Closed): string {
  if (reason !== 'killed') return 'yes'
  return seal ? 'yes, but nobody asked it to' : 'no: it was ended before the session was closed'
}

function credential({ revocation, sessionUrl }: Closed): string {
  if (!revocation)
    return sessionUrl
      ? 'no: the server ends it with the grant'
      : 'none was made: it came from the environment'
  if (!revocation.revoked) return 'no: the server ends it with the grant'
  const ended = revocation.credentials.map(
    ({ target, provider, ended, sessionsEnded }) =>
      `${code(target)} (${inert(provider)}): ${ended ? 'ended' : 'not ended'}, ${sessionsEnded} open sessions ended`,
  )
  return ended.length > 0 ? ended.join('<br>') : 'yes'
}

function sealed({ seal, revocation }: Closed): string {
  if (!seal) return revocation?.record.sealed ? `by the server, as ${inert(revocation.record.reason)}` : 'no'
  const by = seal.kept === 'server' ? 'countersigned by the server' : 'by this session alone'
  return `yes, ${by}: ${seal.chunks} chunks, ${seal.bytes} bytes, reason ${inert(seal.reason)}`
}

function uploaded({ closed, artifact, artifactProblem }: SummaryOptions): string {
  const places = closed.seal?.kept === 'server' ? ['grant server'] : []
  if (artifact) places.push(`artifact ${code(artifact.name)}`)
  if (artifactProblem) places.push(inert(artifactProblem))
  return places.join('<br>') || 'no'
}
