import { afterAll } from 'vitest'
import type { Analysis } from '../../src/core/statement.ts'
import type { AnalyserOptions } from '../../src/sql/create.ts'
import { createAnalyser } from '../../src/sql/create.ts'

export const WORKER = new URL('../../src/sql/worker.ts', import.meta.url)

/** An analyser that ends with the test file. */
export function analyser(options: Partial<AnalyserOptions> = {}) {
  const made = createAnalyser({ worker: WORKER, ...options })
  afterAll(() => made.close())
  return made
}

/** Effects without what a test does not look at. */
export const brief = ({ effects }: Analysis): string[] =>
  effects.map(({ action, object, name, rows, via }) =>
    [action, object, name, rows && `rows:${rows}`, via && `via:${via.join('/')}`].filter(Boolean).join(' '),
  )
