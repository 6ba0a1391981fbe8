import { describe, SluiceError } from '../core/errors.ts'

/** One line of the daemon's log, which is its standard error. */
export function log(line: string): void {
  process.stderr.write(`${new Date().toISOString()} ${line}\n`)
}

/** For the log and `closed.json`: the message of an error that is written for people; of others, which may quote values, the kind. */
export function explain(error: unknown): string {
  if (error instanceof SluiceError) return describe(error)
  if (!(error instanceof Error)) return typeof error
  const { code } = error as NodeJS.ErrnoException
  return code === undefined ? error.name : `${error.name} ${code}`
}

/** Kind and place of a bug: where in the code, without any value. */
export function trace(error: unknown): string {
  if (!(error instanceof Error) || error.stack === undefined) return explain(error)
  const { message, stack } = error
  // The stack begins with the message, whose own lines could look like frames.
  const frames = stack.slice(stack.indexOf(message) + message.length).split('\n')
  return [explain(error), ...frames.filter((line) => /^\s+at /.test(line))].join('\n')
}
