import type { Rule } from '../rule.ts'
import { disableTrigger } from './disable-trigger.ts'
import { dropConstraint } from './drop-constraint.ts'
import { dropTrigger } from './drop-trigger.ts'
import { replicaIdentity } from './replica-identity.ts'
import { sequenceValues } from './sequence-values.ts'

export const INTEGRITY: readonly Rule[] = [
  dropConstraint,
  dropTrigger,
  disableTrigger,
  sequenceValues,
  replicaIdentity,
]
