// Where a held statement stands in the files of its job.
import type { Fields } from './shape.ts'

/** As the job says: nobody but the job has its files, and nothing is decided by it. */
export interface Source {
  /** Relative to the job's workspace, with `/`. */
  readonly file: string
  /** From 1. */
  readonly line: number
  /** Other places that hold the same text; absent when none was found. */
  readonly more?: number
}

const LONGEST = 500

/** True for a path that stays below the directory it is relative to, on every system, and that a person can read. */
export function isInside(file: string): boolean {
  if (file === '' || file.length > LONGEST || !file.isWellFormed()) return false
  if (/[\\\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(file) || /^[A-Za-z]:/.test(file)) return false
  return file.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
}

/** Throws what `fail` makes, with the member's name and never its value. */
export function sourceFrom(from: Fields, fail: (message: string) => Error): Source {
  const file = from.text('file')
  const line = from.integer('line')
  const more = from.optional('more', from.integer)
  from.end()
  if (!isInside(file)) throw fail('source.file must be a path within the workspace')
  if (line < 1 || more === 0) throw fail('source.line and source.more count from 1')
  return { file, line, ...(more === undefined ? {} : { more }) }
}
