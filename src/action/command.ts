// The `run` input: a script under the session, with only its own environment changed and its output masked.
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { exec } from '@actions/exec'
import type { Scrubber } from '../masking/index.ts'

export interface CommandOptions {
  readonly script: string
  readonly env: NodeJS.ProcessEnv
  /** Variables that lead to the session. */
  readonly session: Readonly<Record<string, string>>
  /** Names of variables that hold the targets' own credentials: with them the script could go past the session. */
  readonly secretVariables: readonly string[]
  /** A new one for each stream. */
  scrubber(): Scrubber
  out(data: Buffer): void
  err(data: Buffer): void
}

/** What the runner gives to actions and not to `run:` steps, and the inputs and state of this action. */
const OURS = /^(INPUT_|STATE_|ACTIONS_RUNTIME_|ACTIONS_RESULTS_URL$|ACTIONS_CACHE_URL$)/

/** Returns the script's exit code; undefined when a signal ended it. */
export async function runCommand(options: CommandOptions): Promise<number | undefined> {
  const env: Record<string, string> = {}
  const secret = new Set(options.secretVariables.map(variable))
  for (const [name, value] of Object.entries(options.env))
    if (value !== undefined && !OURS.test(name) && !secret.has(variable(name))) env[name] = value
  Object.assign(env, options.session)
  const [out, err] = [options.scrubber(), options.scrubber()]
  const [shell, args] = shellFor(options.script, options.env.PATH ?? '')
  // Its type says number, yet it is null after a signal.
  const code: number | null = await exec(shell, args, {
    env,
    silent: true,
    ignoreReturnCode: true,
    listeners: {
      stdout: (data) => options.out(out.write(data)),
      stderr: (data) => options.err(err.write(data)),
    },
  })
  options.out(out.end())
  options.err(err.end())
  return code ?? undefined
}

/** Windows does not tell the case of a variable's name. */
const variable = (name: string) => (process.platform === 'win32' ? name.toUpperCase() : name)

/** As GitHub runs `shell: bash`, and what it takes where there is none. */
function shellFor(script: string, path: string): [shell: string, args: string[]] {
  if (process.platform === 'win32')
    return ['pwsh', ['-NoLogo', '-Command', `$ErrorActionPreference = 'stop'\n${script}\nexit $LASTEXITCODE`]]
  const hasBash = path.split(delimiter).some((dir) => dir !== '' && existsSync(join(dir, 'bash')))
  if (hasBash) return ['bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script]]
  return ['sh', ['-e', '-c', script]]
}
