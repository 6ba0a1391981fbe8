import { SluiceError } from '../../core/errors.ts'
import { openGeneric, readIdToken } from '../generic/index.ts'
import type { Platform, Surroundings } from '../platform.ts'

export function openGitlab(surroundings: Surroundings): Platform {
  const { env } = surroundings
  const generic = openGeneric(surroundings)
  const runUrl = env.CI_JOB_URL
  return {
    ...generic,
    name: 'gitlab',
    facts: {
      ...generic.facts,
      workspace: env.CI_PROJECT_DIR ?? generic.facts.workspace,
      ...(runUrl ? { runUrl } : {}),
    },
    idToken: async (audience) => readIdToken(env) ?? missing(audience),
  }
}

function missing(audience: string): never {
  throw new SluiceError('OIDC_UNAVAILABLE', 'this job has no OIDC token in SLUICE_ID_TOKEN', {
    hint: `Add to the job:\n\n  id_tokens:\n    SLUICE_ID_TOKEN:\n      aud: ${audience}\n`,
  })
}
