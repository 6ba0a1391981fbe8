/** What a command may touch; tests pass their own. */
export interface Io {
  readonly stdin: NodeJS.ReadableStream
  /** Results only. */
  out(text: string): void
  /** Progress, warnings and errors. */
  err(text: string): void
  readonly env: NodeJS.ProcessEnv
  readonly cwd: string
  /** Aborted on SIGINT and SIGTERM. */
  readonly signal: AbortSignal
  /** True while signals are for a command below this one, which may want several: else the second ends the process. */
  relaying?(on: boolean): void
  /** Standard output is a terminal. */
  readonly terminal?: boolean
}

export interface Command {
  /** One line for `sluice help`. */
  readonly summary: string
  /** Usage, options, examples: what `sluice help NAME` prints. */
  readonly help: string
  /** `args` without the command's own name. Returns the exit code; throws `SluiceError` for a failure with a cure. */
  run(args: string[], io: Io): Promise<number>
}

export const EXIT = {
  ok: 0,
  /** The command failed. */
  failed: 1,
  /** Wrong usage, configuration or input. */
  usage: 2,
  /** Refused by policy: a statement, or the exchange. */
  refused: 3,
  /** Waits for an approval. */
  pending: 4,
  /** A record does not verify. */
  invalid: 5,
} as const

/** The exit code of a command that a signal ended, as a shell would tell it. */
export function interrupted(signal: AbortSignal): number {
  return signal.reason === 'SIGINT' ? 130 : 143
}
