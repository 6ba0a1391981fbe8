import type { Rule } from '../rule.ts'
import { cascadeConstraint } from './cascade-constraint.ts'
import { disableTrigger } from './disable-trigger.ts'
import { dropConstraint } from './drop-constraint.ts'
import { dropNotNull } from './drop-not-null.ts'
import { dropTrigger } from './drop-trigger.ts'
import { referentialAction } from './referential-action.ts'
import { replicaIdentity } from './replica-identity.ts'
import { requiredColumn } from './required-column.ts'
import { sequenceValues } from './sequence-values.ts'

export const INTEGRITY: readonly Rule[] = [
  dropConstraint,
  dropTrigger,
  disableTrigger,
  sequenceValues,
  replicaIdentity,
  requiredColumn,
  dropNotNull,
  cascadeConstraint,
  referentialAction,
]
