import type { Shells } from './syntax/reader.ts'

export const ANY_SHELL: Shells = new Set(['bash', 'posix', 'zsh', 'fish', 'csh'])
export const BASH: Shells = new Set(['bash'])
/** `sh` is dash on some hosts, bash or busybox on others. */
export const SH: Shells = new Set(['bash', 'posix'])

const KNOWN: Readonly<Record<string, Shells>> = {
  sh: SH,
  bash: BASH,
  rbash: BASH,
  dash: SH,
  ash: SH,
  ksh: SH,
  ksh93: SH,
  mksh: SH,
  busybox: SH,
  zsh: new Set(['zsh']),
}

/** Kinds of shells that may read a line for an account with this login shell; undefined for those whose language is another. */
export const shellsOf = (shell: string | undefined): Shells | undefined =>
  shell === undefined ? ANY_SHELL : KNOWN[shell.split('/').at(-1) ?? '']
