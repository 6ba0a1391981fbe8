// Links are made only of claims that have exactly the form of GitHub's own: the rest stays text.

export interface JobLinks {
  readonly repository?: string
  readonly commit?: string
  readonly run?: string
  /** A line of a file as of the job's commit. */
  file(file: string, line: number): string | undefined
}

const GITHUB = 'https://github.com'
const ISSUER = /^https:\/\/token\.actions\.githubusercontent\.com(\/[\w-]+)?$/
const REPOSITORY = /^[A-Za-z0-9][A-Za-z0-9-]{0,38}\/(?!\.{1,2}$)[\w.-]{1,100}$/

export function jobLinks(claims: Readonly<Record<string, string>>): JobLinks {
  const {
    iss,
    server_url: server,
    repository = '',
    sha = '',
    run_id: run = '',
    run_attempt: attempt = '',
  } = claims
  const theirs = (iss === undefined || ISSUER.test(iss)) && (server === undefined || server === GITHUB)
  if (!theirs || !REPOSITORY.test(repository)) return { file: () => undefined }
  const base = `${GITHUB}/${repository}`
  const commit = /^[0-9a-f]{40}$/.test(sha) ? sha : undefined
  const tail = /^\d{1,6}$/.test(attempt) ? `/attempts/${attempt}` : ''
  return {
    repository: base,
    ...(commit ? { commit: `${base}/commit/${commit}` } : {}),
    ...(/^\d{1,20}$/.test(run) ? { run: `${base}/actions/runs/${run}${tail}` } : {}),
    file(file, line) {
      const parts = file.split('/')
      const plain = parts.every((part) => part !== '' && part !== '.' && part !== '..')
      if (!commit || !plain || !Number.isSafeInteger(line) || line < 1) return undefined
      return `${base}/blob/${commit}/${parts.map((part) => encodeURIComponent(part.toWellFormed())).join('/')}#L${line}`
    },
  }
}
