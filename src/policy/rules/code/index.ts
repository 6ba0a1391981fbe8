import type { Rule } from '../rule.ts'
import { createRule } from './create-rule.ts'
import { eventTrigger } from './event-trigger.ts'
import { extension } from './extension.ts'
import { foreignCode } from './foreign-code.ts'
import { hiddenCode } from './hidden-code.ts'
import { nativeCode } from './native-code.ts'
import { securityDefiner } from './security-definer.ts'
import { sqlTextFunction } from './sql-text-function.ts'
import { triggerFunction } from './trigger-function.ts'
import { unknownCall } from './unknown-call.ts'
import { unknownFunction } from './unknown-function.ts'
import { untrustedExtension } from './untrusted-extension.ts'

export const CODE: readonly Rule[] = [
  sqlTextFunction,
  unknownFunction,
  unknownCall,
  triggerFunction,
  createRule,
  eventTrigger,
  hiddenCode,
  securityDefiner,
  untrustedExtension,
  extension,
  nativeCode,
  foreignCode,
]
