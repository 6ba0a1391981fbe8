import { TOKEN } from '../bytes.ts'
import { prefixed } from './prefixed.ts'

const PREFIXES = [
  'glpat-',
  'gldt-',
  'glrt-',
  'glrtr-',
  'glcbt-',
  'glptt-',
  'glft-',
  'glimt-',
  'glagent-',
  'glsoat-',
  'glffct-',
  'gloas-',
]

export const gitlabToken = prefixed(
  'gitlab-token',
  'GitLab token',
  PREFIXES.map((prefix) => ({ prefix, body: TOKEN, min: 20, max: 255 })),
  {
    match: [
      `«glpat-${'a1B2'.repeat(5)}»`,
      `PRIVATE-TOKEN: «glpat-${'a_-2'.repeat(5)}»`,
      `«glcbt-64_${'a1B2'.repeat(5)}» `,
    ],
    ignore: ['glpat-short', `aglpat-${'a1B2'.repeat(5)}`, 'left-right', '2026-11-22'],
  },
)
