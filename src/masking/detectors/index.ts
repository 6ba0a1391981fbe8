import { DETECTOR_IDS, type DetectorId } from '../../core/detectors.ts'
import { anthropicKey } from './anthropic-key.ts'
import { assignedSecret } from './assigned-secret.ts'
import { awsAccessKey } from './aws-access-key.ts'
import { azureSecret } from './azure-secret.ts'
import { basicAuthUrl } from './basic-auth-url.ts'
import { connectionUri } from './connection-uri.ts'
import type { Detector } from './detector.ts'
import { email } from './email.ts'
import { gcpApiKey } from './gcp-api-key.ts'
import { githubToken } from './github-token.ts'
import { gitlabToken } from './gitlab-token.ts'
import { iban } from './iban.ts'
import { jwt } from './jwt.ts'
import { npmToken } from './npm-token.ts'
import { openaiKey } from './openai-key.ts'
import { paymentCard } from './payment-card.ts'
import { phone } from './phone.ts'
import { privateKey } from './private-key.ts'
import { slackToken } from './slack-token.ts'
import { stripeKey } from './stripe-key.ts'
import { usSsn } from './us-ssn.ts'

/** Every detector; two that look at the same place are asked in the order of `DETECTOR_IDS`. */
export const DETECTORS = {
  'payment-card': paymentCard,
  'us-ssn': usSsn,
  iban,
  email,
  phone,
  jwt,
  'aws-access-key': awsAccessKey,
  'gcp-api-key': gcpApiKey,
  'azure-secret': azureSecret,
  'github-token': githubToken,
  'gitlab-token': gitlabToken,
  'slack-token': slackToken,
  'stripe-key': stripeKey,
  'npm-token': npmToken,
  'anthropic-key': anthropicKey,
  'openai-key': openaiKey,
  'private-key': privateKey,
  'connection-uri': connectionUri,
  'basic-auth-url': basicAuthUrl,
  'assigned-secret': assignedSecret,
} as const satisfies Readonly<Record<DetectorId, Detector>>

export { DETECTOR_IDS, type DetectorId }
