import { DIGIT, UPPER } from '../bytes.ts'
import { prefixed } from './prefixed.ts'

const PREFIXES = ['AKIA', 'ASIA', 'AGPA', 'AIDA', 'AROA', 'ANPA', 'ABIA', 'ACCA']

export const awsAccessKey = prefixed(
  'aws-access-key',
  'AWS access key id',
  PREFIXES.map((prefix) => ({ prefix, body: UPPER | DIGIT, min: 16, max: 16, exact: true })),
  {
    match: [`«AKIA${'ABCD2345'.repeat(2)}»`, `id=«ASIA${'Z2Y3X4W5'.repeat(2)}»&`],
    ignore: ['AKIA', `AKIA${'ABCD2345'.repeat(3)}`, `AKIA${'abcd2345'.repeat(2)}`, 'MALAYSIA'],
  },
)
