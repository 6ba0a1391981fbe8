// What `main` leaves for `post`. Later steps can read it: it holds nothing but a handle to end the session.
import { getState, saveState } from '@actions/core'

export interface State {
  /** The session's directory. */
  readonly dir: string
  readonly record: string
  /** Address of the grant server, and a token that without the session's key can only revoke. */
  readonly server: string
  readonly token: string
  /** What tells this step of the workflow from others. */
  readonly step: string
  /** Id of the session with a line in ~/.ssh/config. */
  readonly sshConfig: string
  /** Set when a person was asked for the session, and when the job ended meanwhile. */
  readonly asked: 'true'
  readonly parked: 'true'
}

export interface Loaded extends Pick<State, 'dir' | 'record' | 'step'> {
  readonly grant?: Pick<State, 'server' | 'token'>
  readonly sshConfig?: string
  /** A person was asked, and is not any more. */
  readonly asked: boolean
}

/** Each as soon as it is known: `main` may be killed at any moment. */
export function save(state: Partial<State>): void {
  for (const [name, value] of Object.entries(state)) saveState(name, value)
}

/** Undefined when `main` did not come far enough to leave anything. */
export function load(): Loaded | undefined {
  const [dir, record, server, token, step = ''] = ['dir', 'record', 'server', 'token', 'step'].map(getState)
  const sshConfig = getState('sshConfig')
  if (!dir || !record) return undefined
  const asked = getState('asked') !== '' && getState('parked') === ''
  return {
    dir,
    record,
    step,
    asked,
    ...(sshConfig ? { sshConfig } : {}),
    ...(server && token ? { grant: { server, token } } : {}),
  }
}
