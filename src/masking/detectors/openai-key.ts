import { ALNUM, TOKEN } from '../bytes.ts'
import { prefixed } from './prefixed.ts'

export const openaiKey = prefixed(
  'openai-key',
  'OpenAI API key',
  [
    ...['sk-proj-', 'sk-svcacct-', 'sk-admin-', 'sk-None-'].map((prefix) => ({
      prefix,
      body: TOKEN,
      min: 20,
      max: 255,
    })),
    { prefix: 'sk-', body: ALNUM, min: 40, max: 128 },
  ],
  {
    match: [`«sk-proj-${'a1B_-'.repeat(10)}»`, `key=«sk-${'a1B2'.repeat(12)}»`],
    ignore: ['sk-', 'task-list-for-today-is-long', `sk-ant-api03-${'a1B2'.repeat(12)}`],
  },
)
