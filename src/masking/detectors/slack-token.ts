import { TOKEN } from '../bytes.ts'
import { prefixed } from './prefixed.ts'

const PREFIXES = ['xoxa-', 'xoxb-', 'xoxe-', 'xoxe.', 'xoxo-', 'xoxp-', 'xoxr-', 'xoxs-', 'xapp-']

export const slackToken = prefixed(
  'slack-token',
  'Slack token',
  PREFIXES.map((prefix) => ({ prefix, body: TOKEN, min: 10, max: 250 })),
  {
    match: [`«xoxb-${'12345'.repeat(4)}-${'abcDE'.repeat(4)}»`, `bot=«xapp-1-${'A1'.repeat(10)}»;`],
    ignore: ['xoxb-', 'xoxb-short', 'oxo-1234567890ab', 'foxo-bar'],
  },
)
