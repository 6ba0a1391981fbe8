/** What Sluice needs of the CI that the job runs on. */
export interface Platform {
  readonly name: string
  readonly facts: Facts
  /** The job's OIDC token for this audience. Throws `SluiceError` OIDC_UNAVAILABLE that says what to change in the job. */
  idToken(audience: string): Promise<string>
  /** From now on the log shows a placeholder for it, where the CI can do that. */
  mask(secret: string): void
  /** For the steps behind this one. */
  exportVariable(name: string, value: string): void
  output(name: string, value: string): void
  /** Appends Markdown to the page that shows the job. */
  summary(markdown: string): Promise<void>
  annotate(level: Level, message: string, place?: Place): void
  group<T>(title: string, work: () => Promise<T>): Promise<T>
  log(line: string): void
}

export type Level = 'notice' | 'warning' | 'error'

export interface Place {
  readonly title?: string
  /** Relative to the workspace. */
  readonly file?: string
  /** From 1. */
  readonly line?: number
}

export interface Facts {
  /** Absolute directory of the checked out files. */
  readonly workspace: string
  /** Absolute directory that is gone after the job, where the CI has one. */
  readonly temp: string
  /** Page of the run. */
  readonly runUrl?: string
  /** False where the CI cannot keep files under a name. */
  readonly artifacts: boolean
}

export interface Surroundings {
  readonly env: NodeJS.ProcessEnv
  readonly cwd: string
  readonly fetch: typeof fetch
  /** Progress for people: standard error. */
  err(text: string): void
}
