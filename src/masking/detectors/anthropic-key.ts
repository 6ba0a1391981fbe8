import { TOKEN } from '../bytes.ts'
import { prefixed } from './prefixed.ts'

export const anthropicKey = prefixed(
  'anthropic-key',
  'Anthropic API key',
  [{ prefix: 'sk-ant-', body: TOKEN, min: 20, max: 255 }],
  {
    match: [`x-api-key: «sk-ant-api03-${'a1B_-'.repeat(18)}AA»`],
    ignore: ['sk-ant-', `task-ant-${'a1B2'.repeat(9)}`, `risk-ant-${'a1B2'.repeat(9)}`],
  },
)
