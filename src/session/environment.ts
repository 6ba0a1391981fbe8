/**
 * What the daemon may know of the job's environment. Never the CI's own tokens (`ACTIONS_*`, `CI_JOB_TOKEN`), never
 * `NODE_OPTIONS`. `RUNNER_TRACKING_ID` stays, so that the runner ends an orphan after the job.
 */
const KEPT = [
  'PATH',
  'HOME',
  'USERPROFILE',
  'SYSTEMROOT',
  'TMPDIR',
  'TEMP',
  'TMP',
  'LANG',
  'LC_ALL',
  'TZ',
  'RUNNER_TRACKING_ID',
  'NODE_EXTRA_CA_CERTS',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'NO_PROXY',
]

export function daemonEnvironment(from: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = {}
  for (const [name, value] of Object.entries(from)) if (KEPT.includes(name.toUpperCase())) env[name] = value
  return env
}
