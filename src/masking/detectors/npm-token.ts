import { ALNUM } from '../bytes.ts'
import { prefixed } from './prefixed.ts'

export const npmToken = prefixed(
  'npm-token',
  'npm access token',
  [{ prefix: 'npm_', body: ALNUM, min: 36, max: 36, exact: true }],
  {
    match: [`//registry/:_authToken=«npm_${'a1B2'.repeat(9)}»`],
    ignore: ['npm_config_registry', `npm_${'a1B2'.repeat(10)}`, `xnpm_${'a1B2'.repeat(9)}`],
  },
)
