import { DETECTOR_IDS, type DetectorId } from '../core/detectors.ts'
import { SluiceError } from '../core/errors.ts'
import type { Masks } from '../core/grant.ts'
import { blobMask } from './blobs.ts'
import { bodyMask, compileFields } from './bodies/index.ts'
import { withCatalogue } from './catalogue.ts'
import { columnMask } from './cells.ts'
import { compileColumns } from './columns.ts'
import { detectedMask, replacedMask } from './detected.ts'
import { createDigest } from './hmac.ts'
import type { CellMask, Column, Masking } from './mask.ts'
import { compilePatterns } from './patterns.ts'
import { createScanner } from './scanner.ts'
import { createScrubber, type Scrubber } from './stream.ts'
import { scrubText } from './text.ts'
import { scanned } from './types.ts'

export { type BodyForm, type BodyMask, Unmaskable } from './bodies/index.ts'
export { withCatalogue } from './catalogue.ts'
export { copyMask, type FieldFormat } from './copy.ts'
export type { CellMask, Column, Masking } from './mask.ts'
export type { Scrubber } from './stream.ts'
export { maskText } from './text.ts'
export { type Constant, userConstant } from './types.ts'

/**
 * The masks of a target for one session. `key` is 32 random bytes of that session: hashes are stable as long as it
 * lives and mean nothing afterwards. Throws `SluiceError` CONFIG_INVALID for a detector that does not exist.
 */
export function createMasking(masks: Masks, key: Buffer): Masking {
  const columns = compileColumns(withCatalogue(masks.columns))
  const digest = createDigest(key)
  const scanner = createScanner(masks.detect.map(known), compilePatterns(masks.patterns))
  const scans = masks.detect.length > 0 || (masks.patterns ?? []).length > 0
  const tools = { fields: compileFields(masks.fields ?? [], digest), scanner, scans }
  const maskOf = (column: Column): CellMask | null => {
    const rule = columns.find(column)
    if (rule) return columnMask(rule.kind, rule.pattern, column, digest)
    const way = scans ? scanned(column.type, column.format) : 'not'
    if (way === 'not') return null
    if (way === 'blob') return blobMask(scanner, column.format)
    return typeof way === 'object' ? replacedMask(scanner, way.constant) : detectedMask(scanner, way)
  }
  return {
    inert: masks.columns.length === 0 && tools.fields.none && !scans,
    plan(described) {
      const plan = described.map(maskOf)
      return plan.some((mask) => mask !== null) ? plan : null
    },
    protects: (relation) => columns.protects(relation),
    scrub: (text) => (scans ? scrubText(scanner, text) : text),
    body: (form) => bodyMask(form, tools, () => createScrubber(scanner)),
  }
}

/** Masks the output of a command for one stream of it: lines come out as soon as they are whole. */
export function scrubOutput({ detect, patterns }: Pick<Masks, 'detect' | 'patterns'>): Scrubber {
  return createScrubber(createScanner(detect.map(known), compilePatterns(patterns)))
}

function known(id: string): DetectorId {
  const found = DETECTOR_IDS.find((candidate) => candidate === id)
  if (found) return found
  throw new SluiceError('CONFIG_INVALID', `there is no detector “${id}”`, {
    hint: `Detectors are: ${DETECTOR_IDS.join(', ')}`,
  })
}
