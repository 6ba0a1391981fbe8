import type { Rule } from '../rule.ts'
import { bulkExport } from './bulk-export.ts'
import { catalogValues } from './catalog-values.ts'

export const BULK_EXPORT: readonly Rule[] = [bulkExport, catalogValues]
