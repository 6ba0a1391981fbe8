import type { Rule } from '../rule.ts'
import { cannotAnalyse } from './cannot-analyse.ts'
import { doesNotParse } from './does-not-parse.ts'
import { unknown } from './unknown.ts'
import { unprepared } from './unprepared.ts'

export const OPAQUE: readonly Rule[] = [doesNotParse, cannotAnalyse, unknown, unprepared]
