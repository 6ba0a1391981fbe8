import { ALNUM } from '../bytes.ts'
import { prefixed } from './prefixed.ts'

const PREFIXES = ['sk_live_', 'sk_test_', 'rk_live_', 'rk_test_', 'whsec_']

export const stripeKey = prefixed(
  'stripe-key',
  'Stripe secret or restricted key',
  PREFIXES.map((prefix) => ({ prefix, body: ALNUM, min: 16, max: 247 })),
  {
    match: [`«sk_live_${'a1B2'.repeat(6)}»`, `key "«rk_test_${'a1B2'.repeat(20)}»"`],
    ignore: [`pk_live_${'a1B2'.repeat(6)}`, 'sk_live_short', `task_live_${'a1B2'.repeat(6)}`],
  },
)
