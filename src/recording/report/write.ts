import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { FILES } from '../format.ts'
import { writeCasts } from '../terminal/write.ts'
import type { RecordFiles } from '../verify.ts'
import { type ReportOptions, reportHtml } from './index.ts'

export const REPORT = 'session.html'

/**
 * Puts the page beside the record in `dir`, in place of an older one, and returns its path; terminals as asciicasts, too.
 * Throws when it cannot.
 */
export function writeReport(dir: string, options?: ReportOptions): string {
  const path = join(dir, REPORT)
  const files = filesIn(dir)
  writeCasts(dir, files.session)
  const html = reportHtml(files, options)
  writeFileSync(`${path}.part`, html, { mode: 0o600 })
  renameSync(`${path}.part`, path)
  return path
}

function filesIn(dir: string): RecordFiles {
  const optional = (name: string) => (existsSync(join(dir, name)) ? readFileSync(join(dir, name)) : undefined)
  return {
    session: readFileSync(join(dir, FILES.session)),
    chunks: optional(FILES.chunks),
    receipts: optional(FILES.receipts),
    seal: optional(FILES.seal),
  }
}
