import type { Masks } from '../../../core/grant.ts'
import type { Analysis, Effect } from '../../../core/statement.ts'
import { transferOf } from './programs.ts'

/** Whether what commands show is masked, and files that leave past that must be looked at. */
export const hidesValues = ({ detect, patterns = [] }: Masks): boolean =>
  detect.length > 0 || patterns.length > 0

/** Files that a command gives to the client as bytes leave as they are: an effect of its own for each path that it reads. */
export function withDownloads(line: string, analysis: Analysis, masks: Masks): Analysis {
  if (!hidesValues(masks)) return analysis
  const transfer = transferOf(line)
  if (!transfer || transfer.takes) return analysis
  const leaving = analysis.effects.flatMap(({ action, name, recursive }): Effect[] =>
    (action === 'read' || action === 'expose') && name !== undefined
      ? [{ action: 'copy-out', object: 'path', name, ...(recursive && { recursive }) }]
      : [],
  )
  const effects: Effect[] = leaving.length > 0 ? leaving : [{ action: 'copy-out', object: 'path' }]
  return { ...analysis, effects: [...analysis.effects, ...effects] }
}
