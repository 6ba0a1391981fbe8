// The shapes that https://docs.github.com/webhooks/webhook-events-and-payloads#deployment_protection_rule documents.

const user = (login: string, id: number) => ({
  login,
  id,
  node_id: 'MDQ6VXNlcjE=',
  type: 'User',
  site_admin: false,
  url: `https://api.github.com/users/${login}`,
  html_url: `https://github.com/${login}`,
})

/** `deployment_protection_rule`, action `requested`, as it comes for a job with `environment: production`. */
export function requested(api: string, changes: Record<string, unknown> = {}) {
  const repository = 'octo-org/orders'
  const url = `${api}/repos/${repository}`
  return {
    action: 'requested',
    environment: 'production',
    event: 'push',
    sha: 'f95f852bd8fca8fcc58a9a2d6c842781e32a215e',
    ref: 'main',
    deployment_callback_url: `${url}/actions/runs/1234567/deployment_protection_rule`,
    deployment: {
      url: `${url}/deployments/814`,
      id: 814,
      node_id: 'DE_kwDOA',
      task: 'deploy',
      original_environment: 'production',
      environment: 'production',
      description: null,
      created_at: '2026-11-22T07:00:00Z',
      updated_at: '2026-11-22T07:00:00Z',
      statuses_url: `${url}/deployments/814/statuses`,
      repository_url: url,
      creator: user('octocat', 1),
      sha: 'f95f852bd8fca8fcc58a9a2d6c842781e32a215e',
      ref: 'main',
      payload: {},
      transient_environment: false,
      production_environment: true,
      performed_via_github_app: { id: 15368, slug: 'github-actions', name: 'GitHub Actions' },
    },
    pull_requests: [],
    repository: {
      id: 186853002,
      node_id: 'MDEwOlJlcG9zaXRvcnkxODY4NTMwMDI=',
      name: 'orders',
      full_name: repository,
      private: true,
      owner: { ...user('octo-org', 6811672), type: 'Organization' },
      html_url: `https://github.com/${repository}`,
      default_branch: 'main',
      url,
    },
    organization: { login: 'octo-org', id: 6811672, url: 'https://api.github.com/orgs/octo-org' },
    installation: { id: 2311213, node_id: 'MDIzOkludGVncmF0aW9uSW5zdGFsbGF0aW9u' },
    sender: user('octocat', 1),
    ...changes,
  }
}

/** `ping`, as it comes when an app's webhook is set up. */
export const PING = {
  zen: 'Design for failure.',
  hook_id: 109948940,
  hook: { type: 'App', id: 109948940, name: 'web', active: true, events: ['deployment_protection_rule'] },
}
