// The bytes of a command to a statement.
import { isUtf8 } from 'node:buffer'
import { hash } from 'node:crypto'
import type { Analysis, Statement } from '../../core/statement.ts'

/** Longer ones are refused: nobody reads them, and the target's kernel takes no longer argument than 128 KiB. */
export const LONGEST_COMMAND = 64 * 1024

/** Why these bytes are no command that can be judged; undefined when they are one. */
export function unreadable(bytes: Buffer): string | undefined {
  if (bytes.length > LONGEST_COMMAND) return `the command is longer than ${LONGEST_COMMAND} bytes`
  if (bytes.includes(0)) return 'the command holds a NUL byte'
  // A replaced sequence would make two different commands one.
  if (!isUtf8(bytes)) return 'the command is not UTF-8'
  return undefined
}

export function statementOf(id: number, bytes: Buffer, analysis: Analysis): Statement {
  return { id, text: bytes.toString(), sha256: hash('sha256', bytes, 'hex'), analysis }
}

/** What does nothing that a rule could know. */
export const NOTHING: Analysis = {
  effects: [],
  relations: [],
  count: 1,
  changes: { schema: false, resolution: false },
}
