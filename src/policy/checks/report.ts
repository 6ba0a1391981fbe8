import type { Problem } from '../config.ts'
import type { Path, Source } from '../document.ts'

/** Collects what the checks find; a path names the place in the file. */
export interface Report {
  error(path: Path, message: string, hint: string): void
  warning(path: Path, message: string, hint: string): void
}

export interface Findings {
  readonly report: Report
  readonly errors: Problem[]
  readonly warnings: Problem[]
}

export function findings(source: Source): Findings {
  const errors: Problem[] = []
  const warnings: Problem[] = []
  const report: Report = {
    error: (path, message, hint) => void errors.push({ ...source.valueAt(path), message, hint }),
    warning: (path, message, hint) => void warnings.push({ ...source.valueAt(path), message, hint }),
  }
  return { report, errors, warnings }
}
