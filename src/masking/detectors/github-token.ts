import { ALNUM, WORD } from '../bytes.ts'
import { prefixed } from './prefixed.ts'

const classic = ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_'].map(
  (prefix) => ({ prefix, body: ALNUM, min: 36, max: 255 }) as const,
)

export const githubToken = prefixed(
  'github-token',
  'GitHub token',
  [...classic, { prefix: 'github_pat_', body: WORD, min: 22, max: 255 }],
  {
    match: [
      `«ghp_${'a1B2'.repeat(9)}»`,
      `token: «ghs_${'Zz09'.repeat(9)}», next`,
      `https://x-access-token:«gho_${'abcd'.repeat(10)}»@github.com/`,
      `"«github_pat_${'11ABC_de'.repeat(10)}»"`,
    ],
    ignore: ['ghp_short', `xghp_${'a1B2'.repeat(9)}`, 'ghx_', `ghp-${'a1B2'.repeat(9)}`],
  },
)
