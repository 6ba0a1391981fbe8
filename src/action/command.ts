// The `run` input: a script under the session, with only its own environment changed and its output masked.
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { StringDecoder } from 'node:string_decoder'
import { exec } from '@actions/exec'

export interface CommandOptions {
  readonly script: string
  readonly env: NodeJS.ProcessEnv
  /** Variables that lead to the session. */
  readonly session: Readonly<Record<string, string>>
  scrub(text: string): string
  out(text: string): void
  err(text: string): void
}

/** What the runner gives to actions and not to `run:` steps, and the inputs and state of this action. */
const OURS = /^(INPUT_|STATE_|ACTIONS_RUNTIME_|ACTIONS_RESULTS_URL$|ACTIONS_CACHE_URL$)/

/** Returns the script's exit code. */
export async function runCommand(options: CommandOptions): Promise<number> {
  const env: Record<string, string> = {}
  for (const [name, value] of Object.entries(options.env))
    if (value !== undefined && !OURS.test(name)) env[name] = value
  Object.assign(env, options.session)
  const [out, err] = [lines(options.scrub, options.out), lines(options.scrub, options.err)]
  const [shell, args] = shellFor(options.script, options.env.PATH ?? '')
  const code = await exec(shell, args, {
    env,
    silent: true,
    ignoreReturnCode: true,
    listeners: { stdout: out.push, stderr: err.push },
  })
  out.end()
  err.end()
  return code
}

/** As GitHub runs `shell: bash`, and what it takes where there is none. */
function shellFor(script: string, path: string): [shell: string, args: string[]] {
  if (process.platform === 'win32')
    return ['pwsh', ['-NoLogo', '-Command', `$ErrorActionPreference = 'stop'\n${script}\nexit $LASTEXITCODE`]]
  const hasBash = path.split(delimiter).some((dir) => dir !== '' && existsSync(join(dir, 'bash')))
  if (hasBash) return ['bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script]]
  return ['sh', ['-e', '-c', script]]
}

/** Longer lines are scrubbed in pieces of this size. */
const LONGEST_LINE = 64 * 1024

/** Whole lines at a time, so that a value which arrives in two pieces is seen. */
export function lines(
  scrub: (text: string) => string,
  write: (text: string) => void,
): { push(data: Buffer): void; end(): void } {
  const decoder = new StringDecoder('utf8')
  let rest = ''
  return {
    push(data) {
      rest += decoder.write(data)
      const end = Math.max(rest.lastIndexOf('\n'), rest.lastIndexOf('\r')) + 1
      const cut = end === 0 && rest.length > LONGEST_LINE ? rest.length : end
      if (cut === 0) return
      write(scrub(rest.slice(0, cut)))
      rest = rest.slice(cut)
    },
    end() {
      rest += decoder.end()
      if (rest) write(scrub(rest))
      rest = ''
    },
  }
}
