import { DETECTOR_IDS } from '../core/detectors.ts'
import type { Vocabulary } from './checks/references.ts'
import { BUILT_IN } from './guards.ts'
import { RULE_IDS } from './rules/index.ts'

/** What a policy file may name without defining it. */
export const VOCABULARY: Vocabulary = {
  guards: Object.keys(BUILT_IN),
  rules: RULE_IDS,
  detectors: DETECTOR_IDS,
}
