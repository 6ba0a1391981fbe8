import type { NotifyConfig } from '../../../policy/config.ts'
import type { Notice } from '../notice.ts'
import { json } from './json.ts'
import { slack } from './slack.ts'
import { teams } from './teams.ts'

/** What is posted, by the preset's name in the policy file. */
export const PRESETS = { json, slack, teams } as const satisfies Record<
  NotifyConfig['preset'],
  (notice: Notice) => object
>
