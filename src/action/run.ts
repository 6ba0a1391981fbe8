import { setFailed } from '@actions/core'
import type { Ready } from '../session/files.ts'
import { stopSession } from '../session/stop.ts'
import { environmentOf } from '../session/wanted.ts'
import { runCommand } from './command.ts'
import { scrubSession } from './scrub.ts'

export interface RunOptions {
  readonly ready: Ready
  readonly dir: string
  readonly databaseUrl: boolean
  readonly secretVariables: readonly string[]
}

/** Runs the script and ends the session; `post` finds it closed. Fails the step with the script's exit code. */
export async function runUnderSession(
  script: string,
  { ready, dir, databaseUrl, secretVariables }: RunOptions,
): Promise<void> {
  const stop = (now: boolean) => stopSession({ dir, record: ready.record, now })
  // A cancelled job: the script must not go on in the session while the runner ends this process.
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void stop(true).finally(() => process.exit(130)))
  try {
    const code = await runCommand({
      script,
      env: process.env,
      session: environmentOf(ready, { databaseUrl }),
      secretVariables,
      scrubber: () => scrubSession(ready),
      out: (data) => process.stdout.write(data),
      err: (data) => process.stderr.write(data),
    })
    if (code === undefined) setFailed('the command was ended by a signal')
    else if (code !== 0) setFailed(`the command ended with code ${code}`)
  } finally {
    await stop(false)
  }
}
