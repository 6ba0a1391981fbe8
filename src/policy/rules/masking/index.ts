import type { Rule } from '../rule.ts'
import { maskedComparison } from './masked-comparison.ts'
import { maskedCopy } from './masked-copy.ts'
import { maskedPredicate } from './masked-predicate.ts'

export const MASKING: readonly Rule[] = [maskedCopy, maskedPredicate, maskedComparison]
