import { ACCOUNTS } from './accounts/index.ts'
import { BULK_EXPORT } from './bulk-export/index.ts'
import { CODE } from './code/index.ts'
import { COMPATIBILITY } from './compatibility/index.ts'
import { DATA_LOSS } from './data-loss/index.ts'
import { FILES } from './files/index.ts'
import { FILES_AND_NETWORK } from './files-and-network/index.ts'
import { INTEGRITY } from './integrity/index.ts'
import { LOCK_RISK } from './lock-risk/index.ts'
import { MASKING } from './masking/index.ts'
import { NETWORK } from './network/index.ts'
import { OPAQUE } from './opaque/index.ts'
import { PRIVILEGE } from './privilege/index.ts'
import { REQUESTS } from './requests/index.ts'
import type { Rule } from './rule.ts'
import { SECRETS } from './secrets/index.ts'
import { SERVER_WIDE } from './server-wide/index.ts'
import { SERVICES } from './services/index.ts'
import { SESSION } from './session/index.ts'
import { SHELL } from './shell/index.ts'

/** Every rule, in the order in which findings of one verdict are told. */
export const RULES: readonly Rule[] = [
  ...OPAQUE,
  ...DATA_LOSS,
  ...FILES_AND_NETWORK,
  ...SERVER_WIDE,
  ...PRIVILEGE,
  ...CODE,
  ...SESSION,
  ...MASKING,
  ...BULK_EXPORT,
  ...INTEGRITY,
  ...COMPATIBILITY,
  ...LOCK_RISK,
  ...SHELL,
  ...FILES,
  ...SERVICES,
  ...ACCOUNTS,
  ...SECRETS,
  ...NETWORK,
  ...REQUESTS,
]

/** What a guard may name. */
export const RULE_IDS: readonly string[] = RULES.map((rule) => rule.id)
