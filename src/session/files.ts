// The files of a session's directory: how the daemon and those who start and stop it talk besides the control endpoint.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Receipt } from '../client/revoke.ts'
import { ERROR_CODES, type ErrorCode, SluiceError } from '../core/errors.ts'
import type { EndReason } from '../core/event.ts'
import type { Seal } from '../recording/recorder.ts'
import type { Refusal, Tally } from './tally.ts'

export type { Refusal } from './tally.ts'

/** `ready.json`: the proxy listens. Holds the session's own passwords, so it is readable by the owner only. */
export interface Ready {
  readonly pid: number
  readonly session: string
  readonly sessionUrl?: string
  /** RFC 3339. */
  readonly expiresAt: string
  /** Directory of the session record. */
  readonly record: string
  readonly control: { readonly port: number; readonly secret: string }
  readonly targets: readonly ReadyTarget[]
  /** Environment of the session as a whole: clients that have one configuration for all targets. */
  readonly environment: Readonly<Record<string, string>>
}

export interface ReadyTarget {
  readonly name: string
  readonly protocol: string
  readonly host: string
  readonly port: number
  /** Path of the unix socket, where there is one. */
  readonly socket?: string
  readonly user: string
  /** Absent when a key is asked for, which is in a file that `environment` leads to. */
  readonly password?: string
  readonly database?: string
  readonly url: string
  /** Environment that makes the protocol's usual clients use the session. */
  readonly environment: Readonly<Record<string, string>>
  /** Detectors of the target's masks, for the output of commands. */
  readonly detect: readonly string[]
  /** Own patterns of these masks, for the same. */
  readonly patterns?: readonly { readonly name: string; readonly pattern: string }[]
}

/** `closed.json`: the session is over. No statement text: that is in the record. */
export interface Closed {
  readonly session: string
  readonly sessionUrl?: string
  readonly reason: EndReason
  /** RFC 3339. */
  readonly startedAt: string
  readonly endedAt: string
  readonly targets: readonly string[]
  readonly totals: Tally
  readonly refusals: readonly Refusal[]
  readonly record: string
  readonly seal?: Seal
  /** What the server said to the revocation; absent for a session without a server. */
  readonly revocation?: Receipt
  /** What went wrong while closing, in sentences for people. */
  readonly problems: readonly string[]
}

export const FILES = {
  ready: 'ready.json',
  closed: 'closed.json',
  failed: 'failed.json',
  pid: 'daemon.pid',
  log: 'daemon.log',
} as const

/** Atomic, and readable by the owner only: a reader sees the whole file or none. */
export function writeJson(dir: string, file: string, value: unknown): void {
  const path = join(dir, file)
  writeFileSync(`${path}.part`, `${JSON.stringify(value)}\n`, { mode: 0o600 })
  renameSync(`${path}.part`, path)
}

export function readReady(dir: string): Ready | undefined {
  return readJson<Ready>(dir, FILES.ready)
}

export function readClosed(dir: string): Closed | undefined {
  return readJson<Closed>(dir, FILES.closed)
}

/** The error that kept the daemon from starting, as it told it. */
export function readFailure(dir: string): SluiceError | undefined {
  const failure = readJson<{ code: string; message: string; hint?: string }>(dir, FILES.failed)
  if (!failure) return undefined
  const code = Object.hasOwn(ERROR_CODES, failure.code) ? (failure.code as ErrorCode) : 'DAEMON_FAILED'
  return new SluiceError(code, failure.message, failure.hint === undefined ? {} : { hint: failure.hint })
}

export function readPid(dir: string): number | undefined {
  const path = join(dir, FILES.pid)
  if (!existsSync(path)) return undefined
  const pid = Number(readFileSync(path, 'utf8'))
  return Number.isSafeInteger(pid) && pid > 1 ? pid : undefined
}

/** Our own file in a directory that only its owner may write. */
function readJson<T>(dir: string, file: string): T | undefined {
  const path = join(dir, file)
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as T) : undefined
}
