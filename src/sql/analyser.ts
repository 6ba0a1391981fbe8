import type { Analysis } from '../core/statement.ts'

/**
 * Text to facts. Answers at once from its cache or, where that is safe, from the parser in this thread;
 * with a promise when the text must be parsed in the worker. Never rejects: what cannot be analysed has one
 * effect `unknown` with a reason.
 */
export interface Analyser {
  /** `sha256` is of the exact bytes and keys the cache together with the text. */
  analyse(text: string): Analysis | Promise<Analysis>
  close(): Promise<void>
}
