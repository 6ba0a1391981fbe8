import { describe } from '../core/errors.ts'
import type { Uploaded } from '../platforms/github/artifact.ts'
import type { Platform } from '../platforms/platform.ts'
import type { ReportOptions } from '../recording/report/index.ts'
import type { Closed } from '../session/files.ts'
import type { Found } from './annotations.ts'
import type { ArtifactInput } from './inputs.ts'

export interface Kept {
  readonly artifact?: Uploaded
  /** Why there is none although one was asked for. */
  readonly artifactProblem?: string
}

/** Uploads the record, with its page, as an artifact. What does not work is a warning: a server has the record too. */
export async function keepRecord(
  closed: Closed,
  wanted: ArtifactInput,
  platform: Platform,
  places: ReportOptions['places'] = new Map(),
): Promise<Kept> {
  if (wanted === false) return {}
  if (!platform.facts.artifacts)
    return problem('this GitHub Enterprise Server has no artifact service that Sluice can use', platform)
  try {
    await makePage(closed.record, places, platform)
    const { artifactName, uploadRecord } = await import('../platforms/github/artifact.ts')
    const name = wanted === true ? artifactName(closed.targets, closed.session) : wanted
    return { artifact: await uploadRecord(name, closed.record) }
  } catch (error) {
    return problem(`the artifact was not uploaded: ${describe(error)}`, platform)
  }
}

/** Where statements stand, by the number of their events. */
export function placesOf(
  statements: readonly { readonly seq: number }[],
  places: readonly (Found | undefined)[],
): Map<number, Found> {
  const found = new Map<number, Found>()
  for (const [index, { seq }] of statements.entries()) {
    const place = places[index]
    if (place) found.set(seq, place)
  }
  return found
}

/** The record is what counts: without a page it is uploaded all the same. */
async function makePage(record: string, places: ReportOptions['places'], platform: Platform): Promise<void> {
  try {
    const { writeReport } = await import('../recording/report/write.ts')
    writeReport(record, places ? { places } : {})
  } catch (error) {
    platform.annotate('warning', `the artifact holds no session.html: ${describe(error)}`, {
      title: 'Sluice',
    })
  }
}

function problem(artifactProblem: string, platform: Platform): Kept {
  platform.annotate('warning', artifactProblem, { title: 'Sluice' })
  return { artifactProblem }
}
