import type { Analysis } from '../core/statement.ts'

/**
 * Text to facts. Answers at once from its cache or, where that is safe, from the parser in this thread;
 * with a promise when the text must be parsed in the worker. Never rejects: what cannot be analysed has one
 * effect `unknown` with a reason.
 */
export interface Analyser {
  /**
   * The same text gives the very same object while it is cached; never change it. `gone`: whoever asked does not wait any
   * more; when nobody does, a text whose turn has not come is not analysed.
   */
  analyse(text: string, gone?: AbortSignal): Analysis | Promise<Analysis>
  /** Loads the parser, so that the next statement does not wait for it. */
  warm?(): Promise<void>
  close(): Promise<void>
}
