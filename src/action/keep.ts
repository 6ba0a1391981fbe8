import { describe } from '../core/errors.ts'
import type { Uploaded } from '../platforms/github/artifact.ts'
import type { Platform } from '../platforms/platform.ts'
import type { Closed } from '../session/files.ts'
import type { ArtifactInput } from './inputs.ts'

export interface Kept {
  readonly artifact?: Uploaded
  /** Why there is none although one was asked for. */
  readonly artifactProblem?: string
}

/** Uploads the record as an artifact. What does not work is a warning: a server has the record too. */
export async function keepRecord(closed: Closed, wanted: ArtifactInput, platform: Platform): Promise<Kept> {
  if (wanted === false) return {}
  if (!platform.facts.artifacts)
    return problem('this GitHub Enterprise Server has no artifact service that Sluice can use', platform)
  try {
    const { artifactName, uploadRecord } = await import('../platforms/github/artifact.ts')
    const name = wanted === true ? artifactName(closed.targets, closed.session) : wanted
    return { artifact: await uploadRecord(name, closed.record) }
  } catch (error) {
    return problem(`the artifact was not uploaded: ${describe(error)}`, platform)
  }
}

function problem(artifactProblem: string, platform: Platform): Kept {
  platform.annotate('warning', artifactProblem, { title: 'Sluice' })
  return { artifactProblem }
}
