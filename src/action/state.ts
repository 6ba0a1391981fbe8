// What `main` leaves for `post`. Later steps can read it: it holds nothing but a handle to end the session.
import { getState, saveState } from '@actions/core'

export interface State {
  /** The session's directory. */
  readonly dir: string
  readonly record: string
  /** Address of the grant server, and a token that without the session's key can only revoke. */
  readonly server: string
  readonly token: string
}

/** Each as soon as it is known: `main` may be killed at any moment. */
export function save(state: Partial<State>): void {
  for (const [name, value] of Object.entries(state)) saveState(name, value)
}

/** Undefined when `main` did not come far enough to leave anything. */
export function load():
  | (Pick<State, 'dir' | 'record'> & { grant?: Pick<State, 'server' | 'token'> })
  | undefined {
  const [dir, record, server, token] = ['dir', 'record', 'server', 'token'].map(getState)
  if (!dir || !record) return undefined
  return { dir, record, ...(server && token ? { grant: { server, token } } : {}) }
}
