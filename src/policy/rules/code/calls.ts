import type { Effect } from '../../../core/statement.ts'

/** The call stands for what a trigger does later. */
export const inTrigger = ({ via }: Effect): boolean => via?.at(-1) === 'trigger'

/** It stands in the body of a function that is being defined, and runs with that one. What is stored already does run. */
export const inDefinition = ({ via = [], stored }: Effect): boolean => !stored && via.includes('function')
