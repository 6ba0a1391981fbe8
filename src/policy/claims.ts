// What the CI platforms put into their tokens, from their own documentation.

/** Events of GitHub that run with a token although an outsider wrote what runs: refused unless a rule names them. */
export const RISKY_EVENTS: readonly string[] = ['pull_request_target', 'workflow_run']

/** Pipelines of GitLab that may run an outsider's code: refused unless a rule names them. */
export const RISKY_SOURCES: readonly string[] = ['merge_request_event', 'external_pull_request_event']

const COMMON = ['iss', 'sub', 'aud', 'exp', 'nbf', 'iat', 'jti']

export const CLAIMS: Readonly<Record<'github' | 'gitlab', readonly string[]>> = {
  github: [
    ...COMMON,
    ...['actor', 'actor_id', 'base_ref', 'check_run_id', 'enterprise', 'enterprise_id', 'environment'],
    ...[
      'environment_node_id',
      'event_name',
      'head_ref',
      'issuer_scope',
      'job_workflow_ref',
      'job_workflow_sha',
    ],
    ...[
      'ref',
      'ref_protected',
      'ref_type',
      'repository',
      'repository_id',
      'repository_owner',
      'repository_owner_id',
    ],
    ...['repository_visibility', 'run_attempt', 'run_id', 'run_number', 'runner_environment', 'sha'],
    ...['workflow', 'workflow_ref', 'workflow_sha'],
  ],
  gitlab: [
    ...COMMON,
    ...['ci_config_ref_uri', 'ci_config_sha', 'deployment_tier', 'environment', 'environment_action'],
    ...[
      'environment_protected',
      'job_id',
      'job_project_id',
      'job_project_path',
      'job_source',
      'namespace_id',
    ],
    ...[
      'namespace_path',
      'pipeline_id',
      'pipeline_source',
      'project_id',
      'project_path',
      'project_visibility',
      'ref',
    ],
    ...[
      'ref_path',
      'ref_protected',
      'ref_type',
      'runner_environment',
      'runner_id',
      'sha',
      'user_access_level',
    ],
    ...['user_email', 'user_id', 'user_login'],
  ],
}

/** Text that whoever starts the job can choose: to be shown, not to be trusted. */
export const CHOSEN_BY_USER: Readonly<Record<'github' | 'gitlab', readonly string[]>> = {
  github: ['actor', 'workflow', 'head_ref', 'sub'],
  gitlab: ['sub', 'user_login', 'user_email'],
}

/** Numbers that are never given twice, unlike names. */
export const ID_CLAIMS: readonly string[] = [
  'repository_id',
  'repository_owner_id',
  'project_id',
  'job_project_id',
  'namespace_id',
]

export function isKnownClaim(platform: 'github' | 'gitlab', claim: string): boolean {
  return CLAIMS[platform].includes(claim) || (platform === 'github' && claim.startsWith('repo_property_'))
}
