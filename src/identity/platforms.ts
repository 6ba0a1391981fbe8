// What the tokens of each platform hold. https://docs.github.com/actions/reference/security/oidc,
// https://docs.gitlab.com/ci/secrets/id_token_authentication/
import type { JsonObject } from './json.ts'
import { Refusal } from './refusal.ts'

export interface Platform {
  /** Longest `exp - iat`, seconds. */
  readonly lifetime: number
  /** Claims that every token of a job has, as non-empty strings. */
  readonly required: readonly string[]
  /** Claims that some tokens lack; where they are, they are non-empty strings too. */
  readonly optional: readonly string[]
  /** Claims that name the one job attempt, in order. An absent one counts as empty, so it widens nothing. */
  readonly job: readonly string[]
  /** Claims that say what one run would deploy and who started it, whichever attempt asks. An absent one counts as empty. */
  readonly change: readonly string[]
  /** Claims that name the person who started the run. */
  readonly starter: readonly string[]
  /** The claim that names the repository or project and is never given to another. */
  readonly repository: string
}

export const PLATFORMS = {
  github: {
    lifetime: 3600,
    required: [
      'repository_id',
      'repository_owner_id',
      'repository',
      'run_id',
      'run_attempt',
      'ref',
      'ref_type',
      'event_name',
    ],
    optional: [],
    job: ['repository_id', 'run_id', 'run_attempt', 'check_run_id'],
    change: [
      'repository_id',
      'repository_owner_id',
      'run_id',
      'ref',
      'ref_type',
      'sha',
      'event_name',
      'environment',
      'workflow_ref',
      'workflow_sha',
      'job_workflow_ref',
      'job_workflow_sha',
      'runner_environment',
      'actor_id',
    ],
    starter: ['actor'],
    repository: 'repository_id',
  },
  gitlab: {
    lifetime: 24 * 3600,
    required: ['project_id', 'project_path', 'pipeline_id', 'job_id', 'pipeline_source', 'ref', 'ref_type'],
    optional: ['job_project_id'],
    job: ['project_id', 'pipeline_id', 'job_id'],
    change: [
      'project_id',
      'pipeline_id',
      'namespace_id',
      'job_project_id',
      'ref',
      'ref_type',
      'ref_path',
      'sha',
      'pipeline_source',
      'environment',
      'environment_action',
      'deployment_tier',
      'ci_config_ref_uri',
      'ci_config_sha',
      'runner_environment',
      'user_id',
    ],
    starter: ['user_login', 'user_email'],
    repository: 'project_id',
  },
} as const satisfies Record<string, Platform>

export type PlatformName = keyof typeof PLATFORMS

/** The claims that are non-empty strings; access rules match nothing else. Throws `Refusal` when one is missing or odd. */
export function readClaims(platform: Platform, payload: JsonObject): Readonly<Record<string, string>> {
  const claims: Record<string, string> = Object.create(null)
  for (const [name, value] of Object.entries(payload))
    if (typeof value === 'string' && value !== '') claims[name] = value
  const missing = platform.required.find((name) => claims[name] === undefined)
  if (missing !== undefined) throw new Refusal('claims', `the token has no ${missing}`)
  const odd = platform.optional.find((name) => Object.hasOwn(payload, name) && claims[name] === undefined)
  if (odd !== undefined) throw new Refusal('claims', `the token’s ${odd} is not a string`)
  return Object.freeze(claims)
}
