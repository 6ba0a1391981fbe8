// What a session changes among the user's own files, when it is asked to.
import { userInfo } from 'node:os'
import { SluiceError } from '../core/errors.ts'
import { hostsFile } from '../protocols/ssh/client-config.ts'
import { addToUserConfig, removeFromUserConfig } from '../protocols/ssh/user-config.ts'
import type { Ready, ReadyTarget } from './files.ts'

/** False for the session's own files only. Throws `SluiceError` CONFIG_INVALID that names the option. */
export function parseSshConfig(text: string, option: string): boolean {
  const choice = text.trim()
  if (choice === 'own' || choice === 'user') return choice === 'user'
  throw new SluiceError('CONFIG_INVALID', `${option} is neither own nor user`, {
    hint: 'Write user for a line in ~/.ssh/config while the session lasts, or leave it out',
  })
}

/** Throws `SluiceError` CONFIG_INVALID. `option` is how the user asked for it. */
export async function changeSshConfig(
  { session, environment }: Pick<Ready, 'session' | 'environment'>,
  option: string,
): Promise<void> {
  const config = environment.SLUICE_SSH_CONFIG
  if (config === undefined)
    throw new SluiceError('CONFIG_INVALID', `${option} is given, but no target of the session speaks SSH`, {
      hint: 'Leave it out',
    })
  await addToUserConfig({ home: home(), session }, hostsFile(config))
}

/** Does nothing when there is nothing of the session. */
export async function restoreSshConfig(session: string): Promise<void> {
  await removeFromUserConfig({ home: home(), session })
}

/** OpenSSH asks the system, not HOME, which is another directory in a container job. */
const home = (): string => userInfo().homedir

/** What to type for a target that asks for a key, behind where it listens; `named` when ~/.ssh/config names the session. */
export const howToReach = (
  { name, password }: Pick<ReadyTarget, 'name' | 'password'>,
  named: boolean,
): string => (password === undefined ? `: ssh ${named ? '' : '-F "$SLUICE_SSH_CONFIG" '}${name}` : '')
