import { DETECTOR_IDS } from '../core/detectors.ts'
import type { Vocabulary } from './checks/references.ts'

/** What a policy file may name without defining it. */
export const VOCABULARY: Vocabulary = {
  guards: ['strict', 'migrations', 'read-only'],
  rules: undefined,
  detectors: DETECTOR_IDS,
}
