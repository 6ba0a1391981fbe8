import { CODE } from './code.ts'
import { DROPS } from './drops.ts'
import { LOCKS } from './locks.ts'
import { OPAQUE } from './opaque.ts'
import { PRIVILEGES } from './privileges.ts'
import { ROWS } from './rows.ts'
import type { Rule } from './rule.ts'
import { SCHEMA } from './schema.ts'
import { SERVER } from './server.ts'
import { SESSION } from './session.ts'

/** Every rule, in the order in which findings of one verdict are told. */
export const RULES: readonly Rule[] = [
  ...OPAQUE,
  ...DROPS,
  ...ROWS,
  ...SERVER,
  ...PRIVILEGES,
  ...SESSION,
  ...CODE,
  ...SCHEMA,
  ...LOCKS,
]

/** What a guard may name. */
export const RULE_IDS: readonly string[] = RULES.map((rule) => rule.id)
