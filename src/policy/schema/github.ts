import { z } from 'zod'
import { cause, count, duration, name, reference, text, url } from './values.ts'

const id = (description: string) =>
  z
    .string(cause('an id as text is expected', 'Write the number in quotes'))
    .regex(/^[0-9]{1,20}$/, cause('an id is a number', 'Write the number in quotes; no `*`'))
    .describe(description)

export const github = z
  .strictObject({
    app_id: id('Id of the GitHub App.'),
    private_key: reference('The app’s private key, PEM.'),
    webhook_secret: reference('Secret of the app’s webhook.'),
    api_url: url('Base of the REST API; https://api.github.com when left out.').optional(),
    environments: z
      .array(
        z.strictObject({
          repository_id: id('Id of the repository, from `gh api repos/OWNER/NAME --jq .id`.'),
          environment: text('Name of the environment.', 255),
          by: z
            .array(name(), cause('a list is expected', 'Write [name, …]'))
            .min(1, cause('the list is empty', 'Name at least one'))
            .describe('Approvers who may agree.'),
          min: count('How many of them must agree; 1 when left out.', 10).optional(),
          timeout: duration('How long a deployment waits before it is rejected; 1h when left out.', {
            min: '1m',
            max: '29d',
          }).optional(),
        }),
        cause('a list is expected', 'Write one `- repository_id: …` an environment'),
      )
      .min(1, cause('the list is empty', 'Name at least one'))
      .describe('Environments whose deployments wait here. Others are left to wait where they are.'),
  })
  .describe(
    'A GitHub App whose custom deployment protection rule asks the approvers of this file; its webhook is `/github/webhook` of this server.',
  )
