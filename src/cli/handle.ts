// What `start` leaves in the session's directory for `stop`.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SluiceError } from '../core/errors.ts'

export const HANDLE = 'handle.json'

export interface Handle {
  readonly record: string
  /** Id of the session when ~/.ssh/config names it. */
  readonly sshConfig?: string
  readonly grant?: { readonly server: string; readonly token: string }
}

export function readHandle(dir: string): Handle {
  const path = join(dir, HANDLE)
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as Handle
  throw new SluiceError('CONFIG_INVALID', `${dir} is not the directory of a session`, {
    hint: 'Give the directory that sluice start printed as SLUICE_SESSION',
  })
}
