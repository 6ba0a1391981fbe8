// Any CI, or a laptop: the token comes from a variable or a file, progress goes to standard error.
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { SluiceError } from '../../core/errors.ts'
import type { Platform, Surroundings } from '../platform.ts'

export function openGeneric({ env, cwd, err }: Surroundings): Platform {
  return {
    name: 'generic',
    facts: { workspace: cwd, temp: tmpdir(), artifacts: false },
    idToken: async () => readIdToken(env) ?? missing(),
    // There is no log to mask and nothing to export to: commands print results themselves.
    mask: () => {},
    exportVariable: () => {},
    output: () => {},
    summary: async () => {},
    annotate: (level, message, place) => {
      const where = place?.file ? `${place.file}${place.line ? `:${place.line}` : ''}: ` : ''
      err(`${level}: ${where}${message}\n`)
    },
    group: async (title, work) => {
      err(`${title}\n`)
      return work()
    },
    log: (line) => err(`${line}\n`),
  }
}

/** From `SLUICE_ID_TOKEN`, or the file that `SLUICE_ID_TOKEN_FILE` names. */
export function readIdToken(env: NodeJS.ProcessEnv): string | undefined {
  const token = env.SLUICE_ID_TOKEN?.trim()
  if (token) return token
  const file = env.SLUICE_ID_TOKEN_FILE
  return file ? readTokenFile(file) : undefined
}

/** Throws `SluiceError` OIDC_UNAVAILABLE. */
export function readTokenFile(path: string): string {
  let token: string
  try {
    token = readFileSync(path, 'utf8').trim()
  } catch (error) {
    throw new SluiceError(
      'OIDC_UNAVAILABLE',
      `the ID token file ${path} cannot be read (${(error as NodeJS.ErrnoException).code})`,
      { hint: 'Name a file that holds the pipeline’s OIDC token and nothing else' },
    )
  }
  if (token) return token
  throw new SluiceError('OIDC_UNAVAILABLE', `the ID token file ${path} is empty`, {
    hint: 'It must hold the pipeline’s OIDC token and nothing else',
  })
}

function missing(): never {
  throw new SluiceError('OIDC_UNAVAILABLE', 'there is no OIDC token to exchange', {
    hint: 'Put the CI’s ID token into SLUICE_ID_TOKEN, or its file’s name into SLUICE_ID_TOKEN_FILE or --id-token-file',
  })
}
