import type { Rule } from '../rule.ts'
import { exposeEnvironment } from './expose-environment.ts'
import { exposeSecret } from './expose-secret.ts'

export const SECRETS: readonly Rule[] = [exposeSecret, exposeEnvironment]
