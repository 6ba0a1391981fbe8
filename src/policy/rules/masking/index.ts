import type { Rule } from '../rule.ts'
import { fileDownload } from './file-download.ts'
import { maskedComparison } from './masked-comparison.ts'
import { maskedCopy } from './masked-copy.ts'
import { maskedPredicate } from './masked-predicate.ts'

export const MASKING: readonly Rule[] = [fileDownload, maskedCopy, maskedPredicate, maskedComparison]
