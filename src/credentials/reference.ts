import { readFileSync } from 'node:fs'
import { SluiceError } from '../core/errors.ts'
import { Secret } from '../core/secret.ts'
import type { Secrets } from './provider.ts'

const MAX_BYTES = 64 * 1024

/** Reads `env:NAME` or `file:PATH`; one newline at the end of a file is not part of the value. Throws `SluiceError` CREDENTIAL_FAILED. */
export function resolveSecret(reference: string, env: NodeJS.ProcessEnv): Secret {
  const value = reference.startsWith('env:')
    ? fromEnvironment(reference.slice('env:'.length), env)
    : reference.startsWith('file:')
      ? fromFile(reference.slice('file:'.length))
      : undefined
  if (value === undefined)
    throw failed('a secret is not given as a reference', 'Write env:NAME or file:PATH in the policy file')
  return new Secret(value)
}

export const secretsFrom =
  (env: NodeJS.ProcessEnv): Secrets =>
  (reference) =>
    resolveSecret(reference, env)

function fromEnvironment(name: string, env: NodeJS.ProcessEnv): string {
  const value = Object.hasOwn(env, name) ? env[name] : undefined
  if (value) return value
  throw failed(
    `the environment variable ${name} is ${value === '' ? 'empty' : 'not set'}`,
    `Set ${name} in the environment of this process`,
  )
}

function fromFile(path: string): string {
  let bytes: Buffer
  try {
    bytes = readFileSync(path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable'
    throw failed(
      `the secret file ${path} cannot be read (${code})`,
      'Check that it exists and that the server may read it',
    )
  }
  if (bytes.length > MAX_BYTES)
    throw failed(`the secret file ${path} is larger than 64 KiB`, 'Name the right file')
  const value = bytes.toString('utf8').replace(/\r?\n$/, '')
  if (value === '') throw failed(`the secret file ${path} is empty`, 'Write the value into it')
  return value
}

function failed(message: string, hint: string): SluiceError {
  return new SluiceError('CREDENTIAL_FAILED', message, { hint })
}
