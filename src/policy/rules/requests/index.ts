import type { Rule } from '../rule.ts'
import { listedRequest } from './listed-request.ts'
import { unsafeRequest } from './unsafe-request.ts'

export const REQUESTS: readonly Rule[] = [listedRequest, unsafeRequest]
