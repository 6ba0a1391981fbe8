import type { Rule } from '../rule.ts'
import { dropFunction } from './drop-function.ts'
import { dropOther } from './drop-other.ts'
import { dropView } from './drop-view.ts'
import { moveObject } from './move-object.ts'
import { rename } from './rename.ts'

export const COMPATIBILITY: readonly Rule[] = [dropView, dropFunction, dropOther, rename, moveObject]
